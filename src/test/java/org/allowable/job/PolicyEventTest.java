package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which public event is named beside a change that began in March 2026: what took effect in March
 * or in February, for its code, its kind of change, and its payer's class.
 */
class PolicyEventTest {

  private static final String CODE = "64483";
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private final Map<String, List<Map<String, Object>>> tables = new HashMap<>();

  private void given(String table, Map<String, Object> row) {
    tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
  }

  private void allowedLess() {
    given("int_policy_change", change("LOWER_ALLOWED"));
  }

  private void denied(String group) {
    Map<String, Object> change = change("MORE_DENIALS");
    change.put("denial_code", "CO-97");
    change.put("denial_group", group);
    given("int_policy_change", change);
  }

  private static Map<String, Object> change(String kind) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("policy_change", kind);
    cells.put("payer", "Pinnacle");
    cells.put("payer_class", "commercial");
    cells.put("hcpcs_code", CODE);
    cells.put("change_month", "2026-03");
    cells.put("change_month_date", MARCH);
    cells.put("false_alarm_share", new BigDecimal("0.0100000000"));
    return cells;
  }

  private void release(String release, String from, String workRvu) {
    given("release_calendar", Map.of("release", release, "effective_from_date", day(from)));
    if (!workRvu.isEmpty()) {
      given(
          "relative_value",
          Map.of(
              "release", release,
              "effective_from_date", day(from),
              "hcpcs_code", CODE,
              "work_rvu", new BigDecimal(workRvu),
              "non_facility_pe_rvu", new BigDecimal("5.00"),
              "facility_pe_rvu", new BigDecimal("1.00"),
              "mp_rvu", new BigDecimal("0.20"),
              "conversion_factor", new BigDecimal("33.4009")));
    }
  }

  private void unitLimit(String release, String from, int limit) {
    given(
        "medically_unlikely_edit",
        Map.of(
            "release",
            release,
            "effective_from_date",
            day(from),
            "hcpcs_code",
            CODE,
            "unit_limit",
            limit));
    given("finding_denial", explains("unit", "Units"));
  }

  private void pair(String other, String from, String to) {
    Map<String, Object> pair = new HashMap<>();
    pair.put("column_1_code", other);
    pair.put("column_2_code", CODE);
    pair.put("effective_from_date", day(from));
    if (!to.isEmpty()) {
      pair.put("deletion_date", day(to));
    }
    given("procedure_pair", pair);
    tables.put("finding_denial", new ArrayList<>(List.of(explains("pair", "Bundling"))));
  }

  private void policy(String name, String payerClass, String from) {
    given(
        "frequency_policy_default",
        Map.of("policy", name, "payer_class", payerClass, "effective_from_date", day(from)));
    given(
        "frequency_policy_code",
        Map.of(
            "policy",
            name,
            "hcpcs_code",
            CODE,
            "region",
            "any",
            "effective_from_date",
            day("2020-01-01")));
    tables.put("finding_denial", new ArrayList<>(List.of(explains("session", "Frequency"))));
  }

  private static Map<String, Object> explains(String finding, String denials) {
    return Map.of(
        "finding_group",
        finding,
        "denial_group",
        denials,
        "priority",
        1,
        "effective_from_date",
        day("1995-01-01"));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private String named() {
    try (Engine engine = SmallRun.newEngine()) {
      for (String table :
          List.of(
              "int_policy_change",
              "relative_value",
              "release_calendar",
              "medically_unlikely_edit",
              "procedure_pair",
              "frequency_policy_default",
              "frequency_policy_code",
              "finding_denial")) {
        EngineRows.fill(engine, table, tables.getOrDefault(table, List.of()));
      }
      engine.select("int_policy_event", step("jobs/15-policy/", "int_policy_event").text());
      List<Map<String, @Nullable Object>> changes =
          EngineRows.of(
              engine, step("jobs/report/monthly-report/", "mart_policy_change"), Map.of());
      assertThat(changes).hasSize(1);
      assertThat(changes.get(0).get("is_public"))
          .isEqualTo(!"None known".equals(changes.get(0).get("public_event")));
      return String.valueOf(changes.get(0).get("public_event"));
    }
  }

  private static SqlStep step(String folder, String name) {
    return new SqlStep(name, folder + name + ".sql");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, None known",
    "2026-02-01, 'Medicare values, release NEW, 2026-02-01'",
    "2026-03-31, 'Medicare values, release NEW, 2026-03-31'",
    "2026-04-01, None known"
  })
  void a_release_with_other_values_is_named_from_the_month_before_to_the_months_end(
      String from, String said) {
    allowedLess();
    release("OLD", "2025-01-01", "1.90");
    release("NEW", from, "1.80");
    assertThat(named()).isEqualTo(said);
  }

  @Test
  void a_release_with_the_same_values_is_no_event() {
    allowedLess();
    release("OLD", "2025-01-01", "1.90");
    release("NEW", "2026-03-01", "1.90");
    assertThat(named()).isEqualTo("None known");
  }

  @Test
  void a_release_that_is_not_on_file_may_be_the_one_that_changed_the_values() {
    allowedLess();
    release("OLD", "2025-01-01", "1.90");
    release("MISSING", "2026-02-01", "");
    release("NEW", "2026-07-01", "1.80");
    assertThat(named())
        .isEqualTo("Medicare values, release MISSING to NEW (not all on file), 2026-02-01");
  }

  @Test
  void other_values_explain_no_denial() {
    denied("Bundling");
    release("OLD", "2025-01-01", "1.90");
    release("NEW", "2026-03-01", "1.80");
    assertThat(named()).isEqualTo("None known");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, '', None known",
    "2026-02-01, '', 'NCCI edit with 77003 began, 2026-02-01'",
    "2020-01-01, 2026-01-30, None known",
    "2020-01-01, 2026-01-31, 'NCCI edit with 77003 ended, 2026-02-01'",
    "2020-01-01, 2026-03-30, 'NCCI edit with 77003 ended, 2026-03-31'",
    "2020-01-01, 2026-03-31, None known",
    "2026-03-01, 2026-03-01, None known"
  })
  void a_pair_that_began_or_the_day_after_its_last_day_is_named(
      String from, String to, String said) {
    denied("Bundling");
    pair("77003", from, to);
    assertThat(named()).isEqualTo(said);
  }

  @Test
  void a_pair_explains_no_denial_of_another_group() {
    denied("Authorization");
    pair("77003", "2026-03-01", "");
    assertThat(named()).isEqualTo("None known");
  }

  @ParameterizedTest
  @CsvSource({"1, 'MUE NEW: 1 units, 2026-02-01'", "3, None known"})
  void a_unit_limit_that_changed_is_named(int limit, String said) {
    denied("Units");
    unitLimit("OLD", "2025-10-01", 3);
    unitLimit("NEW", "2026-02-01", limit);
    tables.put("finding_denial", new ArrayList<>(List.of(explains("unit", "Units"))));
    assertThat(named()).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "commercial, 2026-03-01, 'Frequency policy Epidurals, 2026-03-01'",
    "medicare, 2026-03-01, None known",
    "commercial, 2026-01-01, None known"
  })
  void a_frequency_policy_of_the_payers_class_is_named(
      String payerClass, String from, String said) {
    denied("Frequency");
    policy("Epidurals", payerClass, from);
    assertThat(named()).isEqualTo(said);
  }

  @Test
  void of_two_events_the_later_is_named() {
    denied("Bundling");
    pair("77003", "2026-02-01", "");
    pair("20552", "2026-03-01", "");
    assertThat(named()).isEqualTo("NCCI edit with 20552 began, 2026-03-01");
  }

  @Test
  void of_two_events_of_one_day_the_first_by_its_words_is_named_with_the_number_of_others() {
    denied("Bundling");
    pair("77003", "2026-03-01", "");
    pair("20552", "2026-03-01", "");
    assertThat(named()).isEqualTo("NCCI edit with 20552 began and 1 more, 2026-03-01");
  }
}
