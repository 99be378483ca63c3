package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What has no physician fee in a facility, by CMS's PC/TC and NA indicators. The invented codes end
 * in their office fee: DX100 has PC/TC 1 with a professional part of 50, TO015 3, GT025 4, PO012 2,
 * IT010 and IT020 5, PT030 and PT040 7, SM035 8; IT020 and PT040 have a facility value of their
 * own.
 */
@Tag("long")
class PayableSettingCases extends RuleCases {

  private static final String NOT_PAYABLE = "NOT_PAYABLE_IN_SETTING";

  private static int at(String place, String code) {
    return ASKED.ask(question(place, code));
  }

  private static Question question(String place, String code) {
    return Question.of(code, place, "2025-11-03");
  }

  private static final int WHOLE = at("22", "DX100");

  @Test
  void a_whole_test_in_a_hospital_has_no_physician_fee() {
    priced(WHOLE, NOT_PAYABLE);
  }

  @Test
  void the_value_that_cms_lists_stays_to_be_seen() {
    assertThat(ASKED.answer(WHOLE))
        .containsEntry("fee_amount", new BigDecimal("100.00"))
        .containsEntry("is_setting_na", true);
  }

  private static final int TECHNICAL = ASKED.ask(question("22", "DX100").modified("TC"));

  @Test
  void a_technical_component_in_a_hospital_has_no_physician_fee() {
    priced(TECHNICAL, NOT_PAYABLE);
  }

  private static final int PROFESSIONAL = ASKED.ask(question("22", "DX100").modified("26"));

  @Test
  void its_professional_component_has() {
    priced(PROFESSIONAL, "50.00");
  }

  private static final List<Integer> ELSEWHERE =
      List.of(at("11", "DX100"), at("24", "DX100"), at("31", "DX100"), at("02", "DX100"));

  @Test
  void a_whole_test_is_payable_in_the_office_and_not_in_a_surgery_center_or_nursing_facility() {
    // Of telehealth (02) CMS uses the facility values, but no facility bills the test.
    priced(ELSEWHERE, "100.00", NOT_PAYABLE, NOT_PAYABLE, "100.00");
  }

  private static final int CONTRACTOR = ASKED.ask(question("22", "DC000").modified("TC"));

  @Test
  void a_technical_component_that_the_contractor_prices_is_not_payable_there_either() {
    priced(CONTRACTOR, NOT_PAYABLE);
  }

  private static final List<Integer> BY_CODE =
      List.of(at("22", "TO015"), at("22", "GT025"), at("22", "PO012"));

  @Test
  void codes_of_the_technical_component_or_the_whole_test_are_not_payable_but_the_reading_is() {
    priced(BY_CODE, NOT_PAYABLE, NOT_PAYABLE, "12.00");
  }

  private static final List<Integer> INCIDENT =
      List.of(at("11", "IT010"), at("22", "IT010"), at("24", "IT010"));

  @Test
  void a_service_incident_to_a_physicians_is_payable_in_the_office_alone() {
    priced(INCIDENT, "10.00", NOT_PAYABLE, NOT_PAYABLE);
  }

  private static final List<Integer> INCIDENT_WITH_FACILITY_VALUE =
      List.of(at("19", "IT020"), at("24", "IT020"));

  @Test
  void in_a_hospital_it_is_not_payable_even_where_it_has_a_facility_value() {
    priced(INCIDENT_WITH_FACILITY_VALUE, NOT_PAYABLE, "6.00");
  }

  private static final List<Integer> THERAPY =
      List.of(at("11", "PT030"), at("22", "PT030"), at("21", "PT030"), at("22", "PT040"));

  @Test
  void therapy_of_hospital_patients_is_not_payable_but_what_has_a_facility_value_is() {
    priced(THERAPY, "30.00", NOT_PAYABLE, NOT_PAYABLE, "30.00");
  }

  private static final List<Integer> SMEAR =
      List.of(at("21", "SM035"), at("22", "SM035"), at("11", "SM035"));

  @Test
  void an_abnormal_smear_is_read_for_inpatients_alone() {
    priced(SMEAR, "35.00", NOT_PAYABLE, NOT_PAYABLE);
  }
}
