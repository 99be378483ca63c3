package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an 835 says, as rows. */
class RemittanceTest {

  @TempDir private Path folder;

  @Test
  void a_payment_carries_its_head_and_totals() throws IOException {
    Map<String, @Nullable Object> payment =
        sample("synthetic__12_claim_level_cas_plus_lines.835").row(PAYMENT);
    assertThat(payment)
        .containsEntry("trace_number", "T1")
        .containsEntry("originating_company_id", "1999999999")
        .containsEntry("payment_amount", money("200.00"))
        .containsEntry("credit_debit_code", "C")
        .containsEntry("payment_method_code", "ACH")
        .containsEntry("handling_code", "I")
        .containsEntry("payment_date", LocalDate.of(2025, 9, 1))
        .containsEntry("production_date", LocalDate.of(2025, 9, 1))
        .containsEntry("payer_id", "SYN01")
        .containsEntry("payer_name", "SYN PAYER")
        .containsEntry("payee_npi", "1999999984")
        .containsEntry("payee_name", "SYN PAIN CLINIC")
        .containsEntry("version_code", "005010X221A1")
        .containsEntry("claim_count", 1)
        .containsEntry("service_line_count", 2)
        .containsEntry("claim_charge_total", money("500.00"))
        .containsEntry("claim_paid_total", money("200.00"))
        .containsEntry("line_paid_total", money("240.00"))
        .containsEntry("provider_adjustment_total", money("0.00"))
        .containsEntry("is_in_balance", true)
        .containsEntry("payment_month", "2025-09");
  }

  @Test
  void a_row_says_where_it_came_from() throws IOException {
    assertThat(sample("synthetic__02a_original_pay.835").row(REMIT_LINE))
        .containsEntry("source_file", "synthetic__02a_original_pay.835")
        .containsEntry("interchange_control_number", "000000002")
        .containsEntry("group_control_number", "2")
        .containsEntry("transaction_control_number", "0001")
        .containsEntry("segment_index", 22)
        .hasEntrySatisfying("file_sha256", sha -> assertThat(sha).asString().hasSize(64));
  }

  @Test
  void a_claim_adjustment_beside_lines_stays_on_row_0() throws IOException {
    List<Map<String, @Nullable Object>> rows =
        sample("synthetic__12_claim_level_cas_plus_lines.835").rows(REMIT_LINE);
    assertThat(rows).extracting(row -> row.get("remit_line_seq")).containsExactly(0, 1, 2);
    assertThat(rows.get(0))
        .containsEntry("charge_amount", money("0.00"))
        .containsEntry("paid_amount", money("-40.00"))
        .containsEntry("deductible_amount", money("40.00"))
        .containsEntry("is_line_in_balance", true);
    assertThat(adjustments(rows.get(0))).containsExactly("CLAIM PR 1 40.00 null 1");
  }

  @Test
  void rows_of_a_claim_sum_to_what_the_claim_says() throws IOException {
    List<Map<String, @Nullable Object>> rows =
        sample("synthetic__12_claim_level_cas_plus_lines.835").rows(REMIT_LINE);
    assertThat(sum(rows, "charge_amount")).isEqualTo(money("500.00"));
    assertThat(sum(rows, "paid_amount")).isEqualTo(money("200.00"));
  }

  @Test
  void a_claim_without_lines_is_a_row_0_with_its_amounts() throws IOException {
    Map<String, @Nullable Object> row =
        sample("synthetic__15d_no_SVC_on_professional.835").row(REMIT_LINE);
    assertThat(row)
        .containsEntry("remit_line_seq", 0)
        .containsEntry("charge_amount", money("500.00"))
        .containsEntry("paid_amount", money("120.00"))
        .containsEntry("hcpcs_code", null)
        .containsEntry("is_claim_in_balance", true);
    assertThat(adjustments(row)).containsExactly("CLAIM CO 45 380.00 null 1");
  }

  @Test
  void six_triplets_and_several_segments_are_kept_in_order() throws IOException {
    Map<String, @Nullable Object> row = sample("synthetic__01_six_triplet_cas.835").row(REMIT_LINE);
    assertThat(adjustments(row))
        .hasSize(10)
        .startsWith("LINE CO 45 600.00 null 1", "LINE CO 253 7.12 null 2")
        .contains("LINE CO 59 150.50 1.000 3", "LINE CO 144 -5.00 null 4")
        .endsWith("LINE PR 3 25.00 null 10");
    assertThat(row)
        .containsEntry("deductible_amount", money("100.00"))
        .containsEntry("coinsurance_amount", money("50.00"))
        .containsEntry("copayment_amount", money("25.00"))
        .containsEntry("remark_codes", List.of("N130", "M15"));
  }

  @Test
  void cost_share_is_of_group_pr_only() throws IOException {
    assertThat(line("SVC*HC:99213*150*90", "CAS*OA*1*20**2*10", "CAS*PR*1*5**3*25**1*-1"))
        .containsEntry("deductible_amount", money("4.00"))
        .containsEntry("coinsurance_amount", money("0.00"))
        .containsEntry("copayment_amount", money("25.00"));
  }

  @Test
  void a_line_out_of_balance_is_kept_and_flagged() throws IOException {
    WarehouseUnderTest warehouse = sample("synthetic__15e_unbalanced_line.835");
    assertThat(warehouse.row(REMIT_LINE))
        .containsEntry("is_line_in_balance", false)
        .containsEntry("is_claim_in_balance", false);
    assertThat(warehouse.row(PAYMENT)).containsEntry("is_in_balance", true);
  }

  @Test
  void a_payment_that_its_claims_do_not_make_is_flagged() throws IOException {
    WarehouseUnderTest warehouse = remittance("CLP*PM-1*1*150*91**12*ICN1*11*1");
    assertThat(warehouse.row(PAYMENT)).containsEntry("is_in_balance", false);
  }

  @Test
  void a_positive_provider_adjustment_lowers_the_payment() throws IOException {
    WarehouseUnderTest warehouse = sample("synthetic__03b_recoupment_PLB_WO_positive.835");
    assertThat(warehouse.row(PAYMENT))
        .containsEntry("provider_adjustment_total", money("400.00"))
        .containsEntry("is_in_balance", true);
  }

  @Test
  void every_pair_of_every_plb_is_a_row() throws IOException {
    List<Map<String, @Nullable Object>> rows =
        sample("synthetic__04_plb_only_no_claims.835").rows(PROVIDER_ADJUSTMENT);
    assertThat(rows)
        .extracting(row -> row.get("ordinal") + " " + row.get("adjustment_code"))
        .containsExactly("1 L6", "2 72", "3 WO", "4 CS", "5 IR", "6 AH", "7 J1");
    assertThat(rows.get(1))
        .containsEntry("reference_id", "REFUND1")
        .containsEntry("provider_npi", "1999999984")
        .containsEntry("fiscal_period_date", LocalDate.of(2025, 12, 31))
        .containsEntry("amount", money("-500.00"));
  }

  @Test
  void adjudicated_and_submitted_procedures_stay_apart() throws IOException {
    List<Map<String, @Nullable Object>> rows =
        sample("synthetic__07_bundle_svc06_composites.835").rows(REMIT_LINE);
    assertThat(rows.get(2))
        .containsEntry("hcpcs_code", "G0260")
        .containsEntry("submitted_hcpcs_code", "27096")
        .containsEntry("submitted_hcpcs_modifier_1", "LT")
        .containsEntry("paid_unit_quantity", new BigDecimal("1.000"))
        .containsEntry("submitted_unit_quantity", new BigDecimal("2.000"));
    assertThat(rows.get(1))
        .containsEntry("procedure_qualifier", "HC")
        .containsEntry("hcpcs_modifier_1", "RT")
        .containsEntry("hcpcs_modifier_4", "GA")
        .containsEntry("submitted_hcpcs_code", null);
  }

  @Test
  void a_reversal_is_flagged_and_its_correction_names_the_original() throws IOException {
    List<Map<String, @Nullable Object>> rows =
        sample("synthetic__02b_reversal_then_correction.835").rows(REMIT_LINE);
    assertThat(rows).extracting(row -> row.get("is_reversal")).containsExactly(true, false);
    assertThat(rows.get(0))
        .containsEntry("payer_sequence", null)
        .containsEntry("charge_amount", money("-2000.00"));
    assertThat(rows.get(1))
        .containsEntry("original_payer_claim_number", "ICN2")
        .containsEntry("claim_frequency_code", "7")
        .containsEntry("claim_position", 2);
  }

  @ParameterizedTest
  @CsvSource({"1,P", "19,P", "2,S", "20,S", "3,T", "21,T", "4,", "22,", "23,", "25,"})
  void the_payers_place_comes_from_the_claim_status(String status, @Nullable String sequence)
      throws IOException {
    assertThat(remittance("CLP*PM-1*" + status + "*150*90").row(REMIT_LINE))
        .containsEntry("claim_status_code", status)
        .containsEntry("payer_sequence", sequence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "DTM*472*20250803~DTM*150*20250804 | LINE | 2025-08-03 | 2025-08-03",
        "DTM*150*20250804~DTM*151*20250806 | LINE_RANGE | 2025-08-04 | 2025-08-06",
        "DTM*150*20250804 | LINE_RANGE | 2025-08-04 | -",
        "REF*6R*1 | CLAIM | 2025-08-01 | 2025-08-01"
      })
  void a_service_date_says_where_it_stood(
      String segments, String source, LocalDate start, @Nullable LocalDate end) throws IOException {
    String lines = "CLP*A*1*1*1~DTM*232*20250801~SVC*HC:1*1*1~" + segments;
    assertThat(remittance(lines.split("~", -1)).row(REMIT_LINE))
        .containsEntry("service_date_source", source)
        .containsEntry("claim_line_start_date", start)
        .containsEntry("claim_line_end_date", end);
  }

  @Test
  void a_line_without_any_date_says_so() throws IOException {
    assertThat(line("SVC*HC:1*1*1"))
        .containsEntry("service_date_source", "NONE")
        .containsEntry("claim_line_start_date", null);
  }

  @Test
  void a_claim_carries_dates_providers_and_remarks() throws IOException {
    String[] claim = {
      "CLP*A*1*1*1*5*MB*ICN*24*1",
      "NM1*82*1*DOE*J****XX*1999999992",
      "MOA***MA01*MA18",
      "MIA*0****MA02***************M1",
      "REF*F8*OLD",
      "DTM*232*20250801",
      "DTM*233*20250805",
      "DTM*050*20250820"
    };
    assertThat(remittance(claim).row(REMIT_LINE))
        .containsEntry("patient_responsibility_amount", money("5.00"))
        .containsEntry("claim_filing_indicator_code", "MB")
        .containsEntry("payer_claim_control_number", "ICN")
        .containsEntry("facility_type_code", "24")
        .containsEntry("claim_frequency_code", "1")
        .containsEntry("rendering_npi", "1999999992")
        .containsEntry("claim_remark_codes", List.of("MA01", "MA18", "MA02", "M1"))
        .containsEntry("original_payer_claim_number", "OLD")
        .containsEntry("claim_line_end_date", LocalDate.of(2025, 8, 5))
        .containsEntry("claim_received_date", LocalDate.of(2025, 8, 20));
  }

  @Test
  void a_lines_own_rendering_provider_goes_before_the_claims() throws IOException {
    String[] segments = {
      "CLP*A*1*1*1", "NM1*82*1*DOE*J****XX*1999999992", "SVC*HC:1*1*1", "REF*HPI*1999999976"
    };
    assertThat(remittance(segments).row(REMIT_LINE)).containsEntry("rendering_npi", "1999999976");
  }

  @Test
  void an_allowed_amount_is_kept_as_sent() throws IOException {
    assertThat(line("SVC*HC:1*10*5", "AMT*B6*8.5"))
        .containsEntry("reported_allowed_amount", money("8.50"));
  }

  @Test
  void what_was_not_sent_is_null() throws IOException {
    assertThat(sample("synthetic__15e_unbalanced_line.835").row(REMIT_LINE))
        .containsEntry("reported_allowed_amount", null)
        .containsEntry("submitted_unit_quantity", null);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "N1*PR*P*XV*PLAN,   REF*2U*SYN01,  1999999999, SYN01",
        "N1*PR*P*XV*PLAN,   REF*NF*1,      1999999999, PLAN",
        "N1*PR*P,           REF*NF*1,      1999999999, 1999999999",
        "N1*PR*P,           REF*NF*1,      '',         TRN03"
      })
  void a_payer_is_known_by_the_first_number_there_is(
      String n1, String ref, String bpr10, String payer) throws IOException {
    String text =
        X12Text.remittance()
            .replace("N1*PR*SYN PAYER", n1)
            .replace("REF*2U*SYN01", ref)
            .replace("DA*1*1999999999", "DA*1*" + bpr10)
            .replace("TRN*1*T1*1999999999", "TRN*1*T1*TRN03");
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder.resolve(payer)).withText("a", text);
    warehouse.ingest();
    assertThat(warehouse.row(PAYMENT)).containsEntry("payer_id", payer);
  }

  @Test
  void leading_zeros_and_final_points_are_numbers() throws IOException {
    String text = Files.readString(WarehouseUnderTest.sample("synthetic__15f_amount_forms.835"));
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("a", text.replace("*+150.", "*150."));
    warehouse.ingest();
    assertThat(warehouse.row(REMIT_LINE))
        .containsEntry("charge_amount", money("150.00"))
        .containsEntry("paid_amount", money("90.00"))
        .containsEntry("is_line_in_balance", true);
  }

  @ParameterizedTest
  @CsvSource({".5,0.50", "5.,5.00", "-.5,-0.50", "1.500,1.50", "007,7.00", "0,0.00"})
  void an_amount_is_read_to_the_cent(String sent, BigDecimal amount) {
    assertThat(amountSegment(sent).amount(1)).isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"'1,50'", "+5", "1E3", "$5", "5-", "1.2.3", ".", "-", "0.001", "10000000000", "１"})
  void what_is_not_an_amount_is_refused(String sent) {
    Segment segment = amountSegment(sent);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> segment.amount(1))
        .isInstanceOf(QuarantineException.class)
        .hasMessageNotContaining(sent.length() > 2 ? sent : "AMT01 " + sent);
  }

  private static Segment amountSegment(String sent) {
    byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
    return new Segment(
        "AMT", 1, Elements.of(bytes, 0, bytes.length, new Delimiters('*', ':', '^', '~')));
  }

  @Test
  void a_debit_and_a_negative_payment_are_kept_as_sent() throws IOException {
    String text = X12Text.remittance().replace("BPR*I*90*C", "BPR*I*-90*D");
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).withText("a", text);
    warehouse.ingest();
    assertThat(warehouse.row(PAYMENT))
        .containsEntry("payment_amount", money("-90.00"))
        .containsEntry("credit_debit_code", "D");
  }

  @Test
  void a_payment_without_a_date_has_its_production_date() throws IOException {
    String text = X12Text.remittance("CLP*A*1*90*90").replace("*1*20250901~TRN", "*1~TRN");
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).withText("a", text);
    warehouse.ingest();
    LocalDate produced = LocalDate.of(2025, 9, 2);
    assertThat(warehouse.row(PAYMENT))
        .containsEntry("payment_date", produced)
        .containsEntry("payment_month", "2025-09");
    assertThat(warehouse.row(REMIT_LINE)).containsEntry("payment_date", produced);
  }

  @Test
  void the_files_row_counts_what_went_in() throws IOException {
    assertThat(sample("synthetic__09_primary_secondary_OA23.835").row(INGESTED_FILE))
        .containsEntry("status", "LOADED")
        .containsEntry("transaction_count", 2)
        .containsEntry("payment_count", 2)
        .containsEntry("remit_claim_count", 2)
        .containsEntry("remit_line_count", 2)
        .containsEntry("payment_total", money("393.60"))
        .containsEntry("claim_charge_total", money("1800.00"))
        .containsEntry("claim_paid_total", money("393.60"))
        .containsEntry("line_paid_total", money("393.60"));
  }

  @Test
  void names_beyond_ascii_are_read_in_utf_8_and_in_latin_1() throws IOException {
    String text = X12Text.remittance().replace("SYN PAYER", "PAYÉR");
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).withText("a", text);
    java.nio.file.Files.write(
        warehouse.source().resolve("b"),
        text.replace("T1", "T2").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    warehouse.ingest();
    assertThat(warehouse.column(PAYMENT, "payer_name")).containsExactly("PAYÉR", "PAYÉR");
  }

  private WarehouseUnderTest sample(String name) throws IOException {
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).with(name);
    warehouse.ingest();
    return warehouse;
  }

  private WarehouseUnderTest remittance(String... segments) throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("a", X12Text.remittance(segments));
    warehouse.ingest();
    return warehouse;
  }

  private Map<String, @Nullable Object> line(String... segments) throws IOException {
    String[] all = new String[segments.length + 1];
    all[0] = "CLP*A*1*150*90";
    System.arraycopy(segments, 0, all, 1, segments.length);
    return remittance(all).rows(REMIT_LINE).stream()
        .filter(row -> Integer.valueOf(1).equals(row.get("remit_line_seq")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_a_claim_was_paid_beside_its_lines_is_a_row_of_its_own() throws IOException {
    assertThat(
            remittance("CLP*A*1*150*90", "SVC*HC:1*150*80").rows(REMIT_LINE).stream()
                .map(row -> row.get("paid_amount")))
        .containsExactly(money("10.00"), money("80.00"));
  }

  /** Adjustments as texts: level, group, reason, amount, quantity, ordinal. */
  private static List<String> adjustments(Map<String, @Nullable Object> row) {
    List<?> structs = (List<?>) java.util.Objects.requireNonNull(row.get("adjustments"));
    return structs.stream()
        .map(
            struct ->
                String.join(
                    " ", java.util.Arrays.stream((Object[]) struct).map(String::valueOf).toList()))
        .toList();
  }

  private static BigDecimal sum(List<Map<String, @Nullable Object>> rows, String column) {
    return rows.stream()
        .map(row -> (BigDecimal) row.get(column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
