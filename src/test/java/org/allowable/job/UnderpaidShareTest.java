package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the shortfall of a line is shared where the share has no end. */
class UnderpaidShareTest {

  private static final SqlStep STEP =
      new SqlStep("int_underpaid_share", "jobs/report/monthly-report/int_underpaid_share.sql");

  private static void row(Engine engine, String table, Map<String, Object> cells) {
    @Nullable Object[] values =
        Tables.named(table).columnNames().stream().map(cells::get).toArray();
    engine.rows(Tables.named(table), List.<@Nullable Object[]>of(values));
  }

  // 1.05 x 1/6 is 0.175 and 1.05 x 5/6 is 0.875: half a cent goes up.
  @ParameterizedTest
  @CsvSource({
    "60.00, 0.00, 10.00, 1.05, 0.18, 0.87",
    "60.00, 0.00, 50.00, 1.05, 0.88, 0.17",
    "160.00, 100.00, 10.00, 1.05, 0.18, 0.87",
    "60.00, 60.00, 0.00, 1.05, 1.05, 0.00",
    "60.00, 0.00, 0.00, 1.05, 0.00, 1.05"
  })
  void half_a_cent_of_a_share_goes_up(
      BigDecimal allowed,
      BigDecimal deductible,
      BigDecimal coinsurance,
      BigDecimal shortfall,
      BigDecimal patient,
      BigDecimal payer) {
    try (Engine engine = SmallRun.newEngine()) {
      row(
          engine,
          "int_report_line",
          Map.of(
              "claim_line_key",
              1L,
              "variance_amount",
              shortfall.negate(),
              "allowed_amount",
              allowed,
              "is_underpaid",
              true));
      row(
          engine,
          "int_standing_answer",
          Map.of(
              "claim_line_key",
              1L,
              "remit_claim_key",
              2L,
              "is_in_force",
              true,
              "is_denial_beside_payment",
              false));
      row(
          engine,
          "int_remit_event",
          Map.of("claim_line_key", 1L, "remit_claim_key", 2L, "remit_line_key", 3L));
      row(
          engine,
          "stg_remit_line",
          Map.of(
              "remit_line_key",
              3L,
              "deductible_amount",
              deductible,
              "coinsurance_amount",
              coinsurance));
      assertThat(EngineRows.of(engine, STEP, Map.of()))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row).containsEntry("patient_shortfall_amount", patient);
                assertThat(row).containsEntry("payer_shortfall_amount", payer);
              });
    }
  }
}
