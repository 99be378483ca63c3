package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.job.ContractQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices that contracts make, worked out by hand: a case a rule. */
@Tag("long")
class ContractCasesTest {

  private static final ContractQuestions QUESTIONS = new ContractQuestions();

  private static final String PERCENTS =
      """
      contract: percents
      name: Percents
      from: 2025-01-01
      lesser_of: none
      multiple_procedures: medicare
      escalators:
        - {from: 2026-01-01, percent: 10, every: once, applies_to: [percent_of_medicare]}
      terms:
        - percent_of_medicare: 130
        - {percent_of_medicare: 150, codes: [64483]}
        - {percent_of_medicare: 140, codes: [64480-64499]}
        - {percent_of_medicare: 200, codes: [62323], setting: asc}
        - percent_of_medicare: 120
          codes: [99215]
          medicare: {year: 2024, carrier: "12402", locality: "99"}
        - {percent_of_charge: 60, codes: [99214]}
        - {excluded: true, codes: [20553]}
        - {percent_of_medicare: 160, codes: [64635], from: 2025-01-01, to: 2025-06-30}
        - {percent_of_medicare: 170, codes: [64635], from: 2025-07-01}
      unlisted: {percent_of_charge: 40}
      """;

  private static final String SCHEDULE =
      """
      contract: schedule
      name: Schedule
      from: 2025-01-01
      lesser_of: claim
      multiple_procedures: [100, 60, 30]
      modifiers: {"50": 140, "22": 120, "26": 45}
      credentials: {np: 80}
      escalators:
        - {from: 2026-01-01, percent: 10, every: year, applies_to: [fee_schedule]}
      terms:
        - {fee_schedule: schedule.csv}
        - {fixed_amount: 265, codes: [62323], place_of_service: "24", multiple_procedures: none}
        - {percent_of_medicare: 110, codes: [99215]}
      """;

  private static final String SHEET =
      """
      hcpcs_code,modifier,setting,amount,effective_from_date,effective_to_date
      62323,,office,400.00,,
      62323,,,150.00,,
      64483,,,300.00,,
      64483,50,asc,500.00,,
      64493,,,350.00,,
      77003,,,120.00,,
      99213,,,121.00,2025-01-01,2025-06-30
      99213,,,124.00,2025-07-01,
      """;

  private static final String LESSER =
      """
      contract: lesser
      name: Lesser of charge
      from: 2025-01-01
      lesser_of: line
      multiple_procedures: none
      modifiers: {"50": 140, "AS": 20}
      credentials: {pa: 90}
      terms:
        - percent_of_medicare: 100
        - {fixed_amount: 90, codes: [77003]}
        - {fixed_amount: 35, codes: [77003], modifier: "26"}
      """;

  private static final String SUMS =
      """
      contract: sums
      name: Increases that add up
      from: 2025-01-01
      to: 2027-12-31
      lesser_of: none
      multiple_procedures: medicare
      escalators:
        - {from: 2026-01-01, percent: 10, every: year, compounding: false, applies_to: [fixed_amount]}
      terms:
        - {fixed_amount: 100, codes: [99213]}
        - {fixed_amount: 500, codes: [64483]}
        - {fixed_amount: 200, codes: [64493]}
      """;

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void price() throws IOException {
    Path contracts = Files.createDirectory(folder.resolve("contracts"));
    Files.writeString(contracts.resolve("percents.yaml"), PERCENTS);
    Files.writeString(contracts.resolve("schedule.yaml"), SCHEDULE);
    Files.writeString(contracts.resolve("schedule.csv"), SHEET);
    Files.writeString(contracts.resolve("lesser.yaml"), LESSER);
    Files.writeString(contracts.resolve("sums.yaml"), SUMS);
    QUESTIONS.run(contracts, Files.createDirectory(folder.resolve("work")));
  }

  private static Question percents(String code) {
    return Question.of("percents", code);
  }

  private static Question schedule(String code) {
    return Question.of("schedule", code);
  }

  private static Question lesser(String code) {
    return Question.of("lesser", code);
  }

  private static Question sums(String code) {
    return Question.of("sums", code);
  }

  private static int ask(Question question) {
    return QUESTIONS.ask(question);
  }

  private static void priced(int question, String amount) {
    assertThat(QUESTIONS.answer(question).found()).isEqualTo(usd(amount));
  }

  private static void notPriced(int question, String status) {
    assertThat(QUESTIONS.answer(question))
        .extracting(CanaryRun.Result::status, CanaryRun.Result::found)
        .containsExactly(status, null);
  }

  private static final int PERCENT = ask(percents("99213"));

  @Test
  void a_percent_of_current_medicare() {
    priced(PERCENT, "130.00");
  }

  private static final int NAMED_YEAR = ask(percents("99215"));

  @Test
  void a_percent_of_medicare_of_a_named_year_and_locality() {
    // 280.00 in 2024, half as much again in locality 99, times 120 percent.
    priced(NAMED_YEAR, "504.00");
  }

  private static final int CODE = ask(percents("64483"));

  @Test
  void a_carve_out_by_code_comes_before_one_by_range() {
    priced(CODE, "300.00");
  }

  private static final int RANGE = ask(percents("64493"));

  @Test
  void a_carve_out_by_range_comes_before_the_rate_of_all_codes() {
    priced(RANGE, "224.00");
  }

  private static final int IN_SETTING = ask(percents("62323").at("24"));

  @Test
  void a_carve_out_for_a_setting_holds_there() {
    priced(IN_SETTING, "240.00");
  }

  private static final int OTHER_SETTING = ask(percents("62323"));

  @Test
  void a_carve_out_for_a_setting_holds_nowhere_else() {
    priced(OTHER_SETTING, "390.00");
  }

  private static final int CHARGE = ask(percents("99214").charged("333.33"));

  @Test
  void a_percent_of_the_charge() {
    priced(CHARGE, "200.00");
  }

  private static final int CHARGE_OF_THREE = ask(percents("99214").charged("900").times("3"));

  @Test
  void a_charge_holds_its_units_already() {
    priced(CHARGE_OF_THREE, "540.00");
  }

  private static final int EXCLUDED = ask(percents("20553"));

  @Test
  void an_excluded_code_has_no_price() {
    notPriced(EXCLUDED, "EXCLUDED_BY_CONTRACT");
  }

  private static final int UNLISTED = ask(percents("G0260").charged("50"));

  @Test
  void what_medicare_sets_no_fee_for_has_the_rate_of_the_unlisted() {
    priced(UNLISTED, "20.00");
  }

  private static final int BUNDLED = ask(percents("99024"));

  @Test
  void what_medicare_bundles_is_not_unlisted() {
    notPriced(BUNDLED, "BUNDLED");
  }

  private static final int FAULT = ask(percents("99213").modified("ZZ"));

  @Test
  void a_fault_of_the_line_does_not_make_it_unlisted() {
    notPriced(FAULT, "UNKNOWN_MODIFIER");
  }

  private static final int BEFORE = ask(percents("64635").on("2025-06-30"));

  @Test
  void a_term_holds_on_its_last_day() {
    priced(BEFORE, "640.00");
  }

  private static final int AFTER = ask(percents("64635").on("2025-07-01"));

  @Test
  void the_next_term_holds_on_its_first_day() {
    priced(AFTER, "680.00");
  }

  private static final int RAISED = ask(percents("99213").on("2027-01-04"));

  @Test
  void an_increase_of_one_time_raises_a_percent_once() {
    priced(RAISED, "143.00");
  }

  private static final int FIRST = ask(percents("62323").beside("m"));
  private static final int SECOND = ask(percents("64493").beside("m"));

  @Test
  void medicares_ladder_halves_the_second_procedure_by_medicares_fees() {
    // 62323 is 300 at Medicare, 64493 160: half of it, times 140 percent.
    priced(SECOND, "112.00");
  }

  @Test
  void medicares_ladder_leaves_the_first_procedure() {
    priced(FIRST, "390.00");
  }

  private static final int LISTED = ask(schedule("64483"));

  @Test
  void an_amount_of_a_fee_schedule() {
    priced(LISTED, "300.00");
  }

  private static final int OFFICE = ask(schedule("62323"));

  @Test
  void an_amount_for_the_setting_comes_before_one_for_any() {
    priced(OFFICE, "400.00");
  }

  private static final int DATED = ask(schedule("99213").on("2025-07-01"));

  @Test
  void an_amount_holds_from_its_first_day() {
    priced(DATED, "124.00");
  }

  private static final int UNITS = ask(schedule("99213").times("3"));

  @Test
  void units_multiply_an_amount() {
    priced(UNITS, "363.00");
  }

  private static final int TECHNICAL = ask(schedule("77003").modified("TC"));

  @Test
  void a_part_of_a_service_does_not_have_the_amount_of_the_whole() {
    notPriced(TECHNICAL, "NOT_IN_CONTRACT");
  }

  private static final int PROFESSIONAL = ask(schedule("77003").modified("26"));

  @Test
  void a_part_with_a_percent_of_the_contract_is_that_part_of_the_whole() {
    priced(PROFESSIONAL, "54.00");
  }

  private static final int NOT_LISTED = ask(schedule("99214"));

  @Test
  void a_code_that_no_schedule_lists_is_not_in_the_contract() {
    notPriced(NOT_LISTED, "NOT_IN_CONTRACT");
  }

  private static final int OWN_FIRST = ask(schedule("62323").at("22").beside("o"));
  private static final int OWN_SECOND = ask(schedule("64483").at("22").beside("o"));
  private static final int OWN_TOP = ask(schedule("64493").at("22").beside("o"));

  @Test
  void an_own_ladder_ranks_by_the_contracts_amounts() {
    // 64493 is the least at Medicare, but 350.00 here.
    priced(OWN_TOP, "350.00");
  }

  @Test
  void the_second_of_an_own_ladder() {
    // 300.00 x 60 percent
    priced(OWN_SECOND, "180.00");
  }

  @Test
  void the_third_of_an_own_ladder() {
    // 150.00 x 30 percent
    priced(OWN_FIRST, "45.00");
  }

  private static final int EXEMPT = ask(schedule("62323").at("24").beside("e"));
  private static final int BESIDE_EXEMPT = ask(schedule("64483").at("24").beside("e"));

  @Test
  void a_term_without_reduction_is_not_reduced() {
    priced(EXEMPT, "265.00");
  }

  @Test
  void a_term_without_reduction_takes_no_rank() {
    priced(BESIDE_EXEMPT, "300.00");
  }

  private static final int BOTH_SIDES = ask(schedule("64483").modified("50"));

  @Test
  void a_percent_of_the_contract_for_both_sides_is_in_place_of_medicares() {
    priced(BOTH_SIDES, "420.00");
  }

  private static final int LISTED_SIDES = ask(schedule("64483").modified("50").at("24"));

  @Test
  void an_amount_for_a_modifier_is_not_changed_by_it() {
    priced(LISTED_SIDES, "500.00");
  }

  private static final int UNUSUAL = ask(schedule("64483").modified("22"));

  @Test
  void a_percent_of_the_contract_prices_a_modifier_that_medicare_does_not() {
    priced(UNUSUAL, "360.00");
  }

  private static final int REDUCED = ask(schedule("64483").modified("52"));

  @Test
  void a_modifier_that_nobody_prices_leaves_the_line_without_a_price() {
    notPriced(REDUCED, "BY_REPORT");
  }

  private static final int PRACTITIONER = ask(schedule("64483").by("np"));

  @Test
  void a_percent_of_the_contract_for_who_renders() {
    priced(PRACTITIONER, "240.00");
  }

  private static final int ASSISTANT = ask(schedule("64483").by("pa"));

  @Test
  void an_amount_without_a_percent_for_who_renders_is_paid_in_full() {
    priced(ASSISTANT, "300.00");
  }

  private static final int MEDICARES_PERCENT = ask(schedule("99215").by("pa"));

  @Test
  void a_percent_of_medicare_has_medicares_percent_for_who_renders() {
    // 300.00 x 85 percent x 110 percent
    priced(MEDICARES_PERCENT, "280.50");
  }

  private static final int OWN_PERCENT = ask(lesser("99215").by("pa"));

  @Test
  void a_percent_of_medicare_has_the_contracts_percent_for_who_renders_instead() {
    priced(OWN_PERCENT, "270.00");
  }

  private static final int COMPOUNDED = ask(schedule("99213").on("2027-02-01"));

  @Test
  void yearly_increases_compound() {
    // 124.00 x 1.1 x 1.1
    priced(COMPOUNDED, "150.04");
  }

  private static final int SUMMED = ask(sums("99213").on("2027-02-01"));

  @Test
  void yearly_increases_that_do_not_compound_add_up() {
    priced(SUMMED, "120.00");
  }

  private static final int NOT_RAISED = ask(sums("99213").on("2025-12-31"));

  @Test
  void nothing_is_raised_before_the_first_increase() {
    priced(NOT_RAISED, "100.00");
  }

  private static final int RANKED_BY_MEDICARE = ask(sums("64493").beside("r"));

  @Test
  void medicares_ladder_reduces_amounts_too() {
    priced(RANKED_BY_MEDICARE, "100.00");
  }

  private static final int BESIDE = ask(sums("64483").beside("r"));

  @Test
  void medicares_ladder_ranks_amounts_by_medicares_fees() {
    priced(BESIDE, "500.00");
  }

  private static final int LESS = ask(lesser("99213").charged("80"));

  @Test
  void the_charge_of_a_line_is_the_price_where_it_is_less() {
    priced(LESS, "80.00");
  }

  private static final int NO_LESSER = ask(percents("99213").charged("80"));

  @Test
  void without_lesser_of_the_charge_does_not_matter() {
    priced(NO_LESSER, "130.00");
  }

  private static final int CLAIM_LOW = ask(schedule("99213").charged("100").beside("c"));
  private static final int CLAIM_HIGH = ask(schedule("77003").charged("200").beside("c"));

  @Test
  void over_a_claim_a_low_charge_is_made_up_by_a_high_one() {
    // 300.00 charged for 121.00 and 120.00
    priced(CLAIM_LOW, "121.00");
  }

  @Test
  void over_a_claim_a_high_charge_leaves_the_price() {
    priced(CLAIM_HIGH, "120.00");
  }

  private static final int CLAIM_LESS = ask(schedule("99213").charged("100").beside("d"));
  private static final int CLAIM_MORE = ask(schedule("77003").charged("130").beside("d"));

  @Test
  void a_claim_charged_less_than_its_prices_is_expected_at_its_charges() {
    // 230.00 charged for 121.00 and 120.00
    priced(CLAIM_LESS, "100.00");
  }

  @Test
  void every_line_of_such_a_claim_is_expected_at_its_charge() {
    priced(CLAIM_MORE, "130.00");
  }

  private static final int NO_LADDER = ask(lesser("64493").beside("n"));
  private static final int NO_LADDER_FIRST = ask(lesser("62323").beside("n"));

  @Test
  void without_a_ladder_nothing_is_reduced() {
    priced(NO_LADDER, "160.00");
    priced(NO_LADDER_FIRST, "300.00");
  }

  private static final int OWN_SIDES = ask(lesser("64483").modified("50"));

  @Test
  void a_percent_of_medicare_has_the_contracts_percent_for_both_sides_instead() {
    priced(OWN_SIDES, "280.00");
  }

  private static final int ASSISTED = ask(lesser("64483").modified("AS").by("pa"));

  @Test
  void a_percent_for_an_assisting_practitioner_holds_who_renders_already() {
    priced(ASSISTED, "40.00");
  }

  private static final int FIXED_PART = ask(lesser("77003").modified("26"));

  @Test
  void a_fixed_amount_for_a_modifier_comes_before_one_for_any() {
    priced(FIXED_PART, "35.00");
  }

  private static final int OTHER_PART = ask(lesser("77003").modified("TC"));

  @Test
  void a_fixed_amount_of_the_whole_is_not_that_of_a_part() {
    // The percent of Medicare's technical part.
    priced(OTHER_PART, "60.00");
  }
}
