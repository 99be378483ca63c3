package org.allowable.job;

import static org.allowable.job.CodingRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes held against what the note says. */
@Tag("long")
class CodingNotesCases {

  static final CaseFiles FILES = new CaseFiles();
  static final List<String> NOTES =
      new ArrayList<>(
          List.of(
              "note_id,claim_id,service_date,approach,levels,imaging,is_image_kept,substances,"
                  + "is_consent_recorded,conservative_treatment,response"));

  private static final String WHOLE = "yes,dexamethasone | 10 mg | 1 mL,yes,therapy 8 weeks,";

  private static ClaimText noted(String id, String note) {
    return noted(id, ClaimText.DAY, note);
  }

  private static ClaimText noted(String id, String day, String note) {
    NOTES.add(
        "N-%s-%s,%s,%s-%s-%s,%s"
            .formatted(
                id, day, id, day.substring(0, 4), day.substring(4, 6), day.substring(6), note));
    return FILES.claim(id);
  }

  /** A further note of a claim. */
  private static void further(String claim, String note) {
    NOTES.add("N-%s-%d,%s,2025-10-06,%s".formatted(claim, NOTES.size(), claim, note));
  }

  private static void finds(String claim, String... rulesAndCodes) {
    assertThat(run().found(claim)).containsExactlyInAnyOrder(rulesAndCodes);
  }

  private static void findsNothing(String claim) {
    assertThat(run().found(claim)).isEmpty();
  }

  private static String right(String claim, String rule) {
    return String.valueOf(run().finding(claim, rule).get("right_hcpcs_code"));
  }

  static {
    noted("N-RIGHT", "interlaminar,L4-L5,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-SHORT", "interlaminar,L4/5,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-CAUDAL", "caudal,CAUDAL,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-APPROACH", "transforaminal,L4-L5,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-IMAGING", "interlaminar,L4-L5,none," + WHOLE).line("62323", "500");
    noted("N-GUIDED", "interlaminar,L4-L5,ct," + WHOLE).line("62322", "500");
    noted("N-ULTRASOUND", "interlaminar,L4-L5,ultrasound," + WHOLE).line("62323", "500");
    noted("N-REGION", "interlaminar,C5-C6,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-NOCODE", "transforaminal,L4-L5,none," + WHOLE).line("64483", "500");
    noted("N-EDGE", "transforaminal,T12-L1,fluoroscopy," + WHOLE).line("64483", "500");
    noted("N-EITHER", "interlaminar,T12-L1,fluoroscopy," + WHOLE).line("62323", "500");
  }

  @Test
  void a_note_that_says_what_was_billed_is_right() {
    findsNothing("N-RIGHT");
  }

  @Test
  void levels_may_be_written_short() {
    findsNothing("N-SHORT");
  }

  @Test
  void a_caudal_approach_has_the_code_of_its_region() {
    findsNothing("N-CAUDAL");
  }

  @Test
  void another_approach_names_the_right_code() {
    finds("N-APPROACH", "NOTE_OTHER_CODE 62323");
    assertThat(right("N-APPROACH", "NOTE_OTHER_CODE")).isEqualTo("64483");
  }

  @Test
  void no_imaging_names_the_code_without() {
    finds("N-IMAGING", "NOTE_OTHER_CODE 62323");
    assertThat(right("N-IMAGING", "NOTE_OTHER_CODE")).isEqualTo("62322");
  }

  @Test
  void imaging_names_the_code_with_it() {
    finds("N-GUIDED", "NOTE_OTHER_CODE 62322");
    assertThat(right("N-GUIDED", "NOTE_OTHER_CODE")).isEqualTo("62323");
  }

  @Test
  void ultrasound_is_not_the_imaging_of_the_code() {
    assertThat(right("N-ULTRASOUND", "NOTE_OTHER_CODE")).isEqualTo("62322");
  }

  @Test
  void a_level_of_another_region_names_the_code_of_that_region() {
    finds("N-REGION", "NOTE_OTHER_CODE 62323");
    assertThat(right("N-REGION", "NOTE_OTHER_CODE")).isEqualTo("62321");
  }

  @Test
  void what_no_code_describes_is_said() {
    finds("N-NOCODE", "NOTE_NO_SUCH_CODE 64483");
  }

  @Test
  void a_transforaminal_injection_at_t12_l1_is_thoracic() {
    assertThat(right("N-EDGE", "NOTE_OTHER_CODE")).isEqualTo("64479");
  }

  @Test
  void an_interlaminar_injection_at_t12_l1_fits_either_region() {
    findsNothing("N-EITHER");
  }

  static {
    noted("N-REGIONS", "facet,C4-C5,fluoroscopy," + WHOLE)
        .diagnoses("M5415")
        .line("64490", "500")
        .line("64493", "400");
    further("N-REGIONS", "facet,L4-L5,fluoroscopy," + WHOLE);
    noted("N-EACHLEVEL", "transforaminal,L4-L5,fluoroscopy," + WHOLE)
        .line("64483", "500")
        .line("64484", "300");
    further("N-EACHLEVEL", "transforaminal,L5-S1,fluoroscopy," + WHOLE);
    noted("N-ONEFORBOTH", "facet,C4-C5; L4-L5,fluoroscopy," + WHOLE)
        .diagnoses("M5415")
        .line("64490", "500")
        .line("64493", "400");
    noted("N-FEWERTHERE", "facet,C4-C5; L4-L5,fluoroscopy," + WHOLE)
        .diagnoses("M5415")
        .line("64490", "500")
        .line("64493", "400")
        .line("64494", "200");
  }

  @Test
  void of_two_notes_each_line_reads_that_of_its_region() {
    findsNothing("N-REGIONS");
  }

  @Test
  void levels_may_stand_in_a_note_each() {
    findsNothing("N-EACHLEVEL");
  }

  @Test
  void one_note_may_say_both_regions_that_were_billed() {
    findsNothing("N-ONEFORBOTH");
  }

  @Test
  void levels_of_another_region_do_not_count_for_an_add_on_code() {
    finds("N-FEWERTHERE", "NOTE_FEWER_LEVELS 64494");
  }

  static {
    noted("N-JOINT", "sacroiliac_joint,,fluoroscopy," + WHOLE).line("27096", "500");
    noted("N-JOINTNAMED", "sacroiliac_joint,SI JOINT,fluoroscopy," + WHOLE).line("27096", "500");
    noted("N-HIATUS", "caudal,,fluoroscopy," + WHOLE).payer("MCR01").line("62323", "500");
  }

  @Test
  void a_joint_has_no_level() {
    findsNothing("N-JOINT");
  }

  @Test
  void a_joint_may_be_named_in_place_of_a_level() {
    findsNothing("N-JOINTNAMED");
  }

  @Test
  void a_caudal_approach_needs_no_level() {
    findsNothing("N-HIATUS");
  }

  static {
    noted("N-NOLEVEL", "interlaminar,,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-NONSENSE", "interlaminar,somewhere,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-MIXED", "interlaminar,L4-L5; C5-C6,fluoroscopy," + WHOLE).line("62323", "500");
    noted("N-FEWER", "transforaminal,L4-L5,fluoroscopy," + WHOLE)
        .line("64483", "500")
        .line("64484", "300");
    noted("N-ENOUGH", "transforaminal,L4-L5; L5-S1,fluoroscopy," + WHOLE)
        .line("64483", "500")
        .line("64484", "300");
  }

  @Test
  void a_note_without_a_level_is_found() {
    finds("N-NOLEVEL", "NOTE_LEVEL_MISSING 62323");
  }

  @Test
  void a_level_that_nobody_knows_is_said() {
    finds("N-NONSENSE", "NOTE_LEVEL_NOT_KNOWN 62323");
  }

  @Test
  void one_level_of_several_outside_of_the_region_is_found() {
    finds("N-MIXED", "NOTE_LEVEL_OTHER_REGION 62323");
  }

  @Test
  void more_levels_billed_than_noted_are_found() {
    finds("N-FEWER", "NOTE_FEWER_LEVELS 64484");
  }

  @Test
  void as_many_levels_as_noted_are_right() {
    findsNothing("N-ENOUGH");
  }

  static {
    noted("N-LCD", "interlaminar,L4-L5,fluoroscopy," + WHOLE).payer("MCR01").line("62323", "500");
    noted("N-BARE", "interlaminar,L4-L5,fluoroscopy,no,dexamethasone,no,,")
        .payer("MCR01")
        .line("62323", "500");
    noted("N-BARECOMMERCIAL", "interlaminar,L4-L5,fluoroscopy,,,,,").line("62323", "500");
    noted("N-SERIES", "interlaminar,L4-L5,fluoroscopy," + WHOLE)
        .payer("MCR01")
        .patient("SERIES")
        .line("62323", "500");
    noted("N-SERIES2", "20251106", "interlaminar,L4-L5,fluoroscopy," + WHOLE)
        .payer("MCR01")
        .patient("SERIES")
        .on("20251106")
        .line("62323", "500");
  }

  @Test
  void a_note_with_all_that_the_policy_asks_for_is_right() {
    findsNothing("N-LCD");
  }

  @Test
  void each_element_that_the_policy_asks_for_and_the_note_lacks_is_found() {
    assertThat(
            run().findings().stream()
                .filter(row -> "N-BARE".equals(row.get("claim_id")))
                .map(row -> String.valueOf(row.get("detail"))))
        .containsExactlyInAnyOrder(
            "image kept", "dose", "volume", "consent", "conservative treatment");
  }

  static {
    noted("N-BAREADDON", "transforaminal,L4-L5; L5-S1,fluoroscopy,yes,dexamethasone|1|1,no,yes,")
        .payer("MCR01")
        .line("64483", "500")
        .line("64484", "300");
  }

  @Test
  void what_a_note_lacks_is_said_once_for_the_primary_code() {
    finds("N-BAREADDON", "NOTE_ELEMENT_MISSING 64483");
  }

  @Test
  void without_a_policy_a_note_may_be_short() {
    findsNothing("N-BARECOMMERCIAL");
  }

  @Test
  void the_second_session_needs_the_response_to_the_first() {
    findsNothing("N-SERIES");
    finds("N-SERIES2", "NOTE_ELEMENT_MISSING 62323");
    assertThat(run().finding("N-SERIES2", "NOTE_ELEMENT_MISSING"))
        .containsEntry("detail", "response");
  }

  @Test
  void lines_without_a_note_are_counted() {
    assertThat(run().coverage()).containsKeys("note NO_NOTE_OF_LINE", "note CHECKED");
  }
}
