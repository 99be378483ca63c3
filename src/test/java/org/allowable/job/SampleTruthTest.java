package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Rows;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole job on an invented practice, against what its maker knows to be true. */
@Tag("long")
class SampleTruthTest {

  private static final YearMonth LAST = YearMonth.of(2026, 10);

  @TempDir private static Path folder = Path.of("");

  private static Map<String, Rows> marts = Map.of();
  private static Map<String, Map<String, @Nullable Object>> lines = Map.of();
  private static Map<String, CSVRecord> truth = Map.of();
  private static Map<String, String> ranks = Map.of();
  private static final Map<String, String> CAUSES = new TreeMap<>();
  private static long reported;
  private static long orphans;
  private static ReportsAgree.@Nullable PayerSums payers;

  @BeforeAll
  static void run_the_job_on_a_sample() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(new SampleRequest(8_000, 7, sample, 13, LAST, null, null, false), Progress.SILENT);
    Engine engine = SmallRun.newEngine();
    WarehouseViews.register(engine, sample, Map.of());
    Path work = Files.createDirectory(folder.resolve("work"));
    new ReferenceViews(folder.resolve("none"), work).register(engine);
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    ReportPlan plan = MonthlyReportPlan.of(practice, ReportPeriod.of(LAST), DateBasis.SERVICE);
    InputViews.register(engine, practice);
    InputViews.register(engine, ContractSet.of(practice), KnownReference.NOTHING, plan.scenarios());
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(plan.parameters());
    Job job =
        NeededSteps.withMarts(
            Job.named("monthly-report"),
            Set.of("mart_trend", "mart_control_total", "mart_data_quality"),
            Set.of(
                "int_report_line", "int_remit_event", "int_rank_after_denial", "int_line_cause"));
    marts = new JobRunner(engine, Progress.SILENT).run(job, parameters);
    lines =
        engine.all("int_report_line").stream()
            .collect(Collectors.toMap(SampleTruthTest::key, r -> r, (a, b) -> a, TreeMap::new));
    reported = engine.all("int_report_line").size();

    Map<Object, String> keys = new HashMap<>();
    lines.forEach((key, row) -> keys.put(Objects.requireNonNull(row.get("claim_line_key")), key));
    ranks =
        engine.all("int_rank_after_denial").stream()
            .collect(
                Collectors.toMap(
                    r -> Objects.requireNonNull(keys.get(r.get("claim_line_key"))),
                    r ->
                        r.get("expected_allowed_amount")
                            + " "
                            + r.get("expected_among_allowed_amount")
                            + " "
                            + r.get("allowed_amount"),
                    (a, b) -> a,
                    TreeMap::new));
    engine
        .all("int_line_cause")
        .forEach(
            r ->
                CAUSES.put(
                    Objects.requireNonNull(keys.get(r.get("claim_line_key"))),
                    String.valueOf(r.get("cause"))));
    orphans =
        engine.all("int_remit_event").stream()
            .filter(row -> Boolean.TRUE.equals(row.get("is_orphan_reversal")))
            .count();
    truth = current(csv(sample.resolve("truth/line.csv")));
    payers = ReportsAgree.PayerSums.of(engine, practice, LAST);
  }

  @Nested
  class WithOtherReports extends ReportsAgree {
    WithOtherReports() {
      super(Objects.requireNonNull(payers));
    }
  }

  @Test
  void every_current_line_is_there_once() {
    assertThat(lines.keySet()).isEqualTo(truth.keySet());
    assertThat(reported).isEqualTo(truth.size());
  }

  @Test
  void every_medicare_price_is_the_true_one() {
    assertThat(differences("medicare_allowed_amount", "medicare_allowed_amount")).isEmpty();
  }

  @Test
  void every_expectation_is_the_true_one() {
    assertThat(differences("expected_allowed_amount", "expected_allowed_amount")).isEmpty();
  }

  @Test
  void every_allowed_amount_is_the_true_one() {
    assertThat(differences("allowed_amount", "allowed_amount")).isEmpty();
  }

  @Test
  void every_payment_of_the_first_payer_is_the_true_one() {
    assertThat(differences("primary_paid_amount", "first_payer_paid_amount")).isEmpty();
  }

  @Test
  void every_payment_of_a_later_payer_is_the_true_one() {
    assertThat(differences("secondary_paid_amount", "later_payer_paid_amount")).isEmpty();
  }

  @Test
  void what_the_patient_owes_is_what_the_last_payer_left() {
    assertThat(differences("patient_responsibility_amount", "patient_balance_amount")).isEmpty();
  }

  @Test
  void exactly_the_planted_denials_are_found() {
    assertThat(found(r -> Boolean.TRUE.equals(r.get("is_denied")))).isEqualTo(planted("is_denied"));
  }

  @Test
  void exactly_the_answered_lines_are_answered() {
    assertThat(found(r -> Boolean.TRUE.equals(r.get("is_adjudicated"))))
        .isEqualTo(planted("is_adjudicated"));
  }

  @Test
  void exactly_the_planted_underpayments_over_the_thresholds_are_found() throws IOException {
    Set<String> planted =
        csv(folder.resolve("sample/truth/underpayment.csv")).stream()
            .filter(r -> r.get("is_over_threshold").equals("yes"))
            .map(SampleTruthTest::key)
            .filter(truth::containsKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(planted).isNotEmpty();
    assertThat(found(r -> Boolean.TRUE.equals(r.get("is_underpaid")))).isEqualTo(planted);
  }

  @Test
  void every_mistake_that_is_a_rule_is_named_on_every_line_of_it_and_on_no_other()
      throws IOException {
    Map<String, String> names =
        Map.of(
            "escalator_not_applied", "Earlier rate",
            "prior_year_conversion_factor", "Conversion factor of",
            "facility_rate_in_office", "Wrong setting",
            "undue_sequestration", "Sequestration",
            "prior_year_fee_schedule", "Fee schedule of",
            "prior_year_relative_values", "RVUs of",
            "other_locality", "Locality",
            "paid_as_practitioner", "85% of a practitioner",
            "ranked_second", "Ranked second",
            "undue_multiple_procedure_cut", "Multiple-procedure cut");
    Map<String, String> planted = new TreeMap<>();
    for (CSVRecord r : csv(folder.resolve("sample/truth/underpayment.csv"))) {
      String name = names.get(r.get("cause"));
      Map<String, @Nullable Object> line = lines.get(key(r));
      if (name != null && line != null && Boolean.FALSE.equals(line.get("is_denied"))) {
        planted.put(key(r), name);
      }
    }
    assertThat(planted.values()).containsAll(names.values());
    assertThat(CAUSES.keySet()).isEqualTo(planted.keySet());
    planted.forEach((key, name) -> assertThat(CAUSES.get(key)).as(key).startsWith(name));
  }

  @Test
  void a_payer_makes_two_mistakes_beside_amounts_that_no_mistake_gives() throws IOException {
    Map<String, Set<String>> causes = new TreeMap<>();
    for (CSVRecord r : csv(folder.resolve("sample/truth/underpayment.csv"))) {
      causes.computeIfAbsent(r.get("payer"), payer -> new TreeSet<>()).add(r.get("cause"));
    }
    assertThat(causes.values())
        .anySatisfy(
            of ->
                assertThat(of)
                    .contains("facility_rate_in_office", "undue_sequestration", "below_tolerance"));
  }

  @Test
  void every_denial_has_the_planted_group_and_code() throws IOException {
    Map<String, String> planted = new TreeMap<>();
    for (CSVRecord r : csv(folder.resolve("sample/truth/denial.csv"))) {
      if (r.get("is_standing").equals("yes") && truth.containsKey(key(r))) {
        planted.put(
            key(r), r.get("group_code") + "-" + r.get("reason_code") + " " + r.get("denial_group"));
      }
    }
    Map<String, String> found = new TreeMap<>();
    lines.forEach(
        (key, r) -> {
          if (Boolean.TRUE.equals(r.get("is_denied"))) {
            found.put(
                key,
                r.get("denial_group_code")
                    + "-"
                    + r.get("denial_reason_code")
                    + " "
                    + r.get("denial_group"));
          }
        });
    assertThat(found).isEqualTo(planted);
  }

  @ParameterizedTest
  @CsvSource({
    "paid_with_others, BUNDLED_SAME_DAY",
    "not_payable_in_setting, NOT_PAYABLE_IN_SETTING"
  })
  void exactly_the_planted_lines_are_not_payable_beside_others_or_at_their_place(
      String planted, String status) {
    Set<String> lacking =
        truth.entrySet().stream()
            .filter(t -> t.getValue().get("pricing").equals(planted))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(lacking).isNotEmpty();
    assertThat(found(r -> status.equals(r.get("pricing_status")))).isEqualTo(lacking);
  }

  @Test
  void a_service_paid_only_alone_is_priced_where_it_is_alone() {
    assertThat(
            found(
                r ->
                    "94760".equals(r.get("hcpcs_code"))
                        && "PRICED".equals(r.get("pricing_status"))))
        .isNotEmpty();
  }

  @Test
  void what_ranks_higher_for_want_of_a_denied_procedure_is_known_both_ways() throws IOException {
    Map<String, String> planted = new TreeMap<>();
    for (CSVRecord r : csv(folder.resolve("sample/truth/rank_after_denial.csv"))) {
      planted.put(
          key(r),
          r.get("expected_allowed_amount")
              + " "
              + r.get("expected_among_allowed_amount")
              + " "
              + r.get("allowed_amount"));
    }
    assertThat(planted).isNotEmpty();
    assertThat(ranks).isEqualTo(planted);
  }

  @Test
  void the_payer_that_ranks_what_it_allows_is_seen_to_do_so() {
    assertThat(ranks.values())
        .anyMatch(amounts -> amounts.matches("\\S+ (\\S+) \\1"))
        .anyMatch(amounts -> amounts.matches("(\\S+) \\S+ \\1"));
  }

  @Test
  void every_correction_of_a_claim_that_is_not_there_is_counted() throws IOException {
    long planted =
        csv(folder.resolve("sample/truth/line.csv")).stream()
            .filter(r -> r.get("is_earlier_unknown").equals("yes"))
            .filter(r -> r.get("submission_id").endsWith("-1"))
            .count();
    assertThat(planted).isPositive();
    Rows checks = Objects.requireNonNull(marts.get("mart_data_quality"));
    Map<String, Object> counts = new TreeMap<>();
    checks
        .iterator()
        .get()
        .forEachRemaining(
            row ->
                counts.put(
                    String.valueOf(row[checks.table().indexOf("check_id")]),
                    Objects.requireNonNull(row[checks.table().indexOf("row_count")])));
    assertThat(counts).containsEntry("DQ-38", planted);
  }

  @Test
  void the_trend_counts_every_month_by_the_work_rvus_of_the_last() throws IOException {
    Map<String, BigDecimal> values = new HashMap<>();
    for (CSVRecord r : csv(Path.of("data/reference/relative_value/2026C.csv"))) {
      values.put(r.get("hcpcs_code") + r.get("modifier"), new BigDecimal(r.get("work_rvu")));
    }
    Map<String, BigDecimal> expected = new TreeMap<>();
    for (Map<String, @Nullable Object> line : lines.values()) {
      @Nullable BigDecimal units = (BigDecimal) line.get("service_unit_quantity");
      @Nullable BigDecimal own = (BigDecimal) line.get("work_rvu");
      boolean isCounted =
          Boolean.TRUE.equals(line.get("is_adjudicated"))
              && Boolean.FALSE.equals(line.get("is_denied"));
      if (isCounted && own != null && units != null) {
        String component = String.valueOf(line.get("modifiers")).contains("26") ? "26" : "";
        BigDecimal now = values.getOrDefault(line.get("hcpcs_code") + component, own);
        expected.merge(
            String.valueOf(line.get("report_month")), now.multiply(units), BigDecimal::add);
      }
    }
    expected.replaceAll((month, rvus) -> rvus.setScale(2, RoundingMode.UNNECESSARY));
    assertThat(trend("constant_work_rvu")).isEqualTo(expected);
    assertThat(trend("work_rvu").get("2025-11")).isGreaterThan(expected.get("2025-11"));
  }

  private static Map<String, BigDecimal> trend(String column) {
    Rows trend = Objects.requireNonNull(marts.get("mart_trend"));
    Map<String, BigDecimal> months = new TreeMap<>();
    trend
        .iterator()
        .get()
        .forEachRemaining(
            row ->
                months.put(
                    String.valueOf(row[trend.table().indexOf("report_month")]),
                    (BigDecimal) row[trend.table().indexOf(column)]));
    return months;
  }

  @Test
  void every_reversal_finds_the_payment_it_takes_back() {
    assertThat(orphans).isZero();
  }

  @Test
  void every_control_total_reconciles() {
    Rows controls = Objects.requireNonNull(marts.get("mart_control_total"));
    assertThat(controls.count()).isEqualTo(14);
    controls
        .iterator()
        .get()
        .forEachRemaining(
            row ->
                assertThat((BigDecimal) row[controls.table().indexOf("difference_amount")])
                    .as(String.valueOf(row[controls.table().indexOf("control")]))
                    .isEqualByComparingTo("0"));
  }

  private static List<String> differences(String trueColumn, String column) {
    return truth.entrySet().stream()
        .filter(t -> lines.containsKey(t.getKey()))
        .filter(t -> !same(t.getValue().get(trueColumn), (BigDecimal) line(t.getKey()).get(column)))
        .map(
            t ->
                t.getKey()
                    + " should be "
                    + t.getValue().get(trueColumn)
                    + ", is "
                    + (BigDecimal) line(t.getKey()).get(column))
        .toList();
  }

  private static Map<String, @Nullable Object> line(String key) {
    return Objects.requireNonNull(lines.get(key));
  }

  private static boolean same(String truth, @Nullable BigDecimal found) {
    if (truth.isEmpty()) {
      return found == null || found.signum() == 0;
    }
    return found != null && found.compareTo(new BigDecimal(truth)) == 0;
  }

  private static Set<String> found(Predicate<Map<String, @Nullable Object>> test) {
    return lines.entrySet().stream()
        .filter(e -> test.test(e.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> planted(String column) {
    return truth.entrySet().stream()
        .filter(e -> e.getValue().get(column).equals("yes"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, CSVRecord> current(List<CSVRecord> records) {
    return records.stream()
        .filter(r -> r.get("is_current").equals("yes") && r.get("is_voided").equals("no"))
        .collect(Collectors.toMap(SampleTruthTest::key, r -> r, (a, b) -> a, TreeMap::new));
  }

  private static List<CSVRecord> csv(Path file) throws IOException {
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }

  private static String key(Map<String, @Nullable Object> row) {
    return row.get("claim_id") + "/" + row.get("claim_line_number");
  }

  private static String key(CSVRecord row) {
    return row.get("claim_id") + "/" + row.get("claim_line_number");
  }
}
