package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Until when a line that nobody answers is in A/R, by the filing limit of its payer. */
@Tag("long")
class FilingLimitTest {

  private static final LocalDate SERVED = LocalDate.of(2026, 1, 15);
  private static final Table LIMITS =
      Tables.allComingIn().stream()
          .filter(table -> table.name().equals("filing_limit"))
          .findFirst()
          .orElseThrow();

  private final List<@Nullable Object[]> limits = new ArrayList<>();

  private void limit(String payer, String payerClass, int months, String from) {
    limits.add(row(LIMITS, limitCells(payer, payerClass, months, from)));
  }

  private static Map<String, Object> limitCells(
      String payer, String payerClass, int months, String from) {
    return Map.of(
        "payer", payer,
        "payer_class", payerClass,
        "filing_months", months,
        "effective_from_date", LocalDate.parse(from),
        "source", "Test");
  }

  private static @Nullable Object[] row(Table table, Map<String, Object> cells) {
    return table.columnNames().stream().map(cells::get).toArray();
  }

  /** The day at whose end an unanswered line of a commercial payer is no A/R any more. */
  private @Nullable Object until(String payer) {
    Table milestone = Tables.named("int_line_milestone");
    try (Engine engine = SmallRun.newEngine()) {
      engine.rows(LIMITS, limits);
      List<@Nullable Object[]> lines = new ArrayList<>();
      lines.add(
          row(
              milestone,
              Map.of(
                  "claim_line_key",
                  1L,
                  "payer",
                  payer,
                  "payer_class",
                  "commercial",
                  "service_date",
                  SERVED,
                  "billed_date",
                  SERVED,
                  "charge_amount",
                  new java.math.BigDecimal("100.00"))));
      engine.rows(milestone, lines);
      engine.rows(Tables.named("int_billed_line"), List.of());
      engine.keep(new SqlStep("int_filing_limit", "jobs/10-denial/int_filing_limit.sql"), Map.of());
      engine.keep(
          new SqlStep("int_receivable", "jobs/report/monthly-report/int_receivable.sql"),
          Map.of("first_month", "2025-01"));
      return engine.all("int_receivable").stream()
          .filter(stay -> "UNANSWERED".equals(stay.get("receivable_kind")))
          .findFirst()
          .orElseThrow()
          .get("receivable_to_date");
    }
  }

  @Test
  void the_limit_of_the_payer_goes_before_its_class_and_the_default() {
    limit("*", "*", 12, "1995-01-01");
    limit("*", "commercial", 6, "1995-01-01");
    limit("Aetna", "*", 4, "1995-01-01");
    assertThat(until("Aetna")).isEqualTo(LocalDate.of(2026, 5, 16));
  }

  @Test
  void the_limit_of_the_class_goes_before_the_default() {
    limit("*", "*", 12, "1995-01-01");
    limit("*", "commercial", 6, "1995-01-01");
    assertThat(until("Cigna")).isEqualTo(LocalDate.of(2026, 7, 16));
  }

  @Test
  void a_limit_that_begins_after_the_service_does_not_hold() {
    limit("*", "*", 12, "1995-01-01");
    limit("Aetna", "*", 4, "2026-02-01");
    assertThat(until("Aetna")).isEqualTo(LocalDate.of(2027, 1, 16));
  }

  @Test
  void without_a_limit_a_line_stays_until_it_is_answered() {
    assertThat(until("Aetna")).isNull();
  }
}
