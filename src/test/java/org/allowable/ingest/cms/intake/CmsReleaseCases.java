package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.allowable.ingest.cms.feeschedule.GpciFile;
import org.allowable.ingest.cms.feeschedule.RelativeValueFile;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of CMS's files, as they came. */
@Tag("long")
class CmsReleaseCases {

  private CmsData data;

  @BeforeEach
  void files() throws IOException {
    data = CmsData.imported();
  }

  @Test
  void no_file_is_refused() {
    assertThat(data.report().outcomes())
        .filteredOn(outcome -> outcome.state() == State.REFUSED)
        .isEmpty();
  }

  @Test
  void each_release_has_all_its_rows() {
    Map<String, Integer> rows = new TreeMap<>();
    for (Path file : ReferenceLibrary.files(data.reference(), Reference.RELATIVE_VALUE)) {
      int count = ReferenceCsv.read(file, Reference.RELATIVE_VALUE).size();
      rows.put(file.getFileName().toString().replace(".csv", ""), count);
    }
    assertThat(rows)
        .isEqualTo(
            Map.of(
                "2022A", 17600, "2023D", 18168, "2024A", 18499, "2024AR", 18499, "2024C", 18664,
                "2025A", 18865, "2025C", 19029, "2025D", 19090, "2026C", 19356));
  }

  @Test
  void each_year_has_all_its_localities() {
    assertThat(gpci("2022")).hasSize(112);
    assertThat(gpci("2023")).hasSize(112);
    assertThat(gpci("2024")).hasSize(109);
    assertThat(gpci("2025")).hasSize(109);
    assertThat(gpci("2026")).hasSize(109);
  }

  @Test
  void later_indices_of_a_year_with_the_same_values_add_nothing() {
    assertThat(ReferenceLibrary.files(data.reference(), Reference.GPCI)).hasSize(5);
  }

  @Test
  void the_outpatient_caps_have_all_their_rows() {
    assertThat(
            ReferenceCsv.read(data.reference().resolve("opps_cap/2025A.csv"), Reference.OPPS_CAP))
        .hasSize(16100);
  }

  @Test
  void the_zip_codes_have_all_their_rows() {
    assertThat(
            ReferenceCsv.read(data.reference().resolve("zip_locality.csv"), Reference.ZIP_LOCALITY))
        .hasSize(43313);
  }

  @ParameterizedTest
  @CsvSource({
    "asc_payment/2025A_AA, 4183",
    "asc_payment/2025A_BB, 2454",
    "asc_payment/2026A_AA, 4821",
    "asc_payment/2026A_BB, 2504",
    "asc_payment/2026B_AA, 4832",
    "asc_payment/2026B_BB, 2526",
    "asc_excluded/2025A, 2108",
    "asc_excluded/2026A, 1557",
    "asc_excluded/2026B, 1559",
    "opps_payment/2025A, 18682",
    "medically_unlikely_edit/2024B, 14677"
  })
  void each_quarter_has_all_its_codes(String file, int rows) {
    String name = file.substring(0, file.indexOf('/'));
    Table table =
        Reference.TABLES.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    assertThat(ReferenceCsv.read(data.reference().resolve(file + ".csv"), table)).hasSize(rows);
  }

  @Test
  void the_procedure_pairs_of_both_files_are_kept_once() {
    assertThat(
            ReferenceCsv.read(
                data.reference().resolve("procedure_pair.csv"), Reference.PROCEDURE_PAIR))
        .hasSize(165_742);
  }

  @Test
  void the_add_on_codes_have_all_their_rows() {
    assertThat(
            ReferenceCsv.read(data.reference().resolve("add_on_code.csv"), Reference.ADD_ON_CODE))
        .hasSize(7465);
  }

  @ParameterizedTest
  @CsvSource({
    "2025A_AA, 62321, true, G2",
    "2026B_AA, 64483, true, A2",
    "2026B_BB, 77003, false, N1",
  })
  void a_code_of_an_asc_addendum_keeps_its_indicator(
      String file, String code, String discounted, String indicator) {
    List<String> row =
        ReferenceCsv.read(
                data.reference().resolve("asc_payment").resolve(file + ".csv"),
                Reference.ASC_PAYMENT)
            .stream()
            .filter(r -> r.get(2).equals(code))
            .findFirst()
            .orElseThrow();
    assertThat(row.subList(4, 6)).containsExactly(discounted, indicator);
  }

  @Test
  void a_device_intensive_procedure_has_its_device_amount() {
    assertThat(
            ReferenceCsv.read(
                    data.reference().resolve("asc_payment/2026B_AA.csv"), Reference.ASC_PAYMENT)
                .stream()
                .filter(row -> row.get(2).equals("63650"))
                .findFirst()
                .orElseThrow()
                .get(8))
        .isNotEmpty()
        .isNotEqualTo("0.00");
  }

  @Test
  void files_of_other_kinds_are_told_apart() {
    assertThat(
            data.report().outcomes().stream()
                .filter(outcome -> outcome.state() == State.NOT_IMPORTED)
                .map(outcome -> outcome.file().getFileName() + " " + outcome.sentence()))
        .contains(
            "ANES2025.txt not imported: anesthesia conversion factors",
            "PFREV4.txt not imported: fee schedule amounts that CMS priced",
            "ANES2025.csv not imported: anesthesia conversion factors");
  }

  @Test
  void the_three_formats_of_the_october_release_agree_in_every_column() {
    List<List<String>> csv = relativeValues("PPRRVU2025_Oct.csv");
    assertThat(relativeValues("PPRRVU2025_Oct.txt")).isEqualTo(csv);
    assertThat(relativeValues("PPRRVU2025_Oct.xlsx")).isEqualTo(csv);
  }

  @Test
  void the_three_formats_of_the_indices_agree_in_every_column() {
    List<List<String>> csv = indices("GPCI2025.csv");
    assertThat(indices("GPCI2025.txt")).isEqualTo(csv);
    assertThat(indices("GPCI2025.xlsx")).isEqualTo(csv);
  }

  @Test
  void the_amounts_that_cms_priced_follow_from_the_tables() throws IOException {
    Map<String, List<String>> values = new HashMap<>();
    ReferenceCsv.read(
            data.reference().resolve("relative_value/2025D.csv"), Reference.RELATIVE_VALUE)
        .forEach(row -> values.put(row.get(2) + row.get(3), row));
    Map<String, List<String>> indices = new HashMap<>();
    gpci("2025").forEach(row -> indices.put(row.get(2) + row.get(3), row));
    int priced = 0;
    for (SourceRow line : new CmsFile(CmsData.folder().resolve("2025D/PFREV4.txt")).rows()) {
      if (line.cells().size() == 16) {
        List<String> value = Objects.requireNonNull(values.get(line.cell(3) + line.cell(4)));
        List<String> index = Objects.requireNonNull(indices.get(line.cell(1) + line.cell(2)));
        assertThat(amount(value, index, 6, 28)).isEqualByComparingTo(line.cell(5));
        assertThat(amount(value, index, 8, 29)).isEqualByComparingTo(line.cell(6));
        priced++;
      }
    }
    assertThat(priced).isEqualTo(1526);
  }

  // CMS's formula, with the outpatient cap: the lower of the two, rounded once.
  private static BigDecimal amount(
      List<String> value, List<String> index, int expense, int capExpense) {
    BigDecimal fee = amount(value, index, value.get(expense), value.get(10));
    BigDecimal cap = amount(value, index, value.get(capExpense), value.get(30));
    boolean isCapped = !value.get(capExpense).equals("0.00") || !value.get(30).equals("0.00");
    return (isCapped ? fee.min(cap) : fee).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal amount(
      List<String> value, List<String> index, String expense, String malpractice) {
    return new BigDecimal(value.get(5))
        .multiply(new BigDecimal(index.get(6)))
        .add(new BigDecimal(expense).multiply(new BigDecimal(index.get(7))))
        .add(new BigDecimal(malpractice).multiply(new BigDecimal(index.get(8))))
        .multiply(new BigDecimal(value.get(24)));
  }

  private List<List<String>> relativeValues(String name) {
    return cells(RelativeValueFile.read(october(name)));
  }

  private List<List<String>> indices(String name) {
    return cells(GpciFile.read(october(name), true));
  }

  private static RecognizedFile october(String name) {
    return Recognition.recognize(new CmsFile(CmsData.folder().resolve("2025D").resolve(name)));
  }

  private static List<List<String>> cells(SourceTable table) {
    Stream<List<String>> cells = table.rows().stream().map(SourceTable.Row::cells);
    return cells.toList();
  }

  private List<List<String>> gpci(String year) {
    return ReferenceCsv.read(
        data.reference().resolve("gpci").resolve(year + ".csv"), Reference.GPCI);
  }
}
