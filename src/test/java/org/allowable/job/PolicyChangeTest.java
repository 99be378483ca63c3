package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.Sparks;
import org.allowable.config.PolicyChanges;
import org.allowable.engine.Engine;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.engine.spark.SqlFunctions;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes of payers' policies over generated histories: how often one is named where nothing
 * changed, how soon one that was planted is found, and the same steps by a slow count.
 */
@Tag("long")
class PolicyChangeTest {

  private static final YearMonth LAST = PolicyHistory.FIRST.plusMonths(PolicyHistory.MONTHS - 1);
  private static final int SEEDS = 200;

  @TempDir private Path folder;

  private static List<Map<String, @Nullable Object>> made(
      Engine engine, List<PolicyHistory.Claim> claims, YearMonth last, String... tables) {
    Map<String, Object> parameters = new HashMap<>(PolicyChanges.parameters());
    parameters.put("first_month", PolicyHistory.FIRST.toString());
    parameters.put("report_month", last.toString());
    engine.rows(Tables.named("int_policy_line"), PolicyHistory.lines(claims, last));
    return made(engine, parameters, tables);
  }

  private static List<Map<String, @Nullable Object>> made(
      Engine engine, Map<String, Object> parameters, String... tables) {
    for (String table : tables) {
      engine.keep(new SqlStep(table, "jobs/15-policy/" + table + ".sql"), parameters);
    }
    return engine.all(tables[tables.length - 1]);
  }

  private static List<Map<String, @Nullable Object>> steps(
      Engine engine, List<PolicyHistory.Claim> claims) {
    return made(
        engine,
        claims,
        LAST,
        "int_policy_patient",
        "int_policy_month",
        "int_policy_split",
        "int_policy_step");
  }

  private static List<Map<String, @Nullable Object>> changes(
      Engine engine, List<PolicyHistory.Claim> claims, YearMonth last) {
    return made(
        engine,
        claims,
        last,
        "int_policy_patient",
        "int_policy_month",
        "int_policy_split",
        "int_policy_step",
        "int_policy_share",
        "int_policy_change");
  }

  // Steps are what any report could name; changes are some of them.
  @ParameterizedTest
  @CsvSource({"1, 1", "6, 4"})
  @Tag("faults")
  void at_most_one_in_twenty_reports_names_a_change_where_nothing_changed(
      int mostMonths, int mostLines) {
    Engine engine = SmallRun.newEngine();
    List<Integer> alarmed = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      if (!steps(engine, PolicyHistory.byPatient(seed, mostMonths, mostLines)).isEmpty()) {
        alarmed.add(seed);
      }
    }
    assertThat(alarmed).hasSizeLessThanOrEqualTo((int) (SEEDS * PolicyChanges.FALSE_ALARM_LEVEL));
  }

  // The report of the month after the change, with two months of it.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_planted_change_is_found_within_a_month_and_dated_to_its_month(long seed) {
    YearMonth month = PolicyHistory.FIRST.plusMonths(4 + seed % 7);
    List<PolicyHistory.Claim> claims =
        PolicyHistory.of(
            seed,
            new PolicyHistory.Planted(PolicyHistory.LARGE_DENIAL, "CO-197", month, 45),
            new PolicyHistory.Planted(PolicyHistory.LARGE_ALLOWED, "0.930", month, 90));
    Set<String> found = new HashSet<>();
    for (Map<String, @Nullable Object> change :
        changes(SmallRun.newEngine(), claims, month.plusMonths(1))) {
      found.add(
          "%s %s %s %s %s"
              .formatted(
                  change.get("policy_change"),
                  change.get("payer"),
                  change.get("hcpcs_code"),
                  change.get("change_month"),
                  change.get("denial_code") == null
                      ? change.get("earlier_allowed_share") + " " + change.get("new_allowed_share")
                      : change.get("denial_code")));
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            "MORE_DENIALS P0 10000 " + month + " CO-197",
            "LOWER_ALLOWED P0 10000 " + month + " 1.000 0.930");
  }

  @Test
  void the_same_cents_against_another_expectation_are_no_change() {
    List<PolicyHistory.Claim> claims =
        PolicyHistory.of(
            7,
            new PolicyHistory.Planted(
                PolicyHistory.LARGE_ALLOWED, "0.930", PolicyHistory.FIRST.plusMonths(6), 90));
    Engine engine = SmallRun.newEngine();
    assertThat(changes(engine, claims, LAST)).hasSize(1);
    int amount = Tables.named("int_policy_line").columnNames().indexOf("unit_allowed_amount");
    List<@Nullable Object[]> lines = PolicyHistory.lines(claims, LAST);
    lines.forEach(line -> line[amount] = new BigDecimal("93.00"));
    engine.rows(Tables.named("int_policy_line"), lines);
    assertThat(made(engine, PolicyChanges.parameters(), "int_policy_share", "int_policy_change"))
        .isEmpty();
  }

  @Test
  void steps_are_those_of_a_slow_count() {
    requireAsBySlowCount(SmallRun.newEngine(), 4, 8);
  }

  @Test
  @Tag("faults")
  void steps_on_spark_are_those_of_a_slow_count() {
    SparkSession session = Sparks.session().newSession();
    SqlFunctions.register(session);
    requireAsBySlowCount(new SparkEngine(session, folder), 1, 1);
  }

  private static void requireAsBySlowCount(Engine engine, int histories, int least) {
    int all = 0;
    for (long seed = 1; seed <= histories; seed++) {
      YearMonth month = PolicyHistory.FIRST.plusMonths(2 + seed % 10);
      List<PolicyHistory.Planted> planted = new ArrayList<>();
      for (int payer = 0; payer < 6; payer++) {
        planted.add(
            new PolicyHistory.Planted(
                "DENIAL|P%d|1%04d||".formatted(payer, payer),
                "CO-50",
                month.minusMonths(payer % 3),
                15 * (payer + 1)));
        planted.add(
            new PolicyHistory.Planted(
                "ALLOWED|P%d|1%04d||office".formatted(payer, payer),
                "0.930",
                month,
                15 * (payer + 1)));
      }
      List<PolicyHistory.Claim> claims =
          PolicyHistory.of(1000 + seed, planted.toArray(PolicyHistory.Planted[]::new));
      Set<SlowPolicySteps.Step> slow = SlowPolicySteps.of(claims);
      assertThat(found(engine, claims)).as("seed %d", seed).isEqualTo(slow);
      all += slow.size();
    }
    assertThat(all).isGreaterThanOrEqualTo(least);
  }

  private static Set<SlowPolicySteps.Step> found(Engine engine, List<PolicyHistory.Claim> claims) {
    Set<SlowPolicySteps.Step> found = new HashSet<>();
    for (Map<String, @Nullable Object> step : steps(engine, claims)) {
      found.add(
          new SlowPolicySteps.Step(
              String.valueOf(step.get("policy_series")),
              String.valueOf(step.get("policy_answer")),
              month(step.get("clearest"))));
    }
    return found;
  }

  // The first field of a struct, as each engine's driver shows it.
  private static String month(@Nullable Object clearest) {
    java.util.regex.Matcher month =
        java.util.regex.Pattern.compile("\\d{4}-\\d{2}").matcher(String.valueOf(clearest));
    if (!month.find()) {
      throw new AssertionError("No month in " + clearest);
    }
    return month.group();
  }
}
