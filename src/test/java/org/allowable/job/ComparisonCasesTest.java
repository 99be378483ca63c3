package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract comparison makes of single lines: a case a rule. */
@Tag("long")
class ComparisonCasesTest {

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
        - {name: Ranges, payer_class: commercial, identifiers: [RAN01], names: [],
           percent_of_medicare: [], contracts: [ranges]}
        - {name: Methods, payer_class: commercial, identifiers: [MET01], names: [],
           percent_of_medicare: [], contracts: [methods]}
        - {name: Advantage, payer_class: medicare_advantage, identifiers: [ADV01], names: [],
           percent_of_medicare: []}
        - {name: State, payer_class: medicaid, identifiers: [STA01], names: [],
           percent_of_medicare: []}
        - {name: Compensation, payer_class: workers_compensation, identifiers: [CMP01], names: [],
           percent_of_medicare: []}
        - {name: Percent, payer_class: commercial, identifiers: [PER01], names: [],
           percent_of_medicare: [{from: 2025-01-01, percent: 120}]}
        - {name: Termless, payer_class: commercial, identifiers: [NOT01], names: [],
           percent_of_medicare: []}
      """;

  // The later term takes in a code that the earlier one did not.
  private static final String RANGES =
      """
      contract: ranges
      name: Ranges
      from: 2025-01-01
      to: 2026-06-30
      renewal_date: 2026-07-01
      notice_days: 90
      lesser_of: none
      multiple_procedures: medicare
      terms:
        - {percent_of_medicare: 110, codes: [99213], to: 2025-06-30}
        - {percent_of_medicare: 120, codes: [99213, 99214], from: 2025-07-01}
      """;

  // Both methods come to 1.0506, one of them in two increases.
  private static final String METHODS =
      """
      contract: methods
      name: Methods
      from: 2025-01-01
      lesser_of: none
      multiple_procedures: medicare
      escalators:
        - {from: 2025-03-01, percent: 2, every: once, applies_to: [percent_of_medicare]}
        - {from: 2025-06-01, percent: 3, every: once, applies_to: [percent_of_medicare]}
        - {from: 2025-06-01, percent: 5.06, every: once, applies_to: [fixed_amount]}
      terms:
        - {percent_of_medicare: 100}
        - {fixed_amount: 60.00, codes: [99212]}
      """;

  private static final CaseFiles FILES = new CaseFiles();

  @TempDir private static Path folder = Path.of("");

  private static Map<String, List<Map<String, @Nullable Object>>> marts = Map.of();
  private static Engine engine = SmallRun.newEngine();

  private static void allowed(String claim, String payer, String code, String amount) {
    FILES.claim(claim).payer(payer).line(code, "2000");
    FILES.paidBy(
        payer,
        "20251020",
        "CLP*%s*1*2000*%s**12*%s*11*1".formatted(claim, amount, claim),
        "SVC*HC:%s*2000*%s**1 DTM*472*20251006".formatted(code, amount),
        "CAS*CO*45*" + usd("2000").subtract(usd(amount)));
  }

  static {
    allowed("EARLIER", "RAN01", "99213", "110");
    allowed("LOW", "RAN01", "99213", "90");
    allowed("NEW-CODE", "RAN01", "99214", "220");
    allowed("NO-TERM", "RAN01", "99212", "60");
    allowed("EARLIER-FACTOR", "MET01", "99213", "102");
    allowed("LOW-FACTOR", "MET01", "99213", "80");
    allowed("PLAIN", "NOT01", "99213", "130");
    allowed("AGREED-1", "PER01", "99213", "120");
    allowed("AGREED-2", "PER01", "99213", "120");
    allowed("UNDERPAID", "PER01", "99213", "90");
    allowed("AGREED-3", "PER01", "99214", "240.01");
    allowed("ADVANTAGE", "ADV01", "99213", "95");
    allowed("STATE", "STA01", "99213", "70");
    allowed("COMPENSATION", "CMP01", "99213", "140");
  }

  @BeforeAll
  static void run() throws IOException {
    Path contracts = Files.createDirectory(folder.resolve("contracts"));
    Files.writeString(contracts.resolve("ranges.yaml"), RANGES);
    Files.writeString(contracts.resolve("methods.yaml"), METHODS);
    Path practiceFile = Files.writeString(folder.resolve("practice.yaml"), PRACTICE);
    FILES.writeTo(folder.resolve("source"));
    Path warehouse = folder.resolve("warehouse");
    Ingestion.run(folder.resolve("source"), warehouse, null, Progress.SILENT);
    WarehouseViews.register(engine, warehouse, Map.of());
    Path work = Files.createDirectory(folder.resolve("work"));
    ReferenceViews references = new ReferenceViews(SmallRun.resource("/reference/round"), work);
    references.register(engine);
    KnownReference known = references.known();
    Practice practice = PracticeFile.read(practiceFile);
    InputViews.register(engine, practice);
    ContractSet contractSet = ContractSet.read(contracts, practice, practiceFile, known).required();
    // No release of this year is loaded.
    InputViews.register(engine, contractSet, known, ContractComparisonPlan.scenarios(2024));
    marts = new HashMap<>();
    new JobRunner(engine, Progress.SILENT)
        .run(
            NeededSteps.withMarts(
                Job.named("contract-comparison"),
                Set.of(
                    "mart_comparison_control",
                    "mart_contract",
                    "mart_contract_due",
                    "mart_implied_rate",
                    "mart_leak",
                    "mart_lever",
                    "mart_payer_multiple"),
                Set.of()),
            parameters())
        .forEach((name, rows) -> marts.put(name, MartRows.of(rows)));
  }

  private static Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("first_month", "2025-01");
    parameters.put("last_month", "2025-12");
    parameters.put("as_of_date", java.time.LocalDate.of(2025, 12, 31));
    parameters.put("apm_status", "non_qp");
    parameters.put("participation", "participating");
    parameters.put("commercial_target", new BigDecimal("2.0000"));
    parameters.put("medicare_advantage_target", new BigDecimal("0.0000"));
    parameters.put("workers_compensation_target", new BigDecimal("1.5000"));
    parameters.put("other_target", new BigDecimal("0.0000"));
    parameters.put("volume_change_percent", new BigDecimal("0.0000"));
    parameters.put("least_rate_step", new BigDecimal("0.03"));
    parameters.put("least_other_share", new BigDecimal("0.15"));
    parameters.put("small_number", 1);
    parameters.put("fixed_year", "2024");
    return parameters;
  }

  private static Map<String, @Nullable Object> row(String mart, Map<String, Object> where) {
    List<Map<String, @Nullable Object>> found =
        Objects.requireNonNull(marts.get(mart)).stream()
            .filter(row -> row.entrySet().containsAll(where.entrySet()))
            .toList();
    assertThat(found).as("%s of %s", mart, where).hasSize(1);
    return found.get(0);
  }

  private static Map<String, @Nullable Object> leak(String payer, String kind, String code) {
    return row("mart_leak", Map.of("payer", payer, "leak", kind, "hcpcs_code", code));
  }

  @Test
  void a_line_counts_once_whatever_the_codes_of_its_term() {
    assertThat(leak("Ranges", "BELOW_MEDICARE", "99213"))
        .containsEntry("line_count", 1L)
        .containsEntry("amount", usd("10.00"));
  }

  @Test
  void a_line_allowed_by_the_term_before_is_found() {
    assertThat(leak("Ranges", "ESCALATOR_NOT_APPLIED", "99213"))
        .containsEntry("line_count", 1L)
        .containsEntry("amount", usd("10.00"));
  }

  @Test
  void a_code_that_no_term_had_before_is_not_at_an_earlier_rate() {
    // 110 for 120 percent, but 99214 never was at 110.
    assertThat(leak("Ranges", "TERM_NEVER_APPLIED", "99214")).containsEntry("line_count", 1L);
  }

  @Test
  void a_line_counts_once_whatever_the_methods_that_were_raised_alike() {
    assertThat(leak("Methods", "BELOW_MEDICARE", "99213"))
        .containsEntry("line_count", 1L)
        .containsEntry("amount", usd("20.00"));
  }

  @Test
  void a_line_allowed_by_the_increase_before_is_found() {
    assertThat(leak("Methods", "ESCALATOR_NOT_APPLIED", "99213"))
        .containsEntry("line_count", 1L)
        .containsEntry("amount", usd("3.06"));
  }

  // The later term holds from July, the increase from June; the period is all of the year.
  @Test
  void what_an_increase_is_worth_is_over_the_months_in_which_it_holds() {
    assertThat(leak("Ranges", "ESCALATOR_NOT_APPLIED", "99213"))
        .containsEntry("first_month", "2025-07")
        .containsEntry("last_month", "2025-12");
    assertThat(leak("Methods", "ESCALATOR_NOT_APPLIED", "99213"))
        .containsEntry("first_month", "2025-06");
  }

  @Test
  void what_no_term_limits_is_over_the_months_of_the_period() {
    assertThat(leak("Ranges", "BELOW_MEDICARE", "99213"))
        .containsEntry("first_month", "2025-01")
        .containsEntry("last_month", "2025-12");
  }

  @Test
  void lines_within_a_cent_of_the_contract_agree_and_differ_by_nothing() {
    assertThat(implied("99214"))
        .containsEntry("finding", "AGREES")
        .containsEntry("difference_amount", usd("0.00"));
  }

  @Test
  void a_main_rate_that_agrees_beside_lines_that_do_not_is_not_called_agreement() {
    assertThat(implied("99213"))
        .containsEntry("finding", "MAIN_RATE_AGREES")
        .containsEntry("difference_amount", usd("-30.00"));
  }

  // 90 days before July 1 is April 2, and 180 days after December 31 is June 29: the end on June 30
  // and the renewal on July 1 come a day and two too late.
  @Test
  void what_of_a_contract_is_due_within_180_days_is_counted_from_the_periods_last_day() {
    assertThat(marts.get("mart_contract_due"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("payer", "Ranges")
                    .containsEntry("due_event", "NOTICE_DUE")
                    .containsEntry("due_date", java.time.LocalDate.of(2026, 4, 2))
                    .containsEntry("days_left", 92));
  }

  @Test
  void every_contract_that_holds_is_listed_with_its_notice() {
    assertThat(row("mart_contract", Map.of("payer", "Ranges")))
        .containsEntry("notice_date", java.time.LocalDate.of(2026, 4, 2));
    assertThat(row("mart_contract", Map.of("payer", "Methods")))
        .containsEntry("renewal_date", null)
        .containsEntry("notice_date", null);
  }

  private static Map<String, @Nullable Object> implied(String code) {
    return row("mart_implied_rate", Map.of("payer", "Percent", "hcpcs_code", code));
  }

  private static Map<String, @Nullable Object> payer(String payer) {
    return row("mart_payer_multiple", Map.of("payer", payer));
  }

  // Medicare gives 100.00 for 99213; a commercial payer is held to 2.00, a compensation to 1.50.
  @Test
  void a_payers_gap_is_to_the_target_of_its_class() {
    assertThat(payer("Termless")).containsEntry("gap_amount", usd("70.00"));
    assertThat(payer("Compensation")).containsEntry("gap_amount", usd("10.00"));
  }

  @Test
  void a_payer_of_a_class_without_a_target_has_no_gap() {
    assertThat(payer("Advantage"))
        .containsEntry("target_multiple", null)
        .containsEntry("gap_amount", null);
  }

  @Test
  void a_payer_whose_rates_the_law_sets_has_no_gap() {
    assertThat(payer("State")).containsEntry("gap_amount", null);
  }

  @Test
  void medicare_advantage_is_not_asked_for_ten_points_more() {
    assertThat(marts.get("mart_lever"))
        .filteredOn(row -> "Advantage".equals(row.get("payer")))
        .extracting(row -> row.get("ordinal"))
        .containsExactlyInAnyOrder(2, 3, 4, 5, 6);
  }

  @Test
  void rates_by_law_have_no_lever() {
    assertThat(marts.get("mart_lever")).extracting(row -> row.get("payer")).doesNotContain("State");
  }

  private static Map<String, @Nullable Object> lever(String payer, int ordinal) {
    return row("mart_lever", Map.of("payer", payer, "ordinal", ordinal));
  }

  @Test
  void what_a_year_that_is_not_loaded_would_change_is_not_known() {
    assertThat(lever("Ranges", 3))
        .containsEntry("change_amount", null)
        .containsEntry("unpriced_line_count", 4L);
  }

  @Test
  void what_work_rvus_of_a_year_that_is_not_loaded_would_change_is_not_known() {
    assertThat(lever("Ranges", 4))
        .containsEntry("change_amount", null)
        .containsEntry("unpriced_line_count", 4L);
  }

  @Test
  void what_a_contract_that_is_not_there_would_change_is_not_known() {
    assertThat(lever("Termless", 6))
        .containsEntry("change_amount", null)
        .containsEntry("unpriced_line_count", 1L);
  }

  @Test
  void a_lever_that_no_line_moves_under_changes_nothing() {
    assertThat(lever("Termless", 5))
        .containsEntry("change_amount", usd("0.00"))
        .containsEntry("unpriced_line_count", 0L);
  }

  @Test
  void a_known_lever_counts_the_lines_that_it_leaves_out() {
    // 120 less 110, 120 less 90, 240 less 220; 99212 has no term.
    assertThat(lever("Ranges", 6))
        .containsEntry("change_amount", usd("60.00"))
        .containsEntry("line_count", 3L)
        .containsEntry("unpriced_line_count", 1L);
  }

  @Test
  void every_required_control_holds() {
    assertThat(marts.get("mart_comparison_control"))
        .hasSize(6)
        .allSatisfy(row -> assertThat(row).containsEntry("difference_amount", usd("0.00")));
  }

  @Test
  void a_step_that_takes_a_line_twice_breaks_a_required_control() {
    engine.select(
        "int_contract_volume",
        "select * from int_contract_volume union all select * from int_contract_volume");
    assertThat(controls())
        .filteredOn(row -> EngineRows.amount(row, "difference_amount").signum() != 0)
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("is_required", true));
  }

  private static List<Map<String, @Nullable Object>> controls() {
    SqlStep control =
        Job.named("contract-comparison").marts().stream()
            .map(Job.MartStep::sql)
            .filter(mart -> mart.name().equals("mart_comparison_control"))
            .findFirst()
            .orElseThrow();
    return EngineRows.of(engine, control, parameters());
  }
}
