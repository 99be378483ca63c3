package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.allowable.config.Practice;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The three reports over one practice and one year of services, payer by payer. */
abstract class ReportsAgree {

  private static final String YEAR = " service_month between '2025-11' and '2026-10' ";

  /** By payer: allowed, paid, lines denied and their charges. */
  record PayerSums(
      Map<String, List<Object>> monthly,
      Map<String, List<Object>> comparison,
      Map<String, List<Object>> review) {

    /**
     * Makes what the other reports read, beside a monthly report's tables.
     *
     * @param engine of the monthly report
     * @param last the last month of the sample
     */
    static PayerSums of(Engine engine, Practice practice, YearMonth last) throws IOException {
      add(
          engine,
          "contract-comparison",
          ContractComparisonTruthTest.parameters(practice, last),
          "int_history_line");
      Map<String, Object> parameters = PracticeSettings.parameters(practice);
      parameters.putAll(
          RetrainingReviewPlan.of(practice, "the quarter", last.minusMonths(2), last, null)
              .parameters());
      add(engine, "retraining-review", parameters, "int_first_payer_answer", "int_answered_line");
      return new PayerSums(monthly(engine), comparison(engine), review(engine));
    }

    private static void add(
        Engine engine, String name, Map<String, Object> parameters, String... tables)
        throws IOException {
      Job whole = Job.named(name);
      Set<String> made =
          whole.steps().stream()
              .map(step -> step.sql().name())
              .filter(table -> engine.tables().contains(table))
              .collect(Collectors.toSet());
      Job job = NeededSteps.of(whole, List.of(tables), made);
      assertThat(job.steps()).isNotEmpty();
      new JobRunner(engine, Progress.SILENT).run(job, parameters);
    }

    private static Map<String, List<Object>> monthly(Engine engine) {
      return sums(
          engine,
          "select payer, sum(allowed_amount) as allowed, sum(first_payer_paid_amount) as paid,"
              + " count_if(is_denied) as denied_lines,"
              + " sum(if(is_denied, charge_amount, 0)) as denied_charge from int_report_line"
              + " where is_adjudicated and"
              + YEAR
              + "group by payer");
    }

    private static Map<String, List<Object>> comparison(Engine engine) {
      return sums(
          engine,
          "select h.payer, sum(h.allowed_amount) as allowed,"
              + " sum(l.first_payer_paid_amount) as paid,"
              + " count_if(h.comparison_status = 'DENIED') as denied_lines,"
              + " sum(if(h.comparison_status = 'DENIED', h.charge_amount, 0)) as denied_charge"
              + " from int_history_line as h inner join int_adjudicated_line as l"
              + " on h.claim_line_key = l.claim_line_key"
              + " where h.comparison_status <> 'OPEN' group by h.payer");
    }

    // The review judges first answers; of its answers, the last that stands is what the others say.
    private static Map<String, List<Object>> review(Engine engine) {
      return sums(
          engine,
          "with told as (select *, min(is_duplicate) over (partition by claim_line_key)"
              + " as is_only_duplicate from int_first_payer_answer where is_live),"
              + " final as (select claim_line_key, max_by(allowed_amount, event_order) as allowed,"
              + " max_by(denial_kind, event_order) <=> 'denied' as is_denied from told"
              + " where is_duplicate = is_only_duplicate group by claim_line_key)"
              + " select a.payer, sum(f.allowed) as allowed, sum(l.first_payer_paid_amount) as paid,"
              + " count_if(f.is_denied) as denied_lines,"
              + " sum(if(f.is_denied, a.charge_amount, 0)) as denied_charge"
              + " from int_answered_line as a"
              + " inner join final as f on a.claim_line_key = f.claim_line_key"
              + " inner join int_adjudicated_line as l on a.claim_line_key = l.claim_line_key"
              + " where a.line_status = 'current' and a."
              + YEAR.strip()
              + " group by a.payer");
    }

    private static Map<String, List<Object>> sums(Engine engine, String sql) {
      Map<String, List<Object>> sums = new TreeMap<>();
      for (Map<String, @Nullable Object> row : EngineRows.of(engine, sql)) {
        sums.put(
            String.valueOf(row.get("payer")),
            List.of(
                String.valueOf(row.get("allowed")),
                String.valueOf(row.get("paid")),
                String.valueOf(row.get("denied_lines")),
                String.valueOf(row.get("denied_charge"))));
      }
      return sums;
    }
  }

  private final PayerSums sums;

  ReportsAgree(PayerSums sums) {
    this.sums = sums;
  }

  @Test
  void the_comparison_allows_pays_and_denies_what_the_monthly_report_does() {
    assertThat(sums.comparison()).isNotEmpty().isEqualTo(sums.monthly());
  }

  @Test
  void the_last_answers_of_the_review_allow_pay_and_deny_what_the_monthly_report_does() {
    assertThat(sums.review()).isNotEmpty().isEqualTo(sums.monthly());
  }
}
