package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a denial is and whose it is: a case a rule, each of a physician of its own. */
class DenialCasesTest {

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
  void a_duplicate_does_not_raise_the_denial_rate() {
    assertThat(physician("1000000004"))
        .containsEntry("denial_rate", new java.math.BigDecimal("0.000000"));
  }

  static {
    denied("CO4", "1000000005", "CAS*CO*4*150");
  }

  @Test
  void co_4_is_named() {
    assertThat(physician("1000000005"))
        .containsEntry("co_4_line_count", 1L)
        .containsEntry("co_4_charge_amount", usd("150.00"))
        .containsEntry("other_coding_line_count", 0L);
  }

  static {
    denied("CO97", "1000000006", "CAS*CO*97*150");
  }

  @Test
  void co_97_is_named() {
    assertThat(physician("1000000006"))
        .containsEntry("co_97_line_count", 1L)
        .containsEntry("co_97_charge_amount", usd("150.00"))
        .containsEntry("other_bundling_line_count", 0L);
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
    assertThat(physician(npi)).as(reason).containsEntry("frequency_line_count", 1L);
  }

  static {
    denied("PLAIN96", "1000000011", "CAS*CO*96*150");
  }

  @Test
  void code_96_without_a_remark_on_frequency_is_not_covered() {
    assertThat(physician("1000000011")).containsEntry("non_covered_line_count", 1L);
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
  }
}
