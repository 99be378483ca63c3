package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * CMS's rules that reduce a part of a fee, indicators 4 to 7, worked out by hand. The invented
 * codes end in their fee. Professional and technical part: IM100 20 and 80, IM090 40 and 50, IM060
 * 20 and 40 of imaging family 88, IN070 20 and 50 of family 01; CV100 and OP100 40 and 60, CV080
 * and OP080 30 and 50. Practice expense is half of TH050 and TH040.
 */
@Tag("long")
class RankedPartCases extends RuleCases {

  private static final List<Integer> GLOBAL = ASKED.day(of("IM100"), of("IM060"));

  @Test
  void the_second_image_pays_half_of_the_technical_and_95_percent_of_the_professional_part() {
    // 40 x 50% + 20 x 95%; of the equal professional parts the first line's is in full.
    priced(GLOBAL, "100.00", "39.00");
  }

  private static final List<Integer> CROSSED = ASKED.day(of("IM100"), of("IM090"));

  @Test
  void the_two_parts_of_an_image_rank_each_by_itself() {
    // IM100 has the higher technical part, IM090 the higher professional: 80 + 19, 25 + 40.
    priced(CROSSED, "99.00", "65.00");
  }

  @Test
  void the_answer_shows_the_rank_of_each_part() {
    assertThat(ASKED.answer(CROSSED.get(0)))
        .containsEntry("procedure_rank", 1)
        .containsEntry("professional_rank", 2);
  }

  private static final List<Integer> READ =
      ASKED.day(of("IM090").modified("26"), of("IM060").modified("26"));

  @Test
  void readings_rank_by_their_professional_part_alone() {
    priced(READ, "40.00", "19.00");
  }

  private static final List<Integer> TAKEN =
      ASKED.day(of("IM090").modified("TC"), of("IM060").modified("TC"));

  @Test
  void images_rank_by_their_technical_part_alone() {
    priced(TAKEN, "50.00", "20.00");
  }

  private static final List<Integer> READ_AND_TAKEN =
      ASKED.day(of("IM090").modified("26"), of("IM060").modified("TC"));

  @Test
  void a_reading_and_an_image_do_not_rank_with_each_other() {
    priced(READ_AND_TAKEN, "40.00", "40.00");
  }

  private static final List<Integer> MIXED =
      ASKED.day(of("IM100"), of("IM090").modified("26"), of("IM060").modified("TC"));

  @Test
  void a_whole_image_ranks_with_readings_and_images() {
    // Professional 40 before 20 x 95%; technical 80 before 40 x 50%.
    priced(MIXED, "99.00", "40.00", "20.00");
  }

  // At a practice expense index of 1.002: technical 22.41 x 1.002 x 10 = 224.5482, published as
  // 224.55; professional (2 + 2 x 1.002) x 10 = 40.04; together 264.59.
  private static Question cents(String modifier) {
    return of("IM264").modified(modifier).in("00000", "02");
  }

  private static final List<Integer> HALF_CENT =
      ASKED.day(cents("TC"), cents("TC"), cents("26"), cents("26"));

  @Test
  void a_component_is_reduced_from_its_published_fee_and_rounded_half_up_once() {
    // 224.55 x 50% is 112.275; half of 224.5482 would be 112.27. 40.04 x 95% is 38.038.
    priced(HALF_CENT, "224.55", "112.28", "40.04", "38.04");
  }

  private static final List<Integer> HALF_CENT_WHOLE = ASKED.day(cents(""), cents(""));

  @Test
  void the_parts_of_a_whole_test_are_not_rounded_apart() {
    // 264.59 - 224.55 x 50% - 40.04 x 5% is 150.313.
    priced(HALF_CENT_WHOLE, "264.59", "150.31");
  }

  private static final int HALF_CENT_UNITS = ASKED.ask(cents("TC").times("3"));

  @Test
  void nor_are_the_units_of_a_line() {
    // 224.55 x (1 + 50% + 50%)
    assertThat(ASKED.price(HALF_CENT_UNITS)).isEqualTo("449.10");
  }

  private static final List<Integer> THREE = ASKED.day(of("IM060"), of("IM100"), of("IM090"));

  @Test
  void every_further_image_is_reduced() {
    // Technical 40 x 50%, 80, 50 x 50%; professional 20 x 95%, 20 x 95%, 40.
    priced(THREE, "39.00", "99.00", "65.00");
  }

  private static final List<Integer> FAMILIES = ASKED.day(of("IM100"), of("IN070"));

  @Test
  void images_of_two_families_do_not_rank() {
    priced(FAMILIES, "100.00", "70.00");
  }

  private static final List<Integer> BESIDE_SURGERY = ASKED.day(of("IM060"), of("SA100"));

  @Test
  void images_do_not_rank_with_surgery() {
    priced(BESIDE_SURGERY, "60.00", "100.00");
  }

  private static final List<Integer> CAPPED =
      ASKED.day(of("IC100").modified("TC"), of("IC070").modified("TC"));

  @Test
  void the_outpatient_cap_is_looked_at_after_the_reduction() {
    // 80 is capped at 30; 50 is reduced to 25, below its cap of 40, and not 40 to 20.
    priced(CAPPED, "30.00", "25.00");
  }

  private static final List<Integer> CAPPED_WHOLE = ASKED.day(of("IC100"), of("IC070"));

  @Test
  void the_cap_of_a_whole_image_is_that_of_both_parts() {
    // 20 + 30 of 100; 50 x 50% + 20 x 95% is 44, below 20 + 40.
    priced(CAPPED_WHOLE, "50.00", "44.00");
  }

  private static final List<Integer> THERAPY = ASKED.day(of("TH040"), of("TH050"));

  @Test
  void the_second_therapy_pays_half_of_its_practice_expense() {
    // 40 - 20 / 2
    priced(THERAPY, "30.00", "50.00");
  }

  private static final int THERAPY_UNITS = ASKED.ask(of("TH050").times("3"));

  @Test
  void the_second_unit_of_therapy_pays_half_of_its_practice_expense() {
    // 50 + 2 x (50 - 25 / 2)
    assertThat(ASKED.price(THERAPY_UNITS)).isEqualTo("125.00");
  }

  private static final List<Integer> THERAPY_BOTH =
      ASKED.day(of("TH050").times("2"), of("TH040").times("2"));

  @Test
  void only_the_highest_unit_of_a_day_of_therapy_is_in_full() {
    // 50 + 37.50; 30 + 30
    priced(THERAPY_BOTH, "87.50", "60.00");
  }

  private static final List<Integer> HEART = ASKED.day(of("CV100"), of("CV080"));

  @Test
  void the_second_cardiovascular_service_pays_75_percent_of_the_technical_part() {
    // 30 + 50 x 75%
    priced(HEART, "100.00", "67.50");
  }

  private static final List<Integer> HEART_READ =
      ASKED.day(of("CV100").modified("26"), of("CV080").modified("26"));

  @Test
  void cardiovascular_readings_are_not_reduced() {
    priced(HEART_READ, "40.00", "30.00");
  }

  private static final List<Integer> EYES = ASKED.day(of("OP080"), of("OP100"));

  @Test
  void the_second_eye_service_pays_80_percent_of_the_technical_part() {
    // 30 + 50 x 80%
    priced(EYES, "70.00", "100.00");
  }

  private static final List<Integer> HEART_AND_EYE = ASKED.day(of("CV100"), of("OP080"));

  @Test
  void heart_and_eye_do_not_rank_with_each_other() {
    priced(HEART_AND_EYE, "100.00", "80.00");
  }
}
