package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.Sparks;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.config.PriceScenario;
import org.allowable.contract.ContractBook;
import org.allowable.contract.KnownReference;
import org.allowable.model.Progress;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three reports over one practice and one year of services, payer by payer. */
class ReportsAgreeTest {

  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final String YEAR = " service_month between '2025-11' and '2026-10' ";

  @TempDir private static Path folder = Path.of("");

  private static Map<String, List<Object>> monthly = Map.of();
  private static Map<String, List<Object>> comparison = Map.of();
  private static Map<String, List<Object>> review = Map.of();

  @BeforeAll
  static void run_all_three() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(5_000, 11, sample, 12, LAST, null, null, false), Progress.SILENT);
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    ReportPlan plan = MonthlyReportPlan.of(practice, LAST, DateBasis.SERVICE);
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(plan.parameters());
    monthly =
        sums(
            session(sample, practice, plan.scenarios(), "monthly-report", parameters),
            "select payer, sum(allowed_amount), sum(first_payer_paid_amount), count_if(is_denied),"
                + " sum(if(is_denied, charge_amount, 0)) from int_report_line"
                + " where is_adjudicated and"
                + YEAR
                + "group by payer");
    comparison =
        sums(
            session(
                sample,
                practice,
                ContractComparisonPlan.scenarios(2025),
                "contract-comparison",
                comparisonParameters()),
            "select h.payer, sum(h.allowed_amount), sum(l.first_payer_paid_amount),"
                + " count_if(h.comparison_status = 'DENIED'),"
                + " sum(if(h.comparison_status = 'DENIED', h.charge_amount, 0))"
                + " from int_history_line as h inner join int_adjudicated_line as l"
                + " on h.claim_line_key = l.claim_line_key"
                + " where h.comparison_status <> 'OPEN' group by h.payer");
    RetrainingRun run =
        RetrainingRun.over(
            sample,
            practice,
            folder.resolve("none"),
            LAST.minusMonths(2),
            LAST,
            folder.resolve("review"),
            Set.of());
    // The review judges first answers; of its answers, the last that stands is what the others say.
    review =
        sums(
            run.spark(),
            "with told as (select *, min(is_duplicate) over (partition by claim_line_key)"
                + " as is_only_duplicate from int_first_payer_answer where is_live),"
                + " final as (select claim_line_key, max_by(allowed_amount, event_order) as allowed,"
                + " max_by(denial_kind, event_order) <=> 'denied' as is_denied from told"
                + " where is_duplicate = is_only_duplicate group by claim_line_key)"
                + " select a.payer, sum(f.allowed), sum(l.first_payer_paid_amount),"
                + " count_if(f.is_denied), sum(if(f.is_denied, a.charge_amount, 0))"
                + " from int_answered_line as a"
                + " inner join final as f on a.claim_line_key = f.claim_line_key"
                + " inner join int_adjudicated_line as l on a.claim_line_key = l.claim_line_key"
                + " where a.line_status = 'current' and a."
                + YEAR.strip()
                + " group by a.payer");
  }

  private static SparkSession session(
      Path sample,
      Practice practice,
      List<PriceScenario> scenarios,
      String name,
      Map<String, Object> parameters)
      throws IOException {
    SparkSession spark = Sparks.session().newSession();
    spark.conf().set("spark.sql.codegen.wholeStage", "false");
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    spark.conf().set("spark.sql.adaptive.enabled", "false");
    WarehouseViews.register(spark, sample, Map.of());
    Path work = Files.createDirectory(folder.resolve(name));
    new ReferenceViews(folder.resolve("none"), work).register(spark);
    Inputs.register(spark, practice);
    Inputs.register(spark, ContractBook.of(practice), KnownReference.NOTHING, scenarios);
    Job whole = Job.named(name);
    new JobRunner(spark, work, Progress.SILENT)
        .run(new Job(whole.name(), whole.steps(), List.of()), parameters);
    return spark;
  }

  private static Map<String, Object> comparisonParameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("first_month", LAST.minusMonths(11).toString());
    parameters.put("last_month", LAST.toString());
    parameters.put("apm_status", "non_qp");
    parameters.put("participation", "participating");
    parameters.put("target_multiple", new BigDecimal("2.0000"));
    parameters.put("volume_change_percent", new BigDecimal("10.0000"));
    parameters.put("least_rate_step", new BigDecimal("0.03"));
    parameters.put("least_other_share", new BigDecimal("0.15"));
    parameters.put("small_number", 11);
    parameters.put("fixed_year", "2025");
    return parameters;
  }

  private static Map<String, List<Object>> sums(SparkSession spark, String sql) {
    Map<String, List<Object>> sums = new TreeMap<>();
    for (Row row : spark.sql(sql).collectAsList()) {
      sums.put(
          row.getString(0),
          List.of(
              String.valueOf(row.get(1)),
              String.valueOf(row.get(2)),
              String.valueOf(row.get(3)),
              String.valueOf(row.get(4))));
    }
    return sums;
  }

  @Test
  void the_comparison_allows_pays_and_denies_what_the_monthly_report_does() {
    assertThat(comparison).isNotEmpty().isEqualTo(monthly);
  }

  @Test
  void the_last_answers_of_the_review_allow_pay_and_deny_what_the_monthly_report_does() {
    assertThat(review).isNotEmpty().isEqualTo(monthly);
  }
}
