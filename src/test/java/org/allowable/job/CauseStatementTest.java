package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sentence about a cause says of its size, with the numbers as an office writes them. */
class CauseStatementTest {

  private static final SqlStep STEP =
      new SqlStep(
          "mart_underpayment_cause", "jobs/report/monthly-report/mart_underpayment_cause.sql");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1    | 0.20    | 1 line, less than $1,",
        "999  | 1.00    | 999 lines, $999,",
        "1000 | 1.00    | 1,000 lines, $1,000,",
        "1412 | 12.91   | 1,412 lines, $18,229,",
        "1005 | 1000.05 | 1,005 lines, $1,005,050,"
      })
  void counts_and_dollars_have_thousands_separators(int lines, BigDecimal each, String said) {
    List<Map<String, Object>> shorts = new ArrayList<>();
    List<Map<String, Object>> reported = new ArrayList<>();
    List<Map<String, Object>> causes = new ArrayList<>();
    for (long key = 1; key <= lines; key++) {
      shorts.add(
          Map.of(
              "claim_line_key",
              key,
              "payer",
              "Pinnacle",
              "service_date",
              LocalDate.of(2026, 3, 1),
              "expected_allowed_amount",
              each,
              "allowed_amount",
              new BigDecimal("0.00")));
      reported.add(Map.of("claim_line_key", key, "is_underpaid", true));
      causes.add(
          Map.of(
              "claim_line_key",
              key,
              "cause_count",
              1,
              "cause",
              "RVUs of 2024",
              "cause_wording",
              "paid 2024 RVUs"));
    }
    try (Engine engine = SmallRun.newEngine()) {
      EngineRows.fill(engine, "int_short_line", shorts);
      EngineRows.fill(engine, "int_report_line", reported);
      EngineRows.fill(engine, "int_line_cause", causes);
      assertThat(EngineRows.of(engine, STEP, Map.of()))
          .singleElement()
          .extracting(row -> String.valueOf(row.get("cause_statement")))
          .asString()
          .contains(": " + said + " 100% of its shortfall");
    }
  }
}
