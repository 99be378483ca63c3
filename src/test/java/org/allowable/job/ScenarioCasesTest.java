package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allowable.config.ScenarioFile;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each part of a scenario changes, and that it changes nothing else. */
@Tag("long")
class ScenarioCasesTest {

  private static final String SCENARIOS =
      """
      scenarios:
        - name: as_billed
        - {name: older_release, release: 2024A}
        - {name: older_date, pricing_date: 2024-06-03}
        - {name: release_and_date, release: 2024A, pricing_date: 2025-06-03}
        - {name: no_release, release: 2019A}
        - {name: costly_place, carrier: "00000", locality: "01"}
        - {name: in_hospital, setting: facility}
        - {name: higher_factor, conversion_factor: 12.5}
        - {name: without_ranks, without: [multiple_procedures]}
        - {name: without_sides, without: [bilateral]}
        - {name: without_modifiers, without: [modifiers]}
        - {name: without_credential, without: [credential]}
        - {name: without_participation, without: [participation]}
        - {name: without_cap, without: [opps_cap]}
      """;

  private static final PriceQuestions ASKED = new PriceQuestions();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void price() throws IOException {
    Path file = Files.writeString(folder.resolve("scenarios.yaml"), SCENARIOS);
    ASKED.run(SmallRun.resource("/reference/rules"), folder, ScenarioFile.read(file));
  }

  private static Question of(String code, String modifiers) {
    return Question.of(code, "11", "2025-11-03").modified(modifiers);
  }

  private static void priced(int question, String scenario, String price) {
    assertThat(ASKED.price(question, scenario)).isEqualTo(price);
  }

  private static final int VISIT = ASKED.ask(of("EV100", ""));

  @Test
  void a_scenario_that_says_nothing_changes_nothing() {
    priced(VISIT, "as_billed", "100.00");
  }

  @Test
  void another_release_brings_its_values_and_the_factor_of_its_day() {
    // 12.00 x 9
    priced(VISIT, "older_release", "108.00");
  }

  @Test
  void another_date_brings_the_release_in_force_on_it() {
    assertThat(ASKED.answer(VISIT, "older_date"))
        .containsEntry("release", "2024A")
        .containsEntry("medicare_allowed_amount", usd("108.00"));
  }

  @Test
  void with_a_release_and_a_date_the_factor_is_that_of_the_date() {
    // 12.00 x 10
    priced(VISIT, "release_and_date", "120.00");
  }

  @Test
  void a_release_that_is_not_there_has_no_price() {
    priced(VISIT, "no_release", "NO_RELEASE");
  }

  @Test
  void another_locality_brings_its_indices() {
    // 6.00 x 1.5 + 4.00
    priced(VISIT, "costly_place", "130.00");
  }

  @Test
  void another_setting_brings_its_practice_expense() {
    // 6.00 + 2.00
    priced(VISIT, "in_hospital", "80.00");
  }

  @Test
  void another_conversion_factor_multiplies() {
    priced(VISIT, "higher_factor", "125.00");
  }

  private static final List<Integer> DAY = ASKED.day(of("SA100", ""), of("SA060", ""));

  @Test
  void lines_rank_within_a_scenario() {
    priced(DAY.get(1), "higher_factor", "37.50");
  }

  @Test
  void without_ranks_every_line_is_paid_in_full() {
    priced(DAY.get(1), "without_ranks", "60.00");
  }

  private static final List<Integer> FAMILY = ASKED.day(of("EM300", ""), of("EM250", ""));

  @Test
  void without_ranks_a_family_is_paid_in_full_too() {
    priced(FAMILY.get(1), "without_ranks", "250.00");
  }

  private static final int BOTH = ASKED.ask(of("BIL01", "50"));
  private static final List<Integer> SIDES = ASKED.day(of("BIL01", "LT"), of("BIL01", "RT"));

  @Test
  void without_sides_both_are_paid_as_one() {
    priced(BOTH, "without_sides", "125.00");
  }

  @Test
  void without_sides_each_line_is_paid_in_full() {
    priced(SIDES.get(1), "without_sides", "125.00");
  }

  private static final int ASSISTANT = ASKED.ask(of("AST02", "80"));

  @Test
  void without_modifiers_a_role_is_paid_in_full() {
    priced(ASSISTANT, "without_modifiers", "200.00");
  }

  private static final int NO_ASSISTANT = ASKED.ask(of("AST01", "80"));

  @Test
  void without_modifiers_a_role_that_is_not_paid_has_the_fee() {
    priced(NO_ASSISTANT, "without_modifiers", "200.00");
  }

  private static final int UNUSUAL = ASKED.ask(of("AST02", "22"));

  @Test
  void without_modifiers_nothing_is_by_report() {
    priced(UNUSUAL, "without_modifiers", "200.00");
  }

  private static final int AFTER = ASKED.ask(of("GL090", "55"));

  @Test
  void without_modifiers_a_share_is_paid_in_full() {
    priced(AFTER, "without_modifiers", "1000.00");
  }

  private static final int READING = ASKED.ask(of("IM100", "26"));

  @Test
  void without_modifiers_a_part_still_has_its_own_row() {
    priced(READING, "without_modifiers", "20.00");
  }

  private static final int PRACTITIONER = ASKED.ask(of("EV100", "").by("NP"));

  @Test
  void without_its_rule_a_credential_is_paid_in_full() {
    priced(PRACTITIONER, "without_credential", "100.00");
  }

  private static final int OUTSIDE =
      ASKED.ask(of("EV100", "").with("participation", "non_participating"));

  @Test
  void without_its_rule_participation_is_paid_in_full() {
    priced(OUTSIDE, "without_participation", "100.00");
  }

  private static final int CAPPED = ASKED.ask(of("IC100", "TC"));

  @Test
  void the_cap_holds_in_a_scenario() {
    priced(CAPPED, "as_billed", "30.00");
  }

  @Test
  void without_the_cap_the_fee_is_paid() {
    priced(CAPPED, "without_cap", "80.00");
  }
}
