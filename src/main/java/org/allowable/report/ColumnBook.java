package org.allowable.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.model.PeriodUnit;
import org.allowable.model.Tables;
import org.apache.commons.csv.CSVRecord;

/**
 * How each column is headed, formatted, totaled and defined, whatever workbook shows it: rows of
 * {@code jobs/columns.csv}. A name without a type there is another heading for a column.
 */
public final class ColumnBook {

  private static final String SUM = "sum";

  // The filter button, and what bold letters take more.
  private static final int HEADER_ROOM = 5;

  private static final Map<PeriodUnit, Map<String, Column>> COLUMNS =
      new EnumMap<>(PeriodUnit.class);
  private static final Set<String> LABELED = new HashSet<>();

  static {
    List<CSVRecord> rows =
        Tables.rows("columns.csv").stream().filter(row -> !row.get("header").isEmpty()).toList();
    for (PeriodUnit unit : PeriodUnit.values()) {
      COLUMNS.put(unit, columns(rows, unit));
    }
    rows.stream()
        .filter(row -> row.get("labels").equals("yes"))
        .forEach(row -> LABELED.add(row.get("column")));
  }

  private ColumnBook() {}

  private static Map<String, Column> columns(List<CSVRecord> rows, PeriodUnit unit) {
    Map<String, String> headers = new HashMap<>();
    rows.forEach(row -> headers.put(row.get("column"), unit.said(row.get("header"))));
    Map<String, Column> columns = new HashMap<>();
    Map<String, Emphasis> emphases = emphases();
    for (CSVRecord row : rows) {
      String name = row.get("column");
      columns.put(
          name, column(row, headers, unit).emphasized(emphases.getOrDefault(name, Emphasis.NONE)));
    }
    return columns;
  }

  private static Map<String, Emphasis> emphases() {
    Map<String, Emphasis> emphases = new HashMap<>();
    for (CSVRecord row : Tables.rows("emphasis.csv")) {
      Emphasis.Manner kind = Emphasis.Manner.valueOf(row.get("emphasis").toUpperCase(Locale.ROOT));
      emphases.put(row.get("column"), new Emphasis(kind, row.get("words")));
    }
    return emphases;
  }

  /**
   * The column of that name.
   *
   * @throws IllegalArgumentException if it has no header
   */
  public static Column named(String name) {
    return named(name, PeriodUnit.MONTH);
  }

  /**
   * The column of that name, as a report of a month, a quarter or a year heads and defines it.
   *
   * @throws IllegalArgumentException if it has no header
   */
  public static Column named(String name, PeriodUnit unit) {
    Column column = Objects.requireNonNull(COLUMNS.get(unit)).get(name);
    if (column == null) {
      throw new IllegalArgumentException("jobs/columns.csv has no header for the column " + name);
    }
    return column;
  }

  /** The header of the column of that name. */
  public static String header(String name) {
    return named(name).header();
  }

  /** Whether codes of the column are shown by their labels. */
  static boolean isLabeled(String name) {
    return LABELED.contains(name);
  }

  /** How wide a column must be that its header wraps between words, never within one. */
  static int widthOf(String header) {
    return Arrays.stream(header.split(" ", -1)).mapToInt(String::length).max().orElse(0)
        + HEADER_ROOM;
  }

  // A quotient is live in the workbook, also in the totals row, where neither sum nor mean of rates
  // would be right.
  private static Column column(CSVRecord row, Map<String, String> headers, PeriodUnit unit) {
    String header = unit.said(row.get("header"));
    Format format = Format.valueOf(row.get("format").toUpperCase(Locale.ROOT));
    int width = Math.max(Integer.parseInt(row.get("width")), widthOf(header));
    Column column =
        Column.of(header, format).width(width).meaning(unit.said(row.get("definition")));
    String total = row.get("total");
    if (total.isEmpty()) {
      return column;
    }
    if (total.equals(SUM)) {
      return column.totaled();
    }
    String[] parts = total.split(" / ", -1);
    Formula quotient =
        Formula.column(headers.getOrDefault(parts[0], parts[0]))
            .dividedBy(Formula.column(headers.getOrDefault(parts[1], parts[1])));
    return column.computed(format == Format.PRICE ? quotient.toTheCent() : quotient).totaled();
  }
}
