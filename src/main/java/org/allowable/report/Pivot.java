package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A long mart turned into columns: a row for each of some keys, a column for each member that
 * occurs. A member that the practice adds or renames in a reference table so has its column, and
 * none can fall out.
 *
 * @param rows the rows to be, each with the keys; one without a cell shows zero
 * @param keys the columns that say which row a cell belongs to
 * @param headings how the keys are headed
 * @param cells one row of the long mart for each row and member
 * @param by the column of {@code cells} that names the member
 */
public record Pivot(Mart rows, List<String> keys, List<Column> headings, Mart cells, String by) {

  // More do not fit on a page.
  private static final int MOST_MEMBERS = 13;

  /** Keeps its own lists. */
  public Pivot {
    keys = List.copyOf(keys);
    headings = List.copyOf(headings);
  }

  /** The members that occur, the one with the most of a column first. */
  public List<String> members(String weight) {
    Map<String, BigDecimal> weights = cells.sumBy(by, weight);
    return weights.keySet().stream()
        .sorted(
            (a, b) -> {
              int bySize = sum(weights, b).compareTo(sum(weights, a));
              return bySize != 0 ? bySize : a.compareTo(b);
            })
        .toList();
  }

  private static BigDecimal sum(Map<String, BigDecimal> sums, String member) {
    return sums.getOrDefault(member, BigDecimal.ZERO);
  }

  /**
   * Tables of one column of the long mart, with totals; more than one where members are many.
   *
   * @param heading a line above them
   * @param members the columns in order
   * @param value the column of the long mart that is shown
   * @param format what it is
   * @param meaning what a column means, with %s for the member
   */
  public List<TableBlock> tables(
      String heading, List<String> members, String value, Format format, String meaning) {
    List<TableBlock> tables = new ArrayList<>();
    for (int from = 0; from < members.size(); from += MOST_MEMBERS) {
      List<String> some = members.subList(from, Math.min(from + MOST_MEMBERS, members.size()));
      tables.add(
          TableBlock.of(columns(some, format, meaning), lines(some, value))
              .totaled()
              .heading(from == 0 ? heading : heading + ", continued"));
    }
    return tables;
  }

  private List<Column> columns(List<String> members, Format format, String meaning) {
    List<Column> columns = new ArrayList<>(headings);
    Set<String> taken = new HashSet<>();
    headings.forEach(column -> taken.add(folded(column.header())));
    for (String member : members) {
      String header = member;
      while (!taken.add(folded(header))) {
        header += " (group)";
      }
      int width = Math.max(format == Format.COUNT ? 10 : 15, ColumnBook.widthOf(header));
      columns.add(
          Column.of(header, format)
              .width(Math.min(width, 40))
              .meaning(meaning.formatted(member))
              .totaled());
    }
    return columns;
  }

  private static String folded(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }

  private List<ReportRow> lines(List<String> members, String value) {
    Map<List<String>, Map<String, BigDecimal>> found = new HashMap<>();
    for (Mart.Line cell : cells.lines()) {
      found
          .computeIfAbsent(key(cell), k -> new LinkedHashMap<>())
          .merge(cell.text(by), cell.number(value), BigDecimal::add);
    }
    List<ReportRow> lines = new ArrayList<>();
    for (Mart.Line row : rows.lines()) {
      List<Object> values = new ArrayList<>(key(row));
      Map<String, BigDecimal> sums = found.getOrDefault(key(row), Map.of());
      members.forEach(member -> values.add(sum(sums, member)));
      lines.add(ReportRow.of(values.toArray()));
    }
    return lines;
  }

  private List<String> key(Mart.Line line) {
    return keys.stream().map(line::text).toList();
  }
}
