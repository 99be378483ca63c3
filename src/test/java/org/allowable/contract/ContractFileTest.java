package org.allowable.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.allowable.model.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one contract file says, and what it may not say: each complaint names the line. */
class ContractFileTest {

  @TempDir private Path folder = Path.of("");

  private ContractFolder written = new ContractFolder(folder);

  @BeforeEach
  void place() {
    written = new ContractFolder(folder);
  }

  @Test
  void a_percent_of_a_named_year_and_locality_is_a_scenario_of_its_own() {
    written.terms(
        "{percent_of_medicare: 118, medicare: {year: 2024, carrier: \"12402\", locality: \"01\"}}");
    assertThat(ContractRows.scenarios(written.read().required(), ContractFolder.KNOWN))
        .extracting(row -> row[0])
        .containsExactly("one: medicare of 2024-01-01 in 12402/01");
  }

  @Test
  void a_percent_of_current_medicare_needs_no_scenario() {
    written.terms("{percent_of_medicare: 118}");
    assertThat(ContractRows.scenarios(written.read().required(), ContractFolder.KNOWN)).isEmpty();
  }

  private Contract withKeys(String keys) {
    written.contract(
        "one.yaml", ContractFolder.HEADER + keys + "terms:\n  - {percent_of_medicare: 118}\n");
    return written.one();
  }

  @Test
  void renewal_and_notice_are_read() {
    Contract contract = withKeys("renewal_date: 2027-01-01\nnotice_days: 90\n");
    assertThat(contract.renewalDate()).isEqualTo("2027-01-01");
    assertThat(contract.noticeDays()).isEqualTo(90);
  }

  @Test
  void renewal_and_notice_may_be_left_out() {
    Contract contract = withKeys("");
    assertThat(contract.renewalDate()).isNull();
    assertThat(contract.noticeDays()).isNull();
  }

  @Test
  void a_misspelt_renewal_is_named_with_the_nearest_key() {
    assertThat(faults("renewel_date: 2027-01-01\n")).contains("Did you mean renewal_date?");
  }

  @Test
  void notice_without_a_day_to_count_from_is_refused() {
    assertThat(faults("notice_days: 90\n")).contains("notice_days needs the renewal_date");
  }

  private String faults(String keys) {
    written.contract(
        "one.yaml", ContractFolder.HEADER + keys + "terms:\n  - {percent_of_medicare: 118}\n");
    return written.read().problems().toString();
  }

  @Test
  void a_term_without_dates_has_those_of_the_contract() {
    written.terms("{percent_of_medicare: 118}");
    assertThat(written.one().terms().get(0).period()).isEqualTo(written.one().period());
  }

  @Test
  void a_code_that_starts_with_zero_keeps_it() {
    assertThat(CodeRange.of("0213T")).hasValue(new CodeRange("0213T", "0213T"));
  }

  @Test
  void a_range_does_not_hold_codes_of_another_form() {
    assertThat(new CodeRange("10004", "69990").contains("2021F")).isFalse();
  }

  @Test
  void a_range_backwards_is_refused() {
    refusedTerm("{percent_of_medicare: 118, codes: [62327-62320]}", "line 7: codes must be");
  }

  @Test
  void a_percent_of_medicare_written_as_a_factor_is_refused() {
    refusedTerm(
        "{percent_of_medicare: 1.4}", "line 7: percent_of_medicare is 1.4", "Write 140 for 140");
  }

  @Test
  void a_percent_of_charge_written_as_a_share_is_refused() {
    refusedTerm("{percent_of_charge: 0.6}", "line 7: percent_of_charge is 0.6", "Write 60");
  }

  @Test
  void an_unknown_key_is_refused() {
    refusedTerm("{percent_of_medicare: 118, code: [62323]}", "line 7: code is not a key here");
  }

  @Test
  void a_term_with_two_rates_is_refused() {
    refusedTerm(
        "{percent_of_medicare: 118, fixed_amount: 20.00}", "line 7: a term has exactly one of");
  }

  @Test
  void a_term_outside_the_contracts_dates_is_refused() {
    refusedTerm(
        "{percent_of_medicare: 118, from: 2025-12-31}",
        "line 7: the term's dates are not all within the contract's");
  }

  @Test
  void a_contract_without_terms_is_refused() {
    written.contract("one.yaml", ContractFolder.HEADER);
    refused("the contract has no terms");
  }

  @Test
  void a_contract_that_does_not_say_which_is_the_lesser_is_refused() {
    written.contract(
        "one.yaml",
        ContractFolder.HEADER.replace("lesser_of: none\n", "")
            + "terms: [{percent_of_medicare: 118}]\n");
    refused("the key lesser_of is missing here");
  }

  @Test
  void a_modifiers_percent_written_as_a_factor_is_refused() {
    written.contract(
        "one.yaml",
        ContractFolder.HEADER + "modifiers: {\"50\": 1.5}\nterms: [{percent_of_medicare: 118}]\n");
    refused("line 6: the percent of 50 is 1.5", "Write 85");
  }

  @Test
  void a_rank_written_as_a_share_is_refused() {
    written.contract(
        "one.yaml",
        ContractFolder.HEADER.replace("medicare\n", "[100, 0.5]\n")
            + "terms: [{percent_of_medicare: 118}]\n");
    refused("line 5: a rank's percent is 0.5", "Write 50");
  }

  @Test
  void an_increase_that_does_not_say_what_it_raises_is_refused() {
    written.contract(
        "one.yaml",
        ContractFolder.HEADER
            + "escalators:\n  - {from: 2027-01-01, percent: 3, every: year}\n"
            + "terms: [{percent_of_medicare: 118}]\n");
    refused("line 7: the key applies_to is missing");
  }

  @Test
  void a_key_twice_is_refused_with_its_line() {
    written.contract("one.yaml", ContractFolder.HEADER + "name: Two\n");
    refused("line 6", "a key stands twice");
  }

  @Test
  void a_fee_schedule_that_is_not_there_is_refused_where_it_is_named() {
    refusedTerm("{fee_schedule: none.csv}", "one.yaml, line 7: there is no fee schedule");
  }

  @Test
  void a_fee_schedules_amount_in_words_is_refused_with_its_line() {
    written.file("contracts/s.csv", "hcpcs_code,amount\n62323,310.00\n62321,much\n");
    refusedTerm("{fee_schedule: s.csv}", "s.csv, row 3, column amount: expected a number");
  }

  @Test
  void a_code_twice_on_a_day_of_a_fee_schedule_is_refused() {
    written.file("contracts/s.csv", "hcpcs_code,amount\n62323,310.00\n62323,320.00\n");
    refusedTerm(
        "{fee_schedule: s.csv}", "s.csv, line 3: code, modifier and setting have an amount");
  }

  @Test
  void a_fee_schedule_saved_by_a_spreadsheet_is_read() {
    written.file("contracts/s.csv", "\ufeffamount,hcpcs_code\r\n310,62323\r\n");
    written.terms("{fee_schedule: s.csv}");
    assertThat(written.one().schedules().get("s.csv"))
        .singleElement()
        .extracting(fee -> fee.amount().toPlainString())
        .isEqualTo("310.00");
  }

  private void refusedTerm(String term, String... parts) {
    written.terms(term);
    refused(parts);
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> written.read().required())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts);
  }
}
