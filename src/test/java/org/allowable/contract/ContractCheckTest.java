package org.allowable.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.model.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What contracts, the practice file and the reference tables may not say together. */
class ContractCheckTest {

  private static final String KEYSTONE = "names: [\"KEYSTONE MUTUAL\"]\n";

  @TempDir private Path folder = Path.of("");

  private ContractFolder written = new ContractFolder(folder);

  @BeforeEach
  void place() {
    written = new ContractFolder(folder);
  }

  @Test
  void two_terms_alike_on_one_day_are_refused() {
    refused(
        "line 8: this term and that of line 7 hold for the same codes, of 62323 on 2026-06-30",
        "{fixed_amount: 300, codes: [62323], to: 2026-06-30}",
        "{fixed_amount: 310, codes: [62323], from: 2026-06-30}");
  }

  @Test
  void a_term_that_starts_the_day_after_another_ends_is_no_overlap() {
    written.terms(
        "{fixed_amount: 300, codes: [62323], to: 2026-06-29}",
        "{fixed_amount: 310, codes: [62323], from: 2026-06-30}");
    assertThat(written.read().problems()).isEmpty();
  }

  @Test
  void two_default_rates_are_refused() {
    refused(
        "line 8: this term and that of line 7 hold for the same codes on 2026-01-01",
        "{percent_of_medicare: 118}",
        "{percent_of_charge: 60}");
  }

  @Test
  void ranges_as_wide_that_share_a_code_are_refused() {
    refused(
        "hold for the same codes",
        "{fixed_amount: 300, codes: [62320-62323]}",
        "{fixed_amount: 310, codes: [62321-62324]}");
  }

  @Test
  void fee_schedules_that_share_a_code_are_refused() {
    written
        .file("contracts/a.csv", "hcpcs_code,amount\n62323,310.00\n")
        .file("contracts/b.csv", "hcpcs_code,amount\n62323,320.00\n");
    refused("hold for the same codes", "{fee_schedule: a.csv}", "{fee_schedule: b.csv}");
  }

  @Test
  void terms_of_different_settings_are_no_conflict() {
    written.terms(
        "{fixed_amount: 300, codes: [62323], setting: office}",
        "{fixed_amount: 150, codes: [62323], setting: asc}");
    assertThat(written.read().problems()).isEmpty();
  }

  @Test
  void a_code_that_nobody_knows_is_refused() {
    refused(
        "line 7: 62232 is in no loaded relative value release",
        "{fixed_amount: 300, codes: [62323, 62232]}");
  }

  @Test
  void a_code_of_the_contracts_own_schedule_is_known() {
    written.file("contracts/s.csv", "hcpcs_code,amount\n00630,310.00\n");
    written.terms("{fee_schedule: s.csv}", "{percent_of_charge: 50, codes: [\"00630\"]}");
    assertThat(written.read().problems()).isEmpty();
  }

  @Test
  void a_setting_that_is_none_is_refused() {
    refused(
        "there is no setting clinic. The settings are asc",
        "{percent_of_medicare: 118, setting: clinic}");
  }

  @Test
  void a_year_of_which_no_release_is_loaded_is_refused() {
    refused(
        "no relative value release of 2019 is loaded",
        "{percent_of_medicare: 118, medicare: {year: 2019}}");
  }

  @Test
  void a_locality_that_is_none_is_refused() {
    refused(
        "there is no locality 12402/77 of Medicare",
        "{percent_of_medicare: 118, medicare: {carrier: \"12402\", locality: \"77\"}}");
  }

  @Test
  void two_files_of_one_contract_are_refused() {
    String text = ContractFolder.HEADER + "terms: [{percent_of_medicare: 118}]\n";
    written.contract("one.yaml", text).contract("two.yaml", text);
    assertProblem("two.yaml, line 1: the contract has the same identifier as that of");
  }

  @Test
  void a_contract_that_no_file_states_is_refused_at_its_line_of_the_practice_file() {
    assertProblem(
        "practice.yaml, line " + lineOf(KEYSTONE, 1) + ": no file states the contract nobody",
        KEYSTONE + "    contracts: [nobody]\n");
  }

  @Test
  void two_contracts_of_one_payer_on_one_day_are_refused() {
    written.terms("{percent_of_medicare: 118}");
    written.contract("two.yaml", two("from: 2026-01-01"));
    assertProblem(
        "one and two both hold for payer Keystone Mutual on 2026-01-01",
        KEYSTONE + "    contracts: [one, two]\n");
  }

  @Test
  void a_percent_in_the_practice_file_is_a_contract_like_others() {
    written.terms("{percent_of_medicare: 118}");
    assertThat(
            written
                .read(
                    "names: [\"PINNACLE HEALTH PLAN\"]",
                    "names: [\"PINNACLE HEALTH PLAN\"]\n    contracts: [one]")
                .problems())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .contains("percent of Medicare: Pinnacle Health and one both hold");
  }

  @Test
  void contracts_of_different_products_may_hold_on_one_day() {
    written.terms("{percent_of_medicare: 118}");
    written.contract("two.yaml", two("from: 2026-01-01"));
    ContractSet.Reading reading =
        written.read(
            KEYSTONE,
            KEYSTONE
                + "    contracts:\n      - one\n"
                + "      - {contract: two, products: [{claim_filing_indicator: HM}]}\n");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void a_product_whose_identifier_is_not_the_payers_is_refused() {
    written.terms("{percent_of_medicare: 118}");
    assertProblem(
        "a product's identifier must stand among those of payer Keystone Mutual too",
        KEYSTONE + "    contracts: [{contract: one, products: [{identifier: KEY02}]}]\n");
  }

  @Test
  void a_proposal_that_holds_for_a_payer_is_refused() {
    written.contract("two.yaml", two("from: 2026-01-01\nis_proposal: true"));
    assertProblem("two is a proposal", KEYSTONE + "    contracts: [two]\n");
  }

  @Test
  void a_canary_of_a_day_on_which_its_contract_does_not_hold_is_refused() {
    written.terms("{percent_of_medicare: 118}");
    written.file(
        "contracts/canary.csv",
        """
        contract,service_date,hcpcs_code,units,charge_amount,place_of_service_code,carrier,locality,expected_allowed_amount
        one,2025-12-31,62323,1,900.00,11,12402,01,300.00
        """);
    assertProblem("canary.csv, line 2: the contract does not hold on the canary claim's date");
  }

  @Test
  void a_contract_that_holds_for_no_payer_is_a_finding() {
    written.terms("{percent_of_medicare: 118}");
    assertThat(written.read().required().findings(practice()))
        .contains("Contract one holds for no payer of the practice file.");
  }

  @Test
  void a_payer_without_a_contract_is_a_finding() {
    assertThat(written.read().required().findings(practice()))
        .contains("Payer Keystone Mutual has no contract: nothing is expected of it.")
        .noneMatch(finding -> finding.contains("Payer Medicare has"));
  }

  @Test
  void a_contract_folder_that_is_named_and_not_there_is_refused() {
    assertThatThrownBy(() -> written.read("apm_status:", "contract_folder: none\napm_status:"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("There is no contract folder");
  }

  private Practice practice() {
    return PracticeFile.read(folder.resolve("practice.yaml"));
  }

  private static String two(String dates) {
    return ContractFolder.HEADER
            .replace("contract: one", "contract: two")
            .replace("from: 2026-01-01", dates)
        + "terms: [{percent_of_medicare: 120}]\n";
  }

  private static int lineOf(String text, int after) {
    try {
      String example = Files.readString(Path.of("data/example/practice.yaml"));
      String before = example.substring(0, example.indexOf(text));
      return (int) before.lines().count() + after;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void refused(String part, String... terms) {
    written.terms(terms);
    assertProblem(part);
  }

  private void assertProblem(String part) {
    assertProblem(part, KEYSTONE);
  }

  private void assertProblem(String part, String keystone) {
    assertThat(written.read(KEYSTONE, keystone).problems())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .contains(part);
  }
}
