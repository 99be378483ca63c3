package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a denial is and whose it is: a case a rule, each of a physician of its own. */
@Tag("long")
class DenialCases {

  static final CaseFiles FILES = new CaseFiles();

  private static void denied(String claim, String physician, String adjustments) {
    FILES.claim(claim).rendering(physician).line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*%s*1*150*0**12*%s*11*1".formatted(claim, claim),
        "SVC*HC:99213*150*0**1 DTM*472*20251006 " + adjustments);
  }

  private static Map<String, @Nullable Object> physician(String npi) {
    return run().row("mart_denial_by_physician", "rendering_npi", npi);
  }

  static {
    denied("WRITTENOFF", "1000000001", "CAS*CO*45*150");
  }

  @Test
  void a_contractual_write_off_alone_is_no_denial() {
    assertThat(run().line("WRITTENOFF")).containsEntry("is_denied", false);
  }

  static {
    FILES.claim("PARTLY").rendering("1000000002").line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*PARTLY*1*150*50**12*D2*11*1",
        "SVC*HC:99213*150*50**1 DTM*472*20251006 CAS*CO*45*50**119*50");
  }

  @Test
  void a_line_of_which_a_part_was_denied_is_partly_denied() {
    assertThat(run().line("PARTLY"))
        .containsEntry("is_denied", false)
        .containsEntry("is_partly_denied", true);
  }

  static {
    FILES.claim("MEDICARE").payer("MCR01").line("99213", "150", "1").line("99214", "250", "2");
    FILES.paidBy(
        "MCR01",
        "20251020",
        "CLP*MEDICARE*1*400*0**MB*D3*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*50*150 REF*6R*1",
        "SVC*HC:99214*250*0**1 DTM*472*20251006 CAS*CO*50*250 REF*6R*2");
  }

  @Test
  void a_claim_of_status_1_whose_lines_were_allowed_nothing_is_denied() {
    assertThat(run().rows("mart_denied_line", "claim_id", "MEDICARE"))
        .extracting(line -> line.get("denial_group"))
        .containsExactly("Medical necessity", "Medical necessity");
  }

  static {
    denied("TWICE", "1000000004", "CAS*OA*18*150");
  }

  @Test
  void a_duplicate_is_counted_apart() {
    assertThat(physician("1000000004")).containsEntry("duplicate_line_count", 1L);
  }

  @Test
  void a_duplicate_is_in_neither_number_of_a_rate() {
    assertThat(physician("1000000004"))
        .containsEntry("adjudicated_line_count", 1L)
        .containsEntry("rated_line_count", 0L)
        .containsEntry("denied_line_count", 0L)
        .containsEntry("denial_rate", null)
        .containsEntry("first_answered_line_count", 0L)
        .containsEntry("initial_denial_rate", null);
  }

  @Test
  void a_duplicate_is_of_its_group_all_the_same() {
    assertThat(groups("1000000004")).containsExactly(Map.entry("Duplicate", 1L));
  }

  static {
    denied("CO4", "1000000005", "CAS*CO*4*150");
  }

  @Test
  void co_4_is_named() {
    assertThat(signals("1000000005"))
        .containsOnly(Map.entry("CO-4", 1L), Map.entry("CO-97", 0L), Map.entry("Frequency", 0L));
    assertThat(groups("1000000005")).containsExactly(Map.entry("Coding", 1L));
  }

  static {
    denied("CO97", "1000000006", "CAS*CO*97*150");
  }

  @Test
  void co_97_is_named() {
    assertThat(signals("1000000006")).contains(Map.entry("CO-97", 1L), Map.entry("CO-4", 0L));
    assertThat(groups("1000000006")).containsExactly(Map.entry("Bundling", 1L));
  }

  static {
    denied("FREQ119", "1000000007", "CAS*CO*119*150");
    denied("FREQ151", "1000000008", "CAS*CO*151*150");
    denied("FREQ273", "1000000009", "CAS*CO*273*150");
    denied("FREQ96", "1000000010", "CAS*CO*96*150 LQ*HE*N362");
  }

  @ParameterizedTest
  @CsvSource({"119,1000000007", "151,1000000008", "273,1000000009", "96 with N362,1000000010"})
  void a_frequency_limit_is_named(String reason, String npi) {
    assertThat(signals(npi)).as(reason).contains(Map.entry("Frequency", 1L));
  }

  static {
    denied("PLAIN96", "1000000011", "CAS*CO*96*150");
  }

  @Test
  void code_96_without_a_remark_on_frequency_is_not_covered() {
    assertThat(groups("1000000011")).containsExactly(Map.entry("Non-covered", 1L));
  }

  static {
    denied("TWOREASONS", "1000000012", "CAS*CO*4*50**97*100");
  }

  @Test
  void of_two_reasons_the_greater_names_the_denial() {
    assertThat(run().line("TWOREASONS")).containsEntry("denial_reason_code", "97");
  }

  @Test
  void a_line_with_two_reasons_is_one_denied_line() {
    assertThat(physician("1000000012")).containsEntry("denied_line_count", 1L);
  }

  @Test
  void a_denied_line_is_not_underpaid_too() {
    assertThat(run().line("CO4")).containsEntry("is_underpaid", false);
  }

  static {
    denied("UNKNOWNCODE", "1000000013", "CAS*CO*ZZ9*150");
  }

  @Test
  void a_code_that_no_table_knows_is_a_denial_of_group_other() {
    assertThat(run().line("UNKNOWNCODE"))
        .containsEntry("is_denied", true)
        .containsEntry("denial_group", "Other");
    assertThat(groups("1000000013")).containsExactly(Map.entry("Other", 1L));
  }

  static {
    FILES.claim("WONBACK").rendering("1000000014").line("99213", "150");
    FILES.paid(
        "20251008",
        "CLP*WONBACK*1*150*0**12*WONBACK*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*50*150");
    FILES.paid(
        "20251020",
        "CLP*WONBACK*22*-150*0**12*WONBACK*11*1",
        "SVC*HC:99213*-150*0**-1 DTM*472*20251006 CAS*CO*50*-150",
        "CLP*WONBACK*1*150*100**12*WONBACK2*11*7 REF*F8*WONBACK",
        "SVC*HC:99213*150*100**1 DTM*472*20251006 CAS*CO*45*50");
    FILES.claim("SIMPLY").rendering("1000000014").line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*SIMPLY*1*150*100**12*SIMPLY*11*1",
        "SVC*HC:99213*150*100**1 DTM*472*20251006 CAS*CO*45*50");
  }

  @Test
  void an_appeal_lowers_the_current_denial_rate_and_not_the_initial_one() {
    assertThat(physician("1000000014"))
        .containsEntry("rated_line_count", 2L)
        .containsEntry("denied_line_count", 0L)
        .containsEntry("first_answered_line_count", 2L)
        .containsEntry("initially_denied_line_count", 1L)
        .containsEntry("initial_denial_rate", new BigDecimal("0.5000000000"));
  }

  @Test
  void every_denied_line_is_in_one_group_of_one_physician() {
    long grouped =
        run().rows("mart_denial_group_by_physician").stream()
            .mapToLong(row -> count(row, "denied_line_count"))
            .sum();
    long denied =
        run().rows("int_report_line", "report_month", "2025-10").stream()
            .filter(line -> Boolean.TRUE.equals(line.get("is_denied")))
            .count();
    assertThat(grouped).isEqualTo(denied).isPositive();
  }

  private static Map<String, Long> groups(String npi) {
    return counted("mart_denial_group_by_physician", npi, "denial_group");
  }

  private static Map<String, Long> signals(String npi) {
    return counted("mart_denial_signal_by_physician", npi, "denial_signal");
  }

  private static Map<String, Long> counted(String mart, String npi, String by) {
    Map<String, Long> counts = new TreeMap<>();
    run()
        .rows(mart, "rendering_npi", npi)
        .forEach(row -> counts.put(String.valueOf(row.get(by)), count(row, "denied_line_count")));
    return counts;
  }

  private static long count(Map<String, @Nullable Object> row, String column) {
    return (Long) Objects.requireNonNull(row.get(column));
  }
}
