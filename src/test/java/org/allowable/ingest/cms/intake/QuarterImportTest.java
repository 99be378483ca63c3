package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.model.Reference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarterly tables of facilities and edits, in small files laid out as CMS lays them out. */
class QuarterImportTest {

  private static final String AA =
      """
      Addendum AA -- ASC Covered Surgical Procedures for CY 2026,,,,,,
      A notice about rights,,,,,,
      ,,,,,,
      HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting,April 2026 Payment Indicator,April 2026  Payment Weight  ,April 2026 Payment Rate\s
      62321,,our own words,Y,A2,7.0000,$394.25\s
      62324,*,our own words,N,G2,10,$563.22
      63650,,our own words,Y,J8,100.0000,"$5,632.20"
      77002,,our own words,N,N1,,
      64479,,our own words,Y,P3,,$100.10
      ,,,,,,
      NOTE 1: a note,,,,,,
      """;
  private static final String BB =
      """
      Addendum BB -- ASC Covered Ancillary Services for CY 2026,,,,,,,
      HCPCS Code,,Short Descriptor,Drug and Device Pass-Through Expiration,April 2026 Payment Indicator,April 2026 Payment Weight,April 2026 Payment Rate,April 2026 Copayment1
      72275,,our own words,,Z2,2.0000,$112.64,
      90684,,our own words,,L1,,,
      90684,,our own words,,L1,,,
      A2031,,our own words,*,k5,,,
      """;
  private static final String FF =
      """
      Addendum FF -- ASC Device Offset Percentages for CY 2026,,,,,,,,
      HCPCS Code,,Short Descriptor,April 2026 Payment Indicator,April 2026 APC,April 2026 APC Device Offset Percentage,April 2026 OPPS Payment Rate,April 2026 Device Offset Percentage,April 2026 Device Offset Amount / Device Portion
      62321,,w,A2,5442,0.1%,$600.00,0.00%,$0.00
      62324,,w,G2,5442,0.1%,$600.00,0.00%,$0.00
      63650,,w,J8,5462,0.1%,"$9,600.00",50.00%,"$4,800.00"
      77002,,w,N1,,,,,
      64479,,w,P3,5442,0.1%,$600.00,0.00%,$0.00
      """;
  private static final String EE =
      """
      Addendum EE -- Surgical Procedures to be Excluded from Payment in ASCs for CY 2026,
      HCPCS Code,Short Descriptor
      00176,our own words
      G0412,our own words
      """;
  private static final String OPPS =
      """
      \tAddendum B.-- OPPS Payment by HCPCS Code for CY 2025\t\t\t\t\t\t\t
      HCPCS Code\tShort Descriptor\t CI\t SI\t APC \tRelative Weight\tPayment Rate\tNational Unadjusted Copayment\tMinimum Unadjusted Copayment
      62321\tour own words\t\tT\t5442\t7.7664\t$692.52\t.\t$138.51
      77003\tour own words\t\tN\t\t\t\t\t
      69930\tour own words\t\tJ1\t5166\t356.7139\t"$31,807.82"\t"$6,942.79"\t"$6,361.57"
      A4341\u00ff\tour own words\t\tN\t\t\t\t\t
      """;
  private static final String MUE =
      """
      "A notice about rights
      on two lines",,,
      "HCPCS/
      CPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale
      62321,1,3 Date of Service Edit: Clinical,Clinical: Data
      64483,1,2 Date of Service Edit: Policy,Code Descriptor / CPT Instruction
      J3301,16,1 Line Edit,A reason of another year
      """;

  private static final String MUE_RE_EXPORTED =
      """
      hcpcs_code,mue_units,mue_mai,mue_rationale,mue_service
      62321,1,3,Clinical: Data,Practitioner
      """;

  @TempDir Path temp;
  private ImportFolder files;

  @BeforeEach
  void folders() throws IOException {
    files = ImportFolder.in(temp);
  }

  @Test
  void addendum_aa_becomes_the_quarters_table() throws IOException {
    files.write("a.csv", AA);
    files.run();
    assertThat(files.facts(Reference.ASC_PAYMENT, "2026B_AA"))
        .containsExactly(
            asc("62321,AA,true,A2,7.0000,394.25,"),
            asc("62324,AA,false,G2,10.0000,563.22,"),
            asc("63650,AA,true,J8,100.0000,5632.20,"),
            asc("64479,AA,true,P3,,100.10,"),
            asc("77002,AA,false,N1,,,"));
  }

  @Test
  void addendum_ff_beside_it_gives_the_device_amounts() throws IOException {
    files.write("a.csv", AA);
    files.write("f.csv", FF);
    files.run();
    assertThat(files.facts(Reference.ASC_PAYMENT, "2026B_AA"))
        .extracting(row -> row.get(8))
        .containsExactly("0.00", "0.00", "4800.00", "0.00", "");
  }

  @Test
  void addendum_ff_that_sorts_before_it_counts_too() throws IOException {
    files.write("0.csv", FF);
    files.write("a.csv", AA);
    assertThat(files.run().outcomes()).extracting(FileOutcome::state).containsOnly(State.IMPORTED);
  }

  @Test
  void addendum_ff_alone_makes_no_table() throws IOException {
    files.write("f.csv", FF);
    assertThat(files.run().outcomes())
        .extracting(FileOutcome::state)
        .containsExactly(State.NOT_IMPORTED);
  }

  @Test
  void addendum_ff_of_other_codes_is_refused() throws IOException {
    files.write("a.csv", AA);
    files.write("f.csv", FF.replace("62324,,", "62325,,"));
    assertThat(files.refusal()).contains("1 codes are not in addendum FF", "1 of FF are not in it");
  }

  @Test
  void addendum_bb_is_kept_beside_aa_and_a_row_said_twice_counts_once() throws IOException {
    files.write("a.csv", AA);
    files.write("b.csv", BB);
    files.run();
    assertThat(files.facts(Reference.ASC_PAYMENT, "2026B_BB"))
        .containsExactly(
            asc("72275,BB,false,Z2,2.0000,112.64,"),
            asc("90684,BB,false,L1,,,"),
            asc("A2031,BB,false,K5,,,"));
  }

  @Test
  void a_code_twice_with_other_values_is_refused() throws IOException {
    files.write("b.csv", BB.replaceFirst("90684,,our own words,,L1", "90684,,our own words,,N1"));
    assertThat(files.refusal()).contains("the same key stands on line 4");
  }

  @Test
  void an_amount_that_is_not_weight_times_the_factor_is_refused() throws IOException {
    files.write("a.csv", AA.replace("$394.25", "$394.27"));
    assertThat(files.refusal()).contains("in 1 rows, first on line 5", "payment_weight");
  }

  @Test
  void a_weight_without_an_amount_is_refused() throws IOException {
    files.write("a.csv", AA.replace("7.0000,$394.25", "7.0000,"));
    assertThat(files.refusal()).contains("in 1 rows, first on line 5");
  }

  @Test
  void no_description_is_stored() throws IOException {
    files.write("a.csv", AA);
    files.run();
    assertThat(files.reference().resolve("asc_payment/2026B_AA.csv"))
        .content()
        .doesNotContain("our own words");
  }

  @Test
  void a_quarter_that_lost_many_codes_is_refused() throws IOException {
    files.write("a.csv", AA.replace("April 2026", "January 2026"));
    files.write("b.csv", AA.replaceFirst("(?m)^62324.*\n", ""));
    assertThat(files.refusal()).contains("only 4 of the 5 codes of release 2026A");
  }

  @Test
  void addendum_ee_takes_its_quarter_from_the_folder() throws IOException {
    files.write("20260401/EE.csv", EE);
    files.run();
    assertThat(files.facts(Reference.ASC_EXCLUDED, "2026B"))
        .containsExactly(
            List.of("2026B", "2026-04-01", "00176"), List.of("2026B", "2026-04-01", "G0412"));
  }

  @Test
  void a_quarter_that_nothing_says_is_refused() throws IOException {
    files.write("EE.csv", EE);
    assertThat(files.refusal()).contains("says of which quarter this is", "--release 2026B");
  }

  @Test
  void a_title_and_a_name_of_other_years_are_refused() throws IOException {
    files.write("20250401/EE.csv", EE);
    assertThat(files.refusal()).contains("say different years");
  }

  @Test
  void the_option_says_the_quarter_where_nothing_else_does() throws IOException {
    files.write("EE.csv", EE);
    files.run("2026C", false);
    assertThat(files.facts(Reference.ASC_EXCLUDED, "2026C")).hasSize(2);
  }

  @Test
  void a_code_that_is_paid_and_excluded_is_refused() throws IOException {
    files.write("20260401/AA.csv", AA);
    files.write("20260401/EE.csv", EE.replace("00176", "62321"));
    assertThat(files.refusal()).contains("1 codes are in addendum AA and in addendum EE");
  }

  @Test
  void all_addenda_in_sheets_of_a_workbook_come_in() throws IOException {
    workbook("January_2026_asc.xlsx", AA, BB, FF, EE.replace("CY 2026", "April 2026"));
    files.run();
    assertThat(files.facts(Reference.ASC_PAYMENT, "2026B_AA")).hasSize(5);
    assertThat(files.facts(Reference.ASC_PAYMENT, "2026B_BB")).hasSize(3);
    assertThat(files.facts(Reference.ASC_EXCLUDED, "2026B")).hasSize(2);
  }

  @Test
  void opps_addendum_b_of_a_year_holds_from_january() throws IOException {
    files.write("b.txt", OPPS);
    files.run();
    assertThat(files.facts(Reference.OPPS_PAYMENT, "2025A"))
        .containsExactly(
            List.of("2025A", "2025-01-01", "62321", "T", "5442", "7.7664", "692.520", "", "138.51"),
            List.of("2025A;2025-01-01;69930;J1;5166;356.7139;31807.820;6942.79;6361.57".split(";")),
            List.of("2025A", "2025-01-01", "77003", "N", "", "", "", "", ""),
            List.of("2025A", "2025-01-01", "A4341", "N", "", "", "", "", ""));
  }

  @Test
  void opps_addendum_b_of_a_quarter_says_so_in_its_name() throws IOException {
    files.write("july_2025_addendum_b.txt", OPPS);
    files.run();
    assertThat(files.facts(Reference.OPPS_PAYMENT, "2025C")).hasSize(4);
  }

  @Test
  void opps_addendum_b_comes_comma_separated_too() throws IOException {
    files.write("b.csv", OPPS.replace("\t", ","));
    files.run();
    assertThat(files.facts(Reference.OPPS_PAYMENT, "2025A")).hasSize(4);
  }

  @Test
  void an_opps_amount_that_is_not_weight_times_the_factor_is_refused() throws IOException {
    files.write("b.txt", OPPS.replace("$692.52", "$692.50"));
    assertThat(files.refusal()).contains("relative_weight");
  }

  @Test
  void practitioner_edits_take_the_day_from_the_name() throws IOException {
    files.write("MCR_MUE_PractitionerServices_Eff_04-01-2024.csv", MUE);
    files.run();
    assertThat(files.facts(Reference.MEDICALLY_UNLIKELY_EDIT, "2024B"))
        .containsExactly(
            List.of("2024B", "2024-04-01", "62321", "1", "3", "clinical"),
            List.of("2024B", "2024-04-01", "64483", "1", "2", "code_descriptor"),
            List.of("2024B", "2024-04-01", "J3301", "16", "1", "other"));
  }

  @Test
  void practitioner_edits_re_exported_give_the_same_rows() throws IOException {
    files.write("mue_2024Q2.csv", MUE_RE_EXPORTED);
    files.run();
    assertThat(files.facts(Reference.MEDICALLY_UNLIKELY_EDIT, "2024B"))
        .containsExactly(List.of("2024B", "2024-04-01", "62321", "1", "3", "clinical"));
  }

  @Test
  void edits_of_another_service_are_refused() throws IOException {
    files.write("mue_2024Q2.csv", MUE_RE_EXPORTED.replace("Practitioner", "DME"));
    assertThat(files.refusal()).contains("line 2, column MUE Service");
  }

  @Test
  void edits_of_hospitals_are_passed_over() throws IOException {
    files.write("mue_2024Q2.csv", MUE.replace("Practitioner", "Outpatient Hospital"));
    assertThat(files.run().outcomes())
        .extracting(FileOutcome::state)
        .containsExactly(State.NOT_IMPORTED);
  }

  @Test
  void a_second_run_changes_nothing() throws IOException {
    files.write("20260401/AA.csv", AA);
    files.write("20260401/BB.csv", BB);
    files.write("20260401/FF.csv", FF);
    files.write("20260401/EE.csv", EE);
    files.write("b.txt", OPPS);
    files.run();
    assertThat(files.run().outcomes()).extracting(FileOutcome::state).containsOnly(State.UNCHANGED);
  }

  private static List<String> asc(String facts) {
    return List.of(("2026B,2026-04-01," + facts).split(",", -1));
  }

  private void workbook(String name, String... sheets) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(files.source().resolve(name))) {
      for (String text : sheets) {
        XSSFSheet sheet = workbook.createSheet();
        Path csv = Files.writeString(temp.resolve("sheet.csv"), text, StandardCharsets.ISO_8859_1);
        for (SourceRow row : new CmsFile(csv).rows()) {
          var cells = sheet.createRow((int) row.line() - 1);
          for (int i = 0; i < row.cells().size(); i++) {
            cells.createCell(i).setCellValue(row.cell(i));
          }
        }
      }
      workbook.write(out);
    }
  }
}
