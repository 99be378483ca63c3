package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;
import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an 837P says, as rows. */
class ClaimTest {

  private static final String LINE = "LX*1~SV1*HC:99213*150*UN*1***1~DTP*472*D8*20250801";

  @TempDir private Path folder;

  @Test
  void a_claim_carries_subscriber_payer_and_submission() throws IOException {
    Map<String, @Nullable Object> row =
        sample("synthetic__p02_replacement_and_void.837").rows(CLAIM_LINE).get(0);
    assertThat(row)
        .containsEntry("claim_id", "PM-1002")
        .containsEntry("claim_frequency_code", "7")
        .containsEntry("original_payer_claim_number", "ICN2")
        .containsEntry("payer_responsibility_code", "P")
        .containsEntry("claim_filing_indicator_code", "CI")
        .containsEntry("payer_id", "SYN01")
        .containsEntry("payer_name", "SYN PAYER")
        .containsEntry("billing_npi", "1999999984")
        .containsEntry("submitted_date", LocalDate.of(2025, 8, 5))
        .containsEntry("claim_charge_amount", new BigDecimal("2000.00"))
        .containsEntry("place_of_service_code", "11")
        .containsEntry("service_month", "2025-08");
  }

  @Test
  void each_submission_has_its_own_id() throws IOException {
    WarehouseUnderTest warehouse = sample("synthetic__p02_replacement_and_void.837");
    assertThat(warehouse.column(CLAIM_LINE, "submission_id"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).asString().matches("[0-9a-f]{32}"));
  }

  @Test
  void minutes_drugs_periods_and_twelve_diagnoses_are_read() throws IOException {
    List<Map<String, @Nullable Object>> rows =
        sample("synthetic__p04_anesthesia_minutes_ndc_12dx.837").rows(CLAIM_LINE);
    assertThat(rows.get(0))
        .containsEntry("hcpcs_code", "01992")
        .containsEntry("hcpcs_modifier_2", "P2")
        .containsEntry("unit_measure_code", "MJ")
        .containsEntry("service_unit_quantity", new BigDecimal("45.000"))
        .containsEntry("claim_line_start_date", LocalDate.of(2025, 8, 1))
        .containsEntry("claim_line_end_date", LocalDate.of(2025, 8, 2))
        .containsEntry("diagnosis_pointers", List.of(1, 2, 3, 4))
        .containsEntry("diagnosis_code_1", "M5416")
        .containsEntry("diagnosis_code_12", "Z9689")
        .containsEntry("prior_authorization_number", "AUTH123")
        .containsEntry("facility_npi", "1999999976")
        .containsEntry("rendering_npi", "1999999992");
    assertThat(rows.get(1))
        .containsEntry("ndc_code", "00409488710")
        .containsEntry("service_unit_quantity", new BigDecimal("10.500"))
        .containsEntry("line_item_control_number", "0002")
        .containsEntry("diagnosis_pointers", List.of(12));
  }

  @Test
  void an_earlier_payers_decision_on_a_line_is_kept() throws IOException {
    Map<String, @Nullable Object> row =
        sample("synthetic__p03_cob_secondary_SVD_dependent_patient.837").row(CLAIM_LINE);
    assertThat(text(row.get("prior_payers")))
        .isEqualTo(
            "[[MB001, 313.60, 2025-09-01, [[LINE, CO, 45, 500.00, null, 1],"
                + " [LINE, CO, 253, 6.40, null, 2], [LINE, PR, 2, 80.00, null, 3]]]]");
    assertThat(row).containsEntry("payer_responsibility_code", "S");
  }

  @Test
  void a_claim_level_decision_names_the_payer_and_gives_no_line_its_amount() throws IOException {
    Map<String, @Nullable Object> row =
        claim(
            "CLM*A*150~SBR*P*18*******MB~CAS*CO*45*60~AMT*D*90~NM1*PR*2*X*****PI*MB001"
                + "~DTP*573*D8*20250901~"
                + LINE);
    assertThat(text(row.get("prior_payers"))).isEqualTo("[[MB001, null, 2025-09-01, []]]");
  }

  @ParameterizedTest
  @CsvSource({"CAS*CO*45*60", "AMT*D*90", "DTP*573*D8*20250901"})
  void any_sign_of_a_decision_makes_a_prior_payer(String sign) throws IOException {
    Map<String, @Nullable Object> row =
        claim("CLM*A*150~SBR*P*18~NM1*PR*2*X*****PI*MB001~" + sign + "~" + LINE);
    assertThat(text(row.get("prior_payers"))).startsWith("[[MB001, null, ");
  }

  @Test
  void another_payer_that_has_not_decided_is_not_a_prior_payer() throws IOException {
    Map<String, @Nullable Object> row =
        claim("CLM*A*150~SBR*S*18*******MB~NM1*PR*2*X*****PI*MB001~" + LINE);
    assertThat(text(row.get("prior_payers"))).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2 | -                               | -                               | -",
        "1 | -                               | -                               | 1999999984",
        "2 | NM1*82*1*A*B****XX*1999999992   | -                               | 1999999992",
        "1 | NM1*82*1*A*B****24*999999999    | -                               | -",
        "2 | NM1*82*1*A*B****XX*1999999992   | NM1*82*1*C*D****XX*1999999976   | 1999999976"
      })
  void the_rendering_provider_is_never_guessed(
      String billing, @Nullable String claim, @Nullable String line, @Nullable String expected)
      throws IOException {
    String text =
        X12Text.claims(("CLM*A*150" + segment(claim) + "~" + LINE + segment(line)).split("~", -1))
            .replace("NM1*85*2", "NM1*85*" + billing);
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).withText("a", text);
    warehouse.ingest();
    assertThat(warehouse.row(CLAIM_LINE)).containsEntry("rendering_npi", expected);
  }

  @Test
  void the_service_is_where_the_facility_is() throws IOException {
    String facility = "NM1*77*2*ASC*****XX*1999999976~N3*1 A ST~N4*TOWN*NJ*08000~";
    assertThat(claim("CLM*A*150***24:B:1~" + facility + LINE))
        .containsEntry("facility_npi", "1999999976")
        .containsEntry("service_zip_code", "08000");
  }

  @Test
  void the_service_is_where_the_biller_is_when_no_facility_is_named() throws IOException {
    assertThat(claim("CLM*A*150***11:B:1~NM1*DN*1*R*S****XX*1999999968~" + LINE))
        .containsEntry("facility_npi", null)
        .containsEntry("service_zip_code", "070000000")
        .containsEntry("referring_npi", "1999999968");
  }

  @Test
  void a_lines_place_of_service_goes_before_the_claims() throws IOException {
    assertThat(claim("CLM*A*150***11:B:1~LX*1~SV1*HC:99213:25*150*UN*1*24**1"))
        .containsEntry("place_of_service_code", "24")
        .containsEntry("hcpcs_modifier_1", "25")
        .containsEntry("service_month", "unknown");
  }

  @Test
  void a_description_is_not_a_modifier() throws IOException {
    assertThat(claim("CLM*A*150~LX*1~SV1*HC:J3490:::::UNLISTED*150*UN*1"))
        .containsEntry("hcpcs_modifier_1", null)
        .containsEntry("procedure_description", "UNLISTED");
  }

  @Test
  void icd_9_codes_count_only_where_there_are_no_icd_10_codes() throws IOException {
    assertThat(claim("CLM*A*150~HI*BK:7244*BF:72210~" + LINE))
        .containsEntry("diagnosis_code_1", "7244")
        .containsEntry("diagnosis_code_2", "72210");
  }

  @Test
  void a_claim_that_its_lines_do_not_make_is_flagged() throws IOException {
    assertThat(claim("CLM*A*151~" + LINE)).containsEntry("is_claim_in_balance", false);
  }

  @Test
  void a_second_billing_provider_and_a_dependent_get_their_own_columns() throws IOException {
    String claim = "CLM*A*150~" + LINE;
    String next =
        "HL*3**20*1~NM1*85*2*OTHER*****XX*1999999976~N4*T*NY*10001~HL*4*3*22*1~SBR*S********MB"
            + "~NM1*IL*1*PARENT*P****MI*M9~NM1*PR*2*MC*****PI*MB1~HL*5*4*23*0~PAT*19"
            + "~NM1*QC*1*CHILD*C~DMG*D8*20100101*M~CLM*B*150~";
    WarehouseUnderTest warehouse = claims(claim + "~" + next + LINE);
    assertThat(warehouse.rows(CLAIM_LINE).get(1))
        .containsEntry("billing_npi", "1999999976")
        .containsEntry("service_zip_code", "10001")
        .containsEntry("payer_id", "MB1")
        .containsEntry("payer_responsibility_code", "S")
        .containsEntry("patient_key", key(warehouse).of("CHILD", "C", "20100101"));
  }

  @Test
  void a_patient_is_known_by_name_and_birth_date() throws IOException {
    WarehouseUnderTest warehouse = claims("CLM*A*150~" + LINE);
    assertThat(warehouse.row(CLAIM_LINE))
        .containsEntry("patient_key", key(warehouse).of("synth", "Pat", "19600101"));
  }

  @Test
  void a_patient_without_a_birth_date_is_known_by_member_id() throws IOException {
    String text = X12Text.claims(("CLM*A*150~" + LINE).split("~", -1));
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("a", text.replace("DMG*D8*19600101*F", "REF*SY*1"));
    warehouse.ingest();
    assertThat(warehouse.row(CLAIM_LINE))
        .containsEntry("patient_key", key(warehouse).ofMember("M002"));
  }

  @Test
  void a_dependent_without_a_birth_date_is_not_taken_for_the_subscriber() throws IOException {
    String text = "HL*3*2*23*0~PAT*19~NM1*QC*1*CHILD*C~CLM*A*150~" + LINE;
    assertThat(claim(text)).containsEntry("patient_key", null);
  }

  @Test
  void the_files_row_counts_what_went_in() throws IOException {
    assertThat(sample("synthetic__p01_pairs_with_synthetic_835.837").row(INGESTED_FILE))
        .containsEntry("submitted_claim_count", 19)
        .containsEntry("submitted_line_count", 36)
        .containsEntry("submitted_charge_total", new BigDecimal("42280.00"));
  }

  private static PatientKey key(WarehouseUnderTest warehouse) throws IOException {
    String hex = Files.readString(warehouse.warehouse().resolve(PatientKeyFile.NAME));
    return PatientKey.of(HexFormat.of().parseHex(hex.strip()));
  }

  private WarehouseUnderTest sample(String name) throws IOException {
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).with(name);
    warehouse.ingest();
    return warehouse;
  }

  private WarehouseUnderTest claims(String segments) throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("a", X12Text.claims(segments.split("~", -1)));
    warehouse.ingest();
    return warehouse;
  }

  private Map<String, @Nullable Object> claim(String segments) throws IOException {
    return claims(segments).row(CLAIM_LINE);
  }

  private static String segment(@Nullable String segment) {
    return segment == null ? "" : "~" + segment;
  }

  /** A list of structs as text. */
  private static String text(@Nullable Object structs) {
    return Arrays.deepToString(
        ((List<?>) Objects.requireNonNull(structs)).stream().map(ClaimTest::plain).toArray());
  }

  private static Object plain(Object value) {
    if (value instanceof Object[] struct) {
      return Arrays.stream(struct).map(v -> v == null ? "null" : plain(v)).toArray();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ClaimTest::plain).toArray();
    }
    return value;
  }
}
