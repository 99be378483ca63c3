package org.allowable.ingest.cms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says what a file is by what stands in its first rows; its name is not asked. */
final class Recognition {

  private static final int HEAD_ROWS = 40;

  private static final Pattern FIXED_GPCI =
      Pattern.compile("\\d{5}\\s+[A-Z]{2}\\s+\\d{2}\\s+\\S.*(\\s+\\d\\.\\d{3}){3}\\s*");
  private static final Pattern FIXED_ANESTHESIA =
      Pattern.compile("\\d{5}\\s+\\d{2}\\s+\\S.*\\s\\d{4}\\s*");

  private Recognition() {}

  /**
   * A file and what it is.
   *
   * @param source the file
   * @param kind what it holds
   * @param title its title lines, in upper case, or an empty string
   */
  record Recognised(SourceFile source, FileKind kind, String title) {}

  /** Looks into a file. */
  static Recognised recognise(SourceFile source) {
    if (source.packing() == SourceFile.Packing.OTHER) {
      return new Recognised(source, FileKind.NOT_PLAIN, "");
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
    return new Recognised(source, kind, title(rows));
  }

  private static Optional<FileKind> fixed(List<String> lines) {
    if (!lines.isEmpty()
        && lines.get(0).startsWith("HDR")
        && any(lines, FixedRelativeValue::isRow)) {
      return Optional.of(FileKind.RELATIVE_VALUE_FIXED);
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
    List<String> names = row.cells().stream().map(Recognition::name).toList();
    if (starts(names, "HCPCS", "MOD", "DESCRIPTION")) {
      return Optional.of(FileKind.RELATIVE_VALUE_COLUMNS);
    }
    if (starts(names, "HCPCS", "MOD", "PROCSTAT", "CARRIER", "LOCALITY")) {
      return Optional.of(FileKind.OPPS_CAP);
    }
    if (starts(names, "ZIP5", "CARRIER", "LOCALITY", "FROM YEAR", "TO YEAR")) {
      return Optional.of(FileKind.ZIP_LOCALITY);
    }
    if (GpciColumns.isHeader(row)) {
      return Optional.of(FileKind.GPCI_COLUMNS);
    }
    return notImported(row, names);
  }

  private static Optional<FileKind> notImported(SourceRow row, List<String> names) {
    if (starts(names, "CONTRACTOR", "LOCALITY", "LOCALITY NAME")) {
      return Optional.of(FileKind.ANESTHESIA);
    }
    if (starts(names, "COLUMN1", "COLUMN2", "DELETION DATE")
        || starts(names, "HCPCS CODE", "MUE UNITS")
        || starts(names, "PRIMARY CODE", "ADD ON CODE")) {
      return Optional.of(FileKind.NCCI);
    }
    boolean priced = row.cells().size() == 16 && row.cell(0).matches("\\d{4}");
    return priced && row.cell(1).matches("\\d{5}")
        ? Optional.of(FileKind.PRICED_AMOUNTS)
        : Optional.empty();
  }

  private static FileKind byTitle(List<SourceRow> rows) {
    String title = title(rows);
    if (title.contains("ASC") && title.contains("ADDENDUM")) {
      return FileKind.ASC_ADDENDUM;
    }
    if (title.contains("OPPS PAYMENT BY HCPCS CODE")) {
      return FileKind.OPPS_ADDENDUM;
    }
    return FileKind.UNKNOWN;
  }

  private static String title(List<SourceRow> rows) {
    StringBuilder title = new StringBuilder();
    for (SourceRow row : rows.subList(0, Math.min(6, rows.size()))) {
      for (String cell : row.cells()) {
        title.append(cell.toUpperCase(Locale.ROOT)).append(' ');
      }
    }
    return title.toString();
  }

  private static boolean starts(List<String> names, String... expected) {
    return names.size() >= expected.length
        && names.subList(0, expected.length).equals(List.of(expected));
  }

  /** A column name without the differences between exports. */
  static String name(String cell) {
    return cell.toUpperCase(Locale.ROOT).replaceAll("[\\s_]+", " ").strip();
  }
}
