package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allowable.ingest.cms.edit.ProcedurePairFile;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Makes the shipped tables that are extracts of CMS files: what there is of the pain codes, all
 * geographic indices from 2023, and the ZIP codes of all states. {@code mvn test
 * -Dtest=ShippedReferenceTest -Dallowable.regenerate=true} writes them to data/reference.
 */
final class ShippedReference {

  /** Releases of which the whole file is there. */
  static final List<String> WHOLE =
      List.of("2023D", "2024A", "2024AR", "2024C", "2025A", "2025C", "2025D", "2026C");

  /** Releases of which only the pain codes were kept, each with a whole release of its year. */
  static final Map<String, String> EXTRACTED =
      new TreeMap<>(
          Map.of(
              "2023A", "2023D", "2023B", "2023D", "2023C", "2023D", "2024B", "2024C", "2025B",
              "2025C"));

  private static final Set<String> IMAGING = Set.of("72275", "76000", "77002", "77003", "77012");

  /**
   * What practices of this kind bill beside: paid only alone (T), paid only in the office (PC/TC
   * 5).
   */
  static final Set<String> NEIGHBORS = Set.of("94760", "96372");

  private static final Table RELATIVE_VALUE = Reference.RELATIVE_VALUE;

  private final Path cms;
  private final Path imported;
  private final List<CSVRecord> painRows;
  private final Set<String> painCodes;

  /**
   * @param cms the folder with CMS's files
   * @param imported what our import made of them
   */
  ShippedReference(Path cms, Path imported) throws IOException {
    this.cms = cms;
    this.imported = imported;
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(
                Files.newBufferedReader(cms.resolve("pain_codes.csv"), StandardCharsets.UTF_8))) {
      this.painRows = parser.getRecords();
    }
    this.painCodes =
        painRows.stream()
            .map(row -> row.get("hcpcs"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Writes the tables. */
  void write(Path target) throws IOException {
    for (String release : WHOLE) {
      write(target, RELATIVE_VALUE, release, extract(release));
    }
    for (Map.Entry<String, String> release : EXTRACTED.entrySet()) {
      String name = release.getKey();
      write(target, RELATIVE_VALUE, name, retyped(name, release.getValue()));
    }
    for (String year : List.of("2023", "2024", "2025", "2026")) {
      Path file = imported.resolve("gpci").resolve(year + ".csv");
      write(target, Reference.GPCI, year, ReferenceCsv.read(file, Reference.GPCI));
    }
    for (String release : List.of("2025A", "2026A", "2026B")) {
      writeExtract(target, Reference.ASC_PAYMENT, release + "_AA");
      writeExtract(target, Reference.ASC_PAYMENT, release + "_BB");
    }
    writeExtract(target, Reference.OPPS_PAYMENT, "2025A");
    writeExtract(target, Reference.MEDICALLY_UNLIKELY_EDIT, "2024B");
    writeAddOns(target);
    writePairs(target);
    List<List<String>> zips =
        ReferenceCsv.read(imported.resolve("zip_locality.csv"), Reference.ZIP_LOCALITY);
    ReferenceCsv.write(target.resolve("zip_locality.csv.gz"), Reference.ZIP_LOCALITY, zips);
  }

  private static void write(Path target, Table table, String release, List<List<String>> rows)
      throws IOException {
    Path folder = Files.createDirectories(target.resolve(table.name()));
    ReferenceCsv.write(folder.resolve(release + ".csv"), table, rows);
  }

  private void writeExtract(Path target, Table table, String name) throws IOException {
    Path file = imported.resolve(table.name()).resolve(name + ".csv");
    int code = table.indexOf("hcpcs_code");
    List<List<String>> rows =
        ReferenceCsv.read(file, table).stream()
            .filter(row -> painCodes.contains(row.get(code)))
            .toList();
    write(target, table, name, rows);
  }

  // All primary codes of an add-on code, so that none of them is missed.
  private void writeAddOns(Path target) throws IOException {
    List<List<String>> rows =
        ReferenceCsv.read(imported.resolve("add_on_code.csv"), Reference.ADD_ON_CODE).stream()
            .filter(row -> painCodes.contains(row.get(1)))
            .toList();
    ReferenceCsv.write(target.resolve("add_on_code.csv"), Reference.ADD_ON_CODE, rows);
  }

  // Pairs of the codes of the small file, of the pain codes and of imaging, that held in 2020 or
  // later: no earlier service can be priced.
  private void writePairs(Path target) throws IOException {
    Set<String> codes = new HashSet<>(painCodes);
    codes.addAll(IMAGING);
    CmsFile small = new CmsFile(cms.resolve("ncci/ptp_practitioner_2024Q2_pain_x_pain.csv"));
    ProcedurePairFile.read(Recognition.recognize(small))
        .rows()
        .forEach(row -> codes.addAll(row.cells().subList(0, 2)));
    Path file = imported.resolve("procedure_pair.csv");
    int deletion = Reference.PROCEDURE_PAIR.indexOf("deletion_date");
    List<List<String>> rows =
        ReferenceCsv.read(file, Reference.PROCEDURE_PAIR).stream()
            .filter(row -> codes.containsAll(row.subList(0, 2)))
            .filter(row -> row.get(deletion).isEmpty() || row.get(deletion).compareTo("2020") > 0)
            .toList();
    ReferenceCsv.write(target.resolve("procedure_pair.csv"), Reference.PROCEDURE_PAIR, rows);
  }

  private List<List<String>> extract(String release) {
    Path file = imported.resolve("relative_value").resolve(release + ".csv");
    return ReferenceCsv.read(file, RELATIVE_VALUE).stream()
        .filter(row -> painCodes.contains(row.get(2)) || NEIGHBORS.contains(row.get(2)))
        .toList();
  }

  // The kept columns lack the calculation flag and the columns for the outpatient cap: they come
  // from the whole release, as the source column says.
  private List<List<String>> retyped(String release, String wholeRelease) {
    Map<String, List<String>> whole = new HashMap<>();
    extract(wholeRelease).forEach(row -> whole.put(row.get(2) + row.get(3), row));
    CmsFile file = new CmsFile(cms.resolve("pain_codes.csv"));
    DatedRules rules = DatedRules.read(cms, shippedRules());
    List<List<String>> rows = new ArrayList<>();
    for (CSVRecord row : painRows) {
      if (row.get("release").equals(release)) {
        List<String> other = Objects.requireNonNull(whole.get(row.get("hcpcs") + row.get("mod")));
        List<String> cells = new ArrayList<>();
        cells.add(release);
        cells.add(rules.effectiveFrom(file, release).toString());
        cells.addAll(cells(file, row, other));
        cells.add(source(release, other));
        cells.add(file.sha256());
        rows.add(cells);
      }
    }
    return RowFingerprint.sorted(RELATIVE_VALUE, rows);
  }

  private static String source(String release, List<String> other) {
    return "CMS RVU%s PPRRVU; calculation flag and OPPS columns from %s"
        .formatted(release.substring(2), other.get(RELATIVE_VALUE.indexOf("source_file")));
  }

  private static List<String> cells(CmsFile file, CSVRecord row, List<String> other) {
    List<String> raw = new ArrayList<>(row.toList().subList(1, row.size()));
    SourceCells in = new SourceCells(file, new SourceRow(row.getRecordNumber() + 1, raw));
    List<String> cells = new ArrayList<>(raw.subList(0, 3));
    for (int i = 3; i < 11; i++) {
      boolean isNa = i == 5 || i == 7;
      cells.add(isNa ? in.notApplicable(i, "NA") : in.decimal(i, "RVU", 7, 2));
    }
    cells.addAll(raw.subList(11, 13));
    for (int i = 13; i < 16; i++) {
      cells.add(in.decimal(i, "share", 5, 4));
    }
    cells.addAll(raw.subList(16, 22));
    cells.add(in.decimal(22, "cf", 8, 4));
    cells.add(raw.get(23));
    cells.add(other.get(RELATIVE_VALUE.indexOf("calculation_flag")));
    cells.add(raw.get(24));
    cells.addAll(other.subList(28, 31));
    return cells;
  }

  private static Path shippedRules() {
    return Path.of("data/reference");
  }

  /** All files under a folder, relative to it, with forward slashes. */
  static List<String> names(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".csv") || name.endsWith(".csv.gz"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
