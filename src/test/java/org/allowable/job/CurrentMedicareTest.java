package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which expected prices move with Medicare's fee of the day. */
@Tag("long")
class CurrentMedicareTest {

  private final Map<String, Object> scenario = new HashMap<>();
  private final Map<String, Object> contract = new HashMap<>();

  CurrentMedicareTest() {
    scenario.putAll(Map.of("scenario", "as_billed", "description", "As billed"));
    contract.putAll(
        Map.of(
            "price_key", 1L,
            "contract", "acme",
            "method", "percent_of_medicare",
            "basis", "160% of Medicare",
            "medicare_scenario", "as_billed",
            "escalator_factor", new BigDecimal("1.000000")));
  }

  private static Table comingIn(String name) {
    return Tables.allComingIn().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void fill(Engine engine, Table table, Map<String, Object> cells) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    if (!cells.isEmpty()) {
      rows.add(table.columnNames().stream().map(cells::get).toArray());
    }
    engine.rows(table, rows);
  }

  private Object isCurrent(String payerClass) {
    try (Engine engine = SmallRun.newEngine()) {
      fill(engine, comingIn("price_scenario"), scenario);
      fill(engine, Tables.named("int_contract_price"), contract);
      fill(engine, Tables.named("int_medicare_price"), Map.of());
      fill(
          engine,
          Tables.named("int_price_wanted"),
          Map.of("price_key", 1L, "payer_class", payerClass, "contract", "acme"));
      engine.keep(
          new SqlStep("int_expected_price", "jobs/09-expected/int_expected_price.sql"), Map.of());
      return String.valueOf(engine.all("int_expected_price").get(0).get("is_current_medicare"));
    }
  }

  @Test
  void medicare_itself_does() {
    assertThat(isCurrent("medicare")).isEqualTo("true");
  }

  @Test
  void a_percent_of_medicare_that_an_escalator_raised_does() {
    contract.put("escalator_factor", new BigDecimal("1.030000"));
    assertThat(isCurrent("commercial")).isEqualTo("true");
  }

  @Test
  void a_percent_of_an_earlier_year_does_not() {
    scenario.put("scenario", "medicare of 2023");
    scenario.put("pricing_date", LocalDate.of(2023, 1, 1));
    contract.put("medicare_scenario", "medicare of 2023");
    assertThat(isCurrent("commercial")).isEqualTo("false");
  }

  @Test
  void a_fee_schedule_does_not() {
    contract.put("method", "fee_schedule");
    assertThat(isCurrent("commercial")).isEqualTo("false");
  }
}
