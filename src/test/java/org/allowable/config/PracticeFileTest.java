package org.allowable.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.allowable.config.Practice.PayerClass;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a practice file may not say, starting from the shipped example. */
class PracticeFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void the_example_is_read() throws IOException {
    assertThat(PracticeFile.read(changed("", "")).payers()).hasSize(8);
  }

  @Test
  void two_payers_with_one_identifier_are_refused() {
    refused("PIN01", "blu01", "Blue Harbor and Pinnacle Health claim the same identifier");
  }

  @Test
  void two_payers_known_by_one_name_are_refused() {
    refused("PINNACLE HEALTH PLAN", "Blue Harbor Health", "claim the same name");
  }

  @Test
  void a_payer_twice_is_refused() {
    refused("name: Pinnacle Health", "name: Blue Harbor", "claim the same payer");
  }

  @Test
  void a_physician_twice_is_refused() {
    refused("1999999935", "1999999943", "A. Adler and B. Brook claim the same NPI");
  }

  @Test
  void a_percent_written_as_a_multiple_is_refused() {
    refused("percent: 145", "percent: 1.45", "Write 140 for 140 percent");
  }

  @Test
  void a_percent_of_more_decimals_than_are_kept_is_refused() {
    refused("percent: 145", "percent: 145.0005", "at most three decimals");
  }

  @Test
  void an_unknown_key_is_named_with_its_line_and_the_keys_that_are_known() {
    refused(
        "apm_status:",
        "apm_statis:",
        "practice.yaml, line 8: apm_statis is not a known key. Did you mean apm_status? Known here: apm_status, ");
  }

  @Test
  void a_misspelt_key_among_others_of_a_line_is_named_with_its_line() {
    refused(
        "{npi: \"1999999935\", name:",
        "{npi: \"1999999935\", nmae:",
        "practice.yaml, line 53: physicians.[1].nmae is not a known key. Did you mean name?");
  }

  @Test
  void a_misspelt_measure_of_a_target_is_named_with_the_nearest() {
    refused(
        "initial_denial_rate: 0.08",
        "inital_denial_rate: 0.08",
        "targets.inital_denial_rate is not a known key. Did you mean initial_denial_rate?");
  }

  @Test
  void a_target_rate_in_percent_is_refused() {
    refused(
        "insurance_net_collection_rate: 0.95",
        "insurance_net_collection_rate: 95",
        "targets has the insurance_net_collection_rate 95. Write a rate between 0 and 1");
  }

  @Test
  void target_days_below_zero_are_refused() {
    refused(
        "net_days_in_ar: 35",
        "net_days_in_ar: -35",
        "targets has the net_days_in_ar -35. Write days between 0 and 1000");
  }

  @Test
  void targets_are_read_by_the_names_that_they_have_in_the_file() throws IOException {
    MeasureTargets targets = PracticeFile.read(changed("", "")).targets();
    assertThat(targets.days())
        .containsEntry("net_days_in_ar", new BigDecimal("35"))
        .containsEntry("days_to_pay_90th_percentile", new BigDecimal("45"));
    assertThat(targets.rates())
        .containsEntry("ar_over_90_days", new BigDecimal("0.15"))
        .doesNotContainKey("initial_denial_rate_charges");
  }

  @Test
  void contract_targets_are_percents_by_payer_class() throws IOException {
    assertThat(PracticeFile.read(changed("", "")).contractTargets().percents())
        .containsExactly(
            Map.entry(PayerClass.COMMERCIAL, new BigDecimal("160")),
            Map.entry(PayerClass.WORKERS_COMPENSATION, new BigDecimal("175")));
  }

  @Test
  void without_contract_targets_medicare_advantage_still_has_none() throws IOException {
    assertThat(
            PracticeFile.read(
                    changed(
                        "contract_targets:\n  commercial: 160\n  workers_compensation: 175\n", ""))
                .contractTargets()
                .percents())
        .containsOnlyKeys(PayerClass.COMMERCIAL, PayerClass.WORKERS_COMPENSATION, PayerClass.OTHER);
  }

  @Test
  void a_contract_target_as_a_multiple_is_refused() {
    refused(
        "commercial: 160",
        "commercial: 1.6",
        "contract_targets has the commercial target 1.6. Write 160 for 160 percent of Medicare");
  }

  @Test
  void a_contract_target_of_twice_medicare_for_medicare_advantage_is_refused() {
    refused("commercial: 160", "medicare_advantage: 200", "write less than 200, such as 105");
  }

  @Test
  void a_misspelt_class_of_a_contract_target_is_named_with_the_nearest() {
    refused(
        "commercial: 160",
        "comercial: 160",
        "contract_targets.comercial is not a known key. Did you mean commercial?");
  }

  @Test
  void a_word_that_is_not_of_the_list_is_told_the_list() {
    refused("apm_status: non_qp", "apm_status: maybe", "apm_status is none of qp, non_qp.");
  }

  @Test
  void what_is_no_yaml_is_said_to_be_none() {
    refused(
        "name: Pinnacle Health", "name: \"x\" y", "this is not YAML as the practice file needs it");
  }

  @Test
  void a_threshold_below_zero_is_refused() {
    refused("underpaid_amount: 1.00", "underpaid_amount: -1.00", "underpaid_amount is below zero");
  }

  @Test
  void a_facility_twice_is_refused() {
    refused(
        "physicians:",
        facilities("1999999976", "1.0512") + facility("1999999976", "1.1") + "physicians:",
        "facilities[0] and facilities[1] claim the same billing_npi");
  }

  @Test
  void a_wage_index_of_more_decimals_than_cms_has_is_refused() {
    refused(
        "physicians:",
        facilities("1999999976", "1.05125") + "physicians:",
        "facilities[0] has the wage_index 1.05125");
  }

  @Test
  void a_facility_without_wage_index_is_refused() {
    refused(
        "physicians:",
        "facilities: [{billing_npi: \"1999999976\", payment_system: asc}]\nphysicians:",
        "facilities[0].wage_index is missing");
  }

  @Test
  void a_wage_index_may_end_in_zeros() throws IOException {
    Path file = changed("physicians:", facilities("1999999976", "1.051200") + "physicians:");
    assertThat(PracticeFile.read(file).facilities()).hasSize(1);
  }

  @Test
  void what_the_review_goes_by_is_read() throws IOException {
    Practice.Retraining retraining = PracticeFile.read(changed("", "")).retraining();
    assertThat(retraining.denialRate()).isEqualByComparingTo("0.08");
    assertThat(retraining.leastLines()).isEqualTo(30);
    assertThat(retraining.trainings())
        .containsExactly(
            new Practice.Training("1999999927", LocalDate.of(2026, 3, 2), "Modifiers", "Coding"));
  }

  @Test
  void without_a_word_the_review_goes_by_the_usual() throws IOException {
    String example = Files.readString(Path.of("data/example/practice.yaml"));
    int from = example.indexOf("retraining:\n");
    String said = example.substring(from, example.indexOf("# payer_class", from));
    Practice.Retraining retraining = PracticeFile.read(changed(said, "")).retraining();
    assertThat(retraining.denialRate()).isEqualByComparingTo("0.08");
    assertThat(retraining.leastLines()).isEqualTo(30);
    assertThat(retraining.trainings()).isEmpty();
  }

  @Test
  void how_work_rvus_are_counted_is_read() throws IOException {
    WorkRvuConvention said =
        PracticeFile.read(changed("both_sides: once ", "both_sides: as_paid ")).workRvu();
    assertThat(said.bothSides()).isEqualTo(WorkRvuConvention.BothSides.AS_PAID);
    assertThat(said.units()).isEqualTo(WorkRvuConvention.Units.EACH);
  }

  @Test
  void the_example_says_the_defaults_of_work_rvus() throws IOException {
    assertThat(PracticeFile.read(changed("", "")).workRvu()).isEqualTo(WorkRvuConvention.USUAL);
  }

  @Test
  void the_engine_is_read() throws IOException {
    assertThat(PracticeFile.read(changed("engine: auto", "engine: spark")).engine())
        .isEqualTo(EngineChoice.SPARK);
  }

  @Test
  void without_a_word_the_rows_choose_the_engine() throws IOException {
    assertThat(PracticeFile.read(changed("engine: auto\n", "")).engine())
        .isEqualTo(EngineChoice.AUTO);
  }

  @Test
  void an_engine_that_is_none_is_refused() {
    refused("engine: auto", "engine: steam", "engine");
  }

  @Test
  void a_convention_that_is_none_is_refused() {
    refused("assistants: in_full", "assistants: sometimes", "assistants");
  }

  @Test
  void a_training_without_a_group_is_about_all() throws IOException {
    Path file = changed(", denial_group: Coding}", "}");
    assertThat(PracticeFile.read(file).retraining().trainings().get(0).denialGroup()).isNull();
  }

  @Test
  void a_threshold_in_percent_is_refused() {
    refused("denial_rate: 0.08", "denial_rate: 8", "retraining has the denial_rate 8");
  }

  @Test
  void a_threshold_of_everything_or_nothing_is_refused() {
    refused("denial_rate: 0.08", "denial_rate: 1", "between 0 and 1");
    refused("denial_rate: 0.08", "denial_rate: 0", "between 0 and 1");
  }

  @Test
  void fewest_lines_of_none_are_refused() {
    refused("least_lines: 30", "least_lines: 0", "retraining has least_lines 0");
  }

  @Test
  void a_training_of_nobody_is_refused() {
    refused(
        "{physician: \"1999999927\"",
        "{physician: \"1234567893\"",
        "trainings[0] names an NPI that no physician of the file has");
  }

  @Test
  void a_training_of_nobody_is_not_named_by_its_identifier() {
    assertThatThrownBy(
            () ->
                PracticeFile.read(
                    changed("{physician: \"1999999927\"", "{physician: \"1234567893\"")))
        .hasMessageNotContaining("1234567893");
  }

  @Test
  void a_training_without_a_date_is_refused() {
    refused(", date: 2026-03-02", "", "retraining.trainings[0].date is missing");
  }

  @Test
  void a_training_twice_is_refused() {
    String training =
        "    - {physician: \"1999999927\", date: 2026-03-02, subject: \"Modifiers\", denial_group: Coding}\n";
    refused(training, training + training, "claim the same training");
  }

  @Test
  void a_percent_without_its_first_day_is_refused() {
    refused(
        "{from: 2023-01-01, percent: 72}",
        "{percent: 72}",
        "percent_of_medicare[0].from is missing");
  }

  @Test
  void a_number_that_no_computer_can_write_out_is_refused() {
    refused("percent: 72", "percent: 1e999999999", "more than twelve digits");
    refused("underpaid_amount: 1.00", "underpaid_amount: 1e999999999", "more than twelve digits");
    refused("underpaid_amount: 1.00", "underpaid_amount: 1e-999999999", "more than twelve digits");
  }

  @Test
  void a_file_that_holds_nothing_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("nothing.yaml"), "~\n");
    assertThatThrownBy(() -> PracticeFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds nothing");
  }

  @Test
  void a_file_of_twenty_megabytes_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("large.yaml"), "#" + "x".repeat(20_000_000));
    assertThatThrownBy(() -> PracticeFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("20,000,001 bytes");
  }

  private static String facilities(String npi, String wageIndex) {
    return "facilities:\n" + facility(npi, wageIndex);
  }

  private static String facility(String npi, String wageIndex) {
    return "  - {billing_npi: \"%s\", payment_system: asc, wage_index: %s}\n"
        .formatted(npi, wageIndex);
  }

  private void refused(String from, String to, String sentence) {
    assertThatThrownBy(() -> PracticeFile.read(changed(from, to)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void a_rework_cost_below_zero_is_refused_by_its_line() throws IOException {
    refusedEntry("amount: 25.00", "amount: -1", "rework_cost[0].amount", "0 to 1,000 dollars");
  }

  @Test
  void a_percent_a_year_written_as_a_share_is_refused_by_its_line() throws IOException {
    refusedEntry(
        "annual_percent: 12",
        "annual_percent: 0.12",
        "prompt_pay[0].annual_percent",
        "found 0.12. Write 12 for 12 percent");
  }

  @Test
  void a_cost_of_capital_written_as_a_share_is_refused_by_its_line() throws IOException {
    refusedEntry(
        "annual_percent: 8,",
        "annual_percent: 0.08,",
        "cost_of_capital[0].annual_percent",
        "found 0.08");
  }

  @Test
  void prompt_pay_within_no_day_is_refused_by_its_line() throws IOException {
    refusedEntry("days: 30\n", "days: 0\n", "prompt_pay[0].days", "1 to 365 days", "found 0");
  }

  @Test
  void a_rule_of_a_state_without_a_site_is_refused_by_its_line() throws IOException {
    refusedEntry(
        "state: \"NJ\"\n      claim_type",
        "state: \"TX\"\n      claim_type",
        "prompt_pay[0].state",
        "expected the state of a site, found TX");
  }

  @Test
  void a_rule_of_a_payer_that_is_not_there_is_refused_by_its_line() throws IOException {
    refusedEntry(
        "- payer_class: commercial\n",
        "- payer: Blue Harbour\n",
        "prompt_pay[0].payer",
        "found Blue Harbour. Did you mean Blue Harbor?");
  }

  @Test
  void a_rule_of_a_payer_and_a_class_is_refused_by_its_line() throws IOException {
    refusedEntry(
        "- payer_class: commercial\n",
        "- payer_class: commercial\n      payer: Blue Harbor\n",
        "prompt_pay[0]",
        "either payer or payer_class, found both");
  }

  @Test
  void a_source_left_blank_is_refused_by_its_line() throws IOException {
    refusedEntry("\"Example: line of credit\"", "\" \"", "cost_of_capital[0].source", "found none");
  }

  @Test
  void an_entry_that_ends_before_it_starts_is_refused_by_its_line() throws IOException {
    refusedEntry(
        "from: 2023-01-01, amount",
        "from: 2023-01-01, to: 2022-12-31, amount",
        "rework_cost[0].to",
        "on or after 2023-01-01, found 2022-12-31");
  }

  @Test
  void two_entries_for_one_day_are_refused_by_the_line_of_the_second() throws IOException {
    refusedEntry(
        "rework_cost:\n",
        "rework_cost:\n    - {from: 2020-01-01, to: 2023-01-01, amount: 20, source: \"study\"}\n",
        "rework_cost[1].from",
        "one entry for a day");
  }

  @Test
  void an_entry_that_ends_the_day_before_the_next_is_read() throws IOException {
    Path file =
        changed(
            "rework_cost:\n",
            "rework_cost:\n    - {from: 2020-01-01, to: 2022-12-31, amount: 20, source: \"study\"}\n");
    assertThat(PracticeFile.read(file).scorecard().reworkCost()).hasSize(2);
  }

  // The message has the line on which the key of the entry stands.
  private void refusedEntry(String text, String other, String key, String... parts)
      throws IOException {
    Path file = changed(text, other);
    String all = Files.readString(file);
    String changedText = other.strip();
    int at = all.indexOf(changedText, all.indexOf("\nscorecard:"));
    assertThat(at).isPositive();
    assertThatThrownBy(() -> PracticeFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scorecard." + key + ": expected")
        .hasMessageMatching("(?s).*, line \\d+: .*")
        .satisfies(
            fault -> {
              String said = String.valueOf(fault.getMessage());
              int line =
                  Integer.parseInt(said.replaceAll("(?s).*, line (\\d+): scorecard.*", "$1"));
              int first = (int) all.substring(0, at).lines().count();
              assertThat(line).isBetween(first, first + 2);
              assertThat(said).contains(parts);
            });
  }

  private Path changed(String from, String to) throws IOException {
    String example = Files.readString(Path.of("data/example/practice.yaml"));
    assertThat(example).contains(from);
    return Files.writeString(folder.resolve("practice.yaml"), example.replace(from, to));
  }
}
