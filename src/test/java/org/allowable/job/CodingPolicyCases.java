package org.allowable.job;

import static org.allowable.job.CodingRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.allowable.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions, diagnoses and authorizations, and that every rule is a row. */
@Tag("long")
class CodingPolicyCases {

  static final CaseFiles FILES = new CaseFiles();

  private static ClaimText medicare(String id) {
    return FILES.claim(id).payer("MCR01").filing("MB");
  }

  private static void finds(String claim, String... rulesAndCodes) {
    assertThat(run().found(claim)).containsExactlyInAnyOrder(rulesAndCodes);
  }

  private static void findsNothing(String claim) {
    assertThat(run().found(claim)).isEmpty();
  }

  static {
    medicare("REGIONS").diagnoses("M5415").line("62321", "500").line("64483", "400");
    medicare("TWODAYS").diagnoses("M5415").line("62321", "5").on("20251020").line("64483", "4");
    FILES.claim("COMMERCIAL").diagnoses("M5415").line("62321", "500").line("64483", "400");
  }

  @Test
  void the_second_region_of_a_session_is_found() {
    finds("REGIONS", "TWO_REGIONS 64483");
    assertThat(run().finding("REGIONS", "TWO_REGIONS")).containsEntry("other_hcpcs_code", "62321");
  }

  @Test
  void two_regions_on_two_days_are_right() {
    findsNothing("TWODAYS");
  }

  @Test
  void without_a_policy_two_regions_are_right() {
    findsNothing("COMMERCIAL");
  }

  static {
    medicare("LEVELS3").line("64483", "500").line("64484", "600", "2", "");
    medicare("LEVELS2").line("64483", "500").line("64484", "300");
    medicare("SIDES")
        .line("64483:50", "500")
        .line("64484:LT", "300", "1", "1")
        .line("64484:RT", "300", "1", "2");
    medicare("LEVELTWICE").line("62323", "500", "1", "1").line("62323", "500", "1", "2");
  }

  @Test
  void a_third_level_is_found() {
    finds("LEVELS3", "TOO_MANY_LEVELS 64484");
    assertThat(run().finding("LEVELS3", "TOO_MANY_LEVELS"))
        .containsEntry("detail", "most 2, billed 3");
  }

  @Test
  void a_level_too_many_is_not_said_again_as_a_unit_too_many() {
    finds("LEVELTWICE", "TOO_MANY_LEVELS 62323");
  }

  @Test
  void two_levels_are_right() {
    findsNothing("LEVELS2");
  }

  @Test
  void left_and_right_of_a_level_are_one_level() {
    findsNothing("SIDES");
  }

  static {
    medicare("BLIND").line("62322", "400");
    FILES.claim("BLINDELSEWHERE").line("62322", "400");
    medicare("CAUDAL").line("62323", "400");
  }

  @Test
  void an_epidural_without_imaging_is_found_with_the_imaged_code_named() {
    finds("BLIND", "IMAGING_REQUIRED 62322");
    assertThat(run().finding("BLIND", "IMAGING_REQUIRED"))
        .containsEntry("right_hcpcs_code", "62323");
  }

  @Test
  void without_a_policy_an_epidural_needs_no_imaging() {
    findsNothing("BLINDELSEWHERE");
  }

  @Test
  void an_epidural_with_imaging_is_right() {
    findsNothing("CAUDAL");
  }

  static {
    FILES.claim("LUMBARDX").diagnoses("M5416").line("62321", "500");
    FILES.claim("CERVICALDX").diagnoses("M5412").line("62323", "500");
    FILES.claim("EITHERDX").diagnoses("M5415").line("62323", "500");
    FILES.claim("NOREGION").diagnoses("M961").line("62321", "500");
    FILES.claim("ONEOFNOREGION").diagnoses("M961", "M542").pointing("1:2").line("62323", "500");
    FILES.claim("BOTHELSEWHERE").diagnoses("M5412", "M542").pointing("1:2").line("62323", "500");
    FILES.claim("UNSPECIFIC").diagnoses("M5410").line("62323", "500");
    FILES.claim("SPECIFICFIRST").diagnoses("M5416", "M5410").line("62323", "500");
  }

  @Test
  void a_lumbar_diagnosis_with_a_cervical_code_is_found_with_the_lumbar_code_named() {
    finds("LUMBARDX", "DIAGNOSIS_OTHER_REGION 62321");
    assertThat(run().finding("LUMBARDX", "DIAGNOSIS_OTHER_REGION"))
        .containsEntry("right_hcpcs_code", "62323");
  }

  @Test
  void a_cervical_diagnosis_with_a_lumbar_code_is_found() {
    finds("CERVICALDX", "DIAGNOSIS_OTHER_REGION 62323");
  }

  @Test
  void a_diagnosis_of_both_regions_fits_either_code() {
    findsNothing("EITHERDX");
  }

  @Test
  void a_diagnosis_of_no_region_fits_either_code() {
    findsNothing("NOREGION");
  }

  @Test
  void beside_a_diagnosis_of_no_region_one_of_another_is_right() {
    findsNothing("ONEOFNOREGION");
  }

  @Test
  void two_diagnoses_of_another_region_are_found() {
    finds("BOTHELSEWHERE", "DIAGNOSIS_OTHER_REGION 62323");
  }

  @Test
  void a_first_diagnosis_that_names_no_region_is_found() {
    finds("UNSPECIFIC", "DIAGNOSIS_UNSPECIFIC 62323");
  }

  @Test
  void an_unspecific_diagnosis_behind_a_specific_one_is_right() {
    findsNothing("SPECIFICFIRST");
  }

  static {
    medicare("AXIAL").diagnoses("M5459").line("62323", "500");
    FILES.claim("AXIALELSEWHERE").diagnoses("M5459").line("62323", "500");
    medicare("CLAUDICATION").diagnoses("M48062").line("62323", "500");
    medicare("NOCLAUDICATION").diagnoses("M48061").line("62323", "500");
  }

  @Test
  void axial_pain_is_outside_of_the_policy() {
    finds("AXIAL", "DIAGNOSIS_NOT_COVERED 62323");
  }

  @Test
  void without_a_policy_any_diagnosis_will_do() {
    findsNothing("AXIALELSEWHERE");
  }

  @Test
  void stenosis_with_claudication_is_covered() {
    findsNothing("CLAUDICATION");
  }

  @Test
  void stenosis_without_claudication_is_not() {
    finds("NOCLAUDICATION", "DIAGNOSIS_NOT_COVERED 62323");
  }

  static {
    medicare("ASKED").on("20260720").line("62323", "500");
    medicare("ASKEDLEVELS").on("20260720").line("64483", "500").line("64484", "300");
    medicare("BEFORE").on("20260114").line("62323", "500");
    medicare("FIRSTDAY").on("20260115").line("62323", "500");
    medicare("AUTHORIZED").authorized("A1").on("20260720").line("62323", "500");
    medicare("NOSTATE").at("24").on("20260720").line("62323", "500");
    medicare("HOSPITAL").at("22").on("20260720").line("62323", "500");
    FILES.claim("PRIVATE").on("20260720").line("62323", "500");
  }

  @Test
  void an_authorization_that_is_asked_for_and_absent_is_found() {
    finds("ASKED", "AUTHORIZATION_MISSING 62323");
    assertThat(run().finding("ASKED", "AUTHORIZATION_MISSING"))
        .containsEntry("detail", "WISER, NJ")
        .containsEntry("effective_from_date", java.time.LocalDate.of(2026, 1, 15));
  }

  @Test
  void an_authorization_is_missed_once_for_the_primary_code() {
    finds("ASKEDLEVELS", "AUTHORIZATION_MISSING 64483");
  }

  @Test
  void authorization_is_asked_for_from_the_first_day_on() {
    findsNothing("BEFORE");
    finds("FIRSTDAY", "AUTHORIZATION_MISSING 62323");
  }

  @Test
  void a_claim_with_an_authorization_is_right() {
    findsNothing("AUTHORIZED");
  }

  @Test
  void where_no_state_is_said_the_check_says_that_it_could_not_run() {
    findsNothing("NOSTATE");
    assertThat(run().coverage()).containsEntry("prior authorization NO_STATE", 1L);
  }

  @Test
  void other_places_and_payers_are_not_asked() {
    findsNothing("HOSPITAL");
    findsNothing("PRIVATE");
  }

  @Test
  void the_dollars_of_the_line_are_the_charge_and_the_medicare_fee() {
    // 62323 in the office, locality 12402/01: release 2025D
    assertThat(run().finding("AXIAL", "DIAGNOSIS_NOT_COVERED"))
        .containsEntry("charge_amount", SmallRun.usd("500.00"))
        .containsEntry("medicare_fee_amount", SmallRun.usd("282.20"));
  }

  @Test
  void the_fix_is_filled_in() {
    assertThat(run().finding("BLIND", "IMAGING_REQUIRED").get("fix"))
        .asString()
        .contains("Bill 62323", "cover 62322")
        .doesNotContain("{");
  }

  @Test
  void every_rule_has_a_case_that_finds_it() {
    List<String> rules =
        run().rows("mart_coding_summary").stream()
            .map(row -> String.valueOf(row.get("rule")))
            .distinct()
            .sorted()
            .toList();
    assertThat(rules).isEqualTo(shippedRules());
  }

  private static List<String> shippedRules() {
    try {
      return java.nio.file.Files.readAllLines(
              java.nio.file.Path.of("data", "reference", "coding_rule.csv"))
          .stream()
          .skip(1)
          .map(line -> line.substring(0, line.indexOf(',')))
          .sorted()
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_rule_without_its_row_finds_nothing() {
    String table = Reference.CODING_RULE.name();
    assertThat(run().without(Map.of(table, "rule <> 'PAIR_NEVER'")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("rule", "PAIR_NEVER"));
  }

  // What each case rests on beside its rule.
  private static final Map<String, String> RESTS_ON =
      Map.ofEntries(
          Map.entry("procedure_pair", "column_2_code in ('62320', '64483', '99213')"),
          Map.entry("indicator_rule", "true"),
          Map.entry("setting_rule", "true"),
          Map.entry("medically_unlikely_edit", "hcpcs_code in ('20610')"),
          Map.entry("add_on_code", "add_on_code = '64484'"),
          Map.entry("session_rule", "true"),
          Map.entry("diagnosis_region", "icd10_prefix in ('M5412', 'M5416', 'M542')"),
          Map.entry("unspecific_diagnosis", "icd10_prefix = 'M5410'"),
          Map.entry("covered_diagnosis", "true"),
          Map.entry("prior_authorization_rule", "state = 'NJ'"),
          Map.entry("note_requirement", "true"),
          Map.entry("spinal_level", "spinal_level = 'C5-C6'"));

  @Test
  void a_case_is_not_found_without_the_row_that_it_rests_on() {
    List<Map<String, @Nullable Object>> left = run().without(RESTS_ON);
    assertThat(left).isNotEmpty();
    assertThat(left.stream().map(row -> row.get("rule")))
        .doesNotContain(
            "PAIR_NEVER",
            "BILATERAL_NOT_ALLOWED",
            "BILATERAL_ADDS_NOTHING",
            "COMPONENT_NOT_ALLOWED",
            "MODIFIER_26_MISSING",
            "REPEAT_NOT_ALLOWED",
            "ADD_ON_WITHOUT_PRIMARY",
            "TWO_REGIONS",
            "TOO_MANY_LEVELS",
            "IMAGING_REQUIRED",
            "DIAGNOSIS_OTHER_REGION",
            "DIAGNOSIS_UNSPECIFIC",
            "DIAGNOSIS_NOT_COVERED",
            "AUTHORIZATION_MISSING",
            "NOTE_ELEMENT_MISSING",
            "NOTE_LEVEL_OTHER_REGION");
    assertThat(left.stream().map(row -> row.get("claim_id")))
        .doesNotContain("BARE", "UNITS", "DAYSUM");
  }

  @Test
  void a_meaning_that_is_gone_takes_its_findings_with_it() {
    assertThat(
            run()
                .without(
                    Map.of(
                        "procedure_meaning",
                        "hcpcs_code in ('77003', '72275', '62311', '62323', '62322')"))
                .stream()
                .map(row -> row.get("rule")))
        .doesNotContain("IMAGING_BUNDLED", "IMAGING_SEPARATED", "DELETED_CODE", "IMAGING_REQUIRED");
  }
}
