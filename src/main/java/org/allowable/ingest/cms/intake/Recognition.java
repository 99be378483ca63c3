package org.allowable.ingest.cms.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.edit.MedicallyUnlikelyFile;
import org.allowable.ingest.cms.edit.ProcedurePairFile;
import org.allowable.ingest.cms.facility.WageIndexFile;
import org.allowable.ingest.cms.feeschedule.GpciFile;
import org.allowable.ingest.cms.feeschedule.OppsCapFile;
import org.allowable.ingest.cms.feeschedule.RelativeValueFile;
import org.allowable.ingest.cms.feeschedule.ZipSnapshotFile;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.FileKind.Dating;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.HeaderColumns;
import org.allowable.ingest.cms.source.SourceRow;

/** Says what a file is by what stands in its first rows; its name is not asked. */
final class Recognition {

  private static final int HEAD_ROWS = 40;

  private static final Pattern FIXED_GPCI =
      Pattern.compile("\\d{5}\\s+[A-Z]{2}\\s+\\d{2}\\s+\\S.*(\\s+\\d\\.\\d{3}){3}\\s*");
  private static final Pattern FIXED_ANESTHESIA =
      Pattern.compile("\\d{5}\\s+\\d{2}\\s+\\S.*\\s\\d{4}\\s*");

  private Recognition() {}

  /**
   * Looks into a file and, where a workbook has several sheets, into each. What CMS publishes each
   * quarter comes in one workbook of several addenda; of others only the first sheet counts.
   */
  static List<RecognizedFile> sheets(CmsFile source) {
    List<RecognizedFile> sheets = new ArrayList<>();
    sheets.add(recognize(source));
    if (source.packing() == CmsFile.Packing.WORKBOOK) {
      int count = source.sheets();
      for (int i = 1; i < count; i++) {
        RecognizedFile sheet = recognize(source.ofSheet(i));
        if (sheet.kind().isImported() && sheet.kind().dating() != Dating.RELEASE) {
          sheets.add(sheet);
        }
      }
    }
    boolean isFirstOfNone = sheets.size() > 1 && !sheets.get(0).kind().isImported();
    return isFirstOfNone ? sheets.subList(1, sheets.size()) : sheets;
  }

  /** Looks into a file. */
  static RecognizedFile recognize(CmsFile source) {
    if (source.packing() == CmsFile.Packing.OTHER) {
      return new RecognizedFile(source, FileKind.NOT_PLAIN, "");
    }
    List<SourceRow> rows = source.firstRows(HEAD_ROWS);
    FileKind kind =
        fixed(source.firstLines(HEAD_ROWS))
            .orElseGet(
                () ->
                    rows.stream()
                        .map(Recognition::byHeader)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseGet(() -> byTitle(rows)));
    boolean isHospitals = kind == FileKind.PROCEDURE_PAIR && ProcedurePairFile.isHospitals(source);
    return new RecognizedFile(source, isHospitals ? FileKind.NCCI : kind, title(rows));
  }

  private static Optional<FileKind> fixed(List<String> lines) {
    if (!lines.isEmpty()
        && lines.get(0).startsWith("HDR")
        && any(lines, RelativeValueFile::isFixed)) {
      return Optional.of(FileKind.RELATIVE_VALUE_FIXED);
    }
    if (any(lines, ZipSnapshotFile::isFixed)) {
      return Optional.of(FileKind.ZIP_SNAPSHOT_FIXED);
    }
    if (any(lines, ZipSnapshotFile::isPlusFour)) {
      return Optional.of(FileKind.ZIP_PLUS_FOUR);
    }
    if (any(lines, OppsCapFile::isFixed)) {
      return Optional.of(FileKind.OPPS_CAP_FIXED);
    }
    if (any(lines, line -> FIXED_GPCI.matcher(line).matches())) {
      return Optional.of(FileKind.GPCI_FIXED);
    }
    return any(lines, line -> FIXED_ANESTHESIA.matcher(line).matches())
        ? Optional.of(FileKind.ANESTHESIA)
        : Optional.empty();
  }

  private static boolean any(List<String> lines, Predicate<String> test) {
    return lines.stream().anyMatch(test);
  }

  private static Optional<FileKind> byHeader(SourceRow row) {
    List<String> names = row.cells().stream().map(HeaderColumns::name).toList();
    if (starts(names, "HCPCS", "MOD", "DESCRIPTION")) {
      return Optional.of(FileKind.RELATIVE_VALUE_COLUMNS);
    }
    if (starts(names, "HCPCS", "MOD", "PROCSTAT", "CARRIER", "LOCALITY")) {
      return Optional.of(FileKind.OPPS_CAP_COLUMNS);
    }
    if (starts(names, "ZIP5", "CARRIER", "LOCALITY", "FROM YEAR", "TO YEAR")) {
      return Optional.of(FileKind.ZIP_LOCALITY);
    }
    if (GpciFile.isHeader(row)) {
      return Optional.of(FileKind.GPCI_COLUMNS);
    }
    if (ZipSnapshotFile.isHeader(names)) {
      return Optional.of(FileKind.ZIP_SNAPSHOT_COLUMNS);
    }
    if (ProcedurePairFile.isHeader(names)) {
      return Optional.of(FileKind.PROCEDURE_PAIR);
    }
    if (starts(names, "PRIMARY CODE", "ADD ON CODE", "AOC EDIT TYPE")) {
      return Optional.of(FileKind.ADD_ON_CODE);
    }
    if (WageIndexFile.isHeader(names)) {
      return Optional.of(FileKind.WAGE_INDEX);
    }
    return quarterly(names).or(() -> notImported(row, names));
  }

  private static Optional<FileKind> quarterly(List<String> names) {
    FileKind edits = names.isEmpty() ? FileKind.UNKNOWN : MedicallyUnlikelyFile.kind(names);
    if (edits != FileKind.UNKNOWN) {
      return Optional.of(edits);
    }
    if (!starts(names, "HCPCS CODE")) {
      return Optional.empty();
    }
    if (names.stream().anyMatch(name -> name.contains("DEVICE OFFSET AMOUNT"))) {
      return Optional.of(FileKind.ASC_DEVICE);
    }
    if (names.stream().anyMatch(name -> name.contains("MULTIPLE PROCEDURE DISCOUNT"))) {
      return Optional.of(FileKind.ASC_PROCEDURE);
    }
    if (names.stream().anyMatch(name -> name.endsWith(" PAYMENT WEIGHT"))) {
      return Optional.of(FileKind.ASC_ANCILLARY);
    }
    return names.containsAll(List.of("APC", "RELATIVE WEIGHT", "PAYMENT RATE"))
        ? Optional.of(FileKind.OPPS_PAYMENT)
        : Optional.empty();
  }

  private static Optional<FileKind> notImported(SourceRow row, List<String> names) {
    if (starts(names, "CONTRACTOR", "LOCALITY", "LOCALITY NAME")) {
      return Optional.of(FileKind.ANESTHESIA);
    }
    boolean priced = row.cells().size() == 16 && row.cell(0).matches("\\d{4}");
    return priced && row.cell(1).matches("\\d{5}")
        ? Optional.of(FileKind.PRICED_AMOUNTS)
        : Optional.empty();
  }

  private static FileKind byTitle(List<SourceRow> rows) {
    String title = title(rows);
    if (title.contains("ASC") && title.contains("ADDENDUM")) {
      return title.contains("ADDENDUM EE ") ? FileKind.ASC_EXCLUDED : FileKind.ASC_ADDENDUM;
    }
    if (title.contains("OPPS") && title.contains("ADDENDUM")) {
      return FileKind.OPPS_ADDENDUM;
    }
    return FileKind.UNKNOWN;
  }

  private static String title(List<SourceRow> rows) {
    StringBuilder title = new StringBuilder();
    for (SourceRow row : rows.subList(0, Math.min(6, rows.size()))) {
      for (String cell : row.cells()) {
        title.append(cell.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ")).append(' ');
      }
    }
    return title.toString();
  }

  private static boolean starts(List<String> names, String... expected) {
    return names.size() >= expected.length
        && names.subList(0, expected.length).equals(List.of(expected));
  }
}
