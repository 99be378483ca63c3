package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which contract holds for a line, and what the line makes of its price: a case a rule. */
@Tag("long")
class ContractLineCasesTest {

  private static final CaseFiles FILES = new CaseFiles();

  private static final String PRACTICE =
      """
      name: Small practice
      apm_status: non_qp
      thresholds:
        {underpaid_amount: 1.00, underpaid_share: 0.01, queue_amount: 10.00, queue_share: 0.03}
      sites:
        - {name: Office, place_of_service_codes: ["11"], carrier: "12402", locality: "01"}
      physicians: []
      payers:
        - name: Products
          payer_class: commercial
          identifiers: [PRO01, PRO02]
          names: [PAYER PRO03]
          percent_of_medicare: []
          contracts:
            - general
            - {contract: by-identifier, products: [{identifier: PRO02}]}
            - {contract: by-name, products: [{name: PAYER PRO03}]}
            - {contract: by-filing, products: [{claim_filing_indicator: HM}]}
        - name: Dated
          payer_class: commercial
          identifiers: [DAT01]
          names: []
          percent_of_medicare: []
          contracts: [first, second]
        - name: Line
          payer_class: commercial
          identifiers: [LIN01]
          names: []
          percent_of_medicare: []
          contracts: [lines]
        - name: Claim
          payer_class: commercial
          identifiers: [CLA01]
          names: []
          percent_of_medicare: []
          contracts: [claims]
        - name: Medicare
          payer_class: medicare
          identifiers: [MCR01]
          names: []
          percent_of_medicare: []
      """;

  @TempDir private static Path folder = Path.of("");

  private static SmallRun run;

  @BeforeAll
  static void run() throws IOException {
    Files.writeString(folder.resolve("practice.yaml"), PRACTICE);
    Files.createDirectory(folder.resolve("contracts"));
    contract("general", "from: 2025-01-01", "none", "percent_of_medicare: 110");
    contract("by-identifier", "from: 2025-01-01", "none", "percent_of_medicare: 120");
    contract("by-name", "from: 2025-01-01", "none", "percent_of_medicare: 130");
    contract("by-filing", "from: 2025-01-01", "none", "percent_of_medicare: 140");
    contract("first", "from: 2025-02-01\nto: 2025-09-30", "none", "percent_of_medicare: 150");
    contract("second", "from: 2025-10-01", "none", "percent_of_charge: 50");
    contract("lines", "from: 2025-01-01", "line", "percent_of_medicare: 200");
    contract("claims", "from: 2025-01-01", "claim", "percent_of_medicare: 200");
    Path work = Files.createDirectory(folder.resolve("run"));
    run = SmallRun.of(FILES, work, ContractLineCasesTest::register);
  }

  private static void contract(String id, String dates, String lesserOf, String term)
      throws IOException {
    Files.writeString(
        folder.resolve("contracts/" + id + ".yaml"),
        "contract: %s\nname: %s\n%s\nlesser_of: %s\nmultiple_procedures: medicare\nterms: [{%s}]\n"
            .formatted(id, id, dates, lesserOf, term));
  }

  private static void register(Engine engine) {
    Path practiceFile = folder.resolve("practice.yaml");
    Practice practice = PracticeFile.read(practiceFile);
    InputViews.register(engine, practice);
    ContractSet contractSet =
        ContractSet.read(
                folder.resolve("contracts"), practice, practiceFile, KnownReference.NOTHING)
            .required();
    InputViews.register(engine, contractSet, KnownReference.NOTHING);
  }

  private static void expected(String claim, int line, String amount) {
    assertThat(run.line(claim, line)).containsEntry("expected_allowed_amount", usd(amount));
  }

  static {
    FILES.claim("GENERAL").payer("PRO01").line("99213", "500");
  }

  @Test
  void the_contract_without_products_holds_for_all_that_no_other_names() {
    expected("GENERAL", 1, "110.00");
  }

  static {
    FILES.claim("IDENTIFIER").payer("PRO02").line("99213", "500");
  }

  @Test
  void a_product_is_told_by_the_payers_identifier() {
    expected("IDENTIFIER", 1, "120.00");
  }

  static {
    FILES.claim("NAME").payer("PRO03").line("99213", "500");
  }

  @Test
  void a_product_is_told_by_the_payers_name() {
    expected("NAME", 1, "130.00");
  }

  static {
    FILES.claim("FILING").payer("PRO01").filing("HM").line("99213", "500");
  }

  @Test
  void a_product_is_told_by_the_claim_filing_indicator() {
    expected("FILING", 1, "140.00");
  }

  static {
    FILES.claim("BOTH").payer("PRO02").filing("HM").line("99213", "500");
  }

  @Test
  void an_identifier_comes_before_a_claim_filing_indicator() {
    expected("BOTH", 1, "120.00");
  }

  static {
    FILES.claim("LAST").payer("DAT01").on("20250930").line("99213", "500");
  }

  @Test
  void a_contract_holds_on_its_last_day() {
    expected("LAST", 1, "150.00");
  }

  static {
    FILES.claim("NEXT").payer("DAT01").on("20251001").line("99213", "501.01");
  }

  @Test
  void the_next_contract_holds_on_its_first_day() {
    // Half of the charge, half a cent rounded up.
    expected("NEXT", 1, "250.51");
  }

  static {
    FILES.claim("EARLY").payer("DAT01").on("20250131").line("99213", "500");
  }

  @Test
  void before_its_first_contract_nothing_is_expected_of_a_payer() {
    assertThat(run.line("EARLY"))
        .containsEntry("expected_status", "NO_CONTRACT")
        .containsEntry("expected_allowed_amount", null);
  }

  static {
    FILES.claim("STRANGER").payer("XXX01").line("99213", "500");
  }

  @Test
  void a_payer_that_the_practice_file_does_not_name_has_no_contract() {
    assertThat(run.line("STRANGER"))
        .containsEntry("expected_status", "UNMAPPED_PAYER")
        .containsEntry("contract", null);
  }

  static {
    FILES.claim("MEDICARE").payer("MCR01").line("99213", "80");
  }

  @Test
  void medicare_is_expected_to_allow_its_own_price_or_the_charge() {
    expected("MEDICARE", 1, "80.00");
  }

  static {
    FILES.claim("LINES").payer("LIN01").line("99213", "150").line("99212", "300");
  }

  @Test
  void over_a_line_the_lower_charge_is_expected() {
    expected("LINES", 1, "150.00");
  }

  @Test
  void over_a_line_a_higher_charge_on_another_line_does_not_matter() {
    expected("LINES", 2, "100.00");
  }

  static {
    FILES.claim("MADE UP").payer("CLA01").line("99213", "150").line("99212", "300");
  }

  @Test
  void over_a_claim_a_higher_charge_on_another_line_makes_up_for_a_lower_one() {
    expected("MADE UP", 1, "200.00");
  }

  static {
    FILES.claim("LIMITED").payer("CLA01").line("99213", "150").line("99212", "130");
  }

  @Test
  void over_a_claim_whose_charges_are_less_each_line_is_expected_at_its_charge() {
    expected("LIMITED", 1, "150.00");
    expected("LIMITED", 2, "130.00");
  }

  @Test
  void a_line_says_which_contract_and_term_is_behind_its_price() {
    assertThat(run.line("FILING"))
        .containsEntry("contract", "by-filing")
        .containsEntry("expected_basis", "140% of Medicare");
  }
}
