package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by two groupings as colored cells: allowed as a share of Medicare by payer and code.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number, usually {@link Format#PERCENT}
 * @param measure what the numbers are, with their unit: "Allowed amount as % of Medicare"
 * @param middle the number at which the color turns
 * @param smallNumber a cell with fewer lines shows how many, and no value
 * @param columns names of the columns, left to right
 * @param rows from top to bottom
 */
public record HeatMapChart(
    String title,
    String subtitle,
    Format format,
    String measure,
    BigDecimal middle,
    int smallNumber,
    List<String> columns,
    List<HeatMapRow> rows)
    implements Chart {

  /** The most columns a chart shows. */
  public static final int MOST_COLUMNS = 10;

  /**
   * A row of cells.
   *
   * @param label its name
   * @param cells one per column; null where there is nothing
   */
  public record HeatMapRow(String label, List<@Nullable Cell> cells) {

    /** Keeps its own list. */
    public HeatMapRow {
      cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }

    private long count() {
      return cells.stream().mapToLong(cell -> cell == null ? 0 : cell.count()).sum();
    }
  }

  /**
   * A cell.
   *
   * @param value null where it is not known
   * @param count how many lines it stands for
   */
  public record Cell(@Nullable BigDecimal value, long count) {}

  /** Checks that rows and columns fit. */
  public HeatMapChart {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (HeatMapRow row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "Row " + row.label() + " needs one cell for each of " + columns.size() + " columns");
      }
    }
  }

  /** The chart as drawn at its largest: the rows and columns with the most lines. */
  public HeatMapChart shown() {
    return shown(MOST_CATEGORIES, MOST_COLUMNS);
  }

  /** The chart with so many rows and columns, those with the most lines, in the order given. */
  public HeatMapChart shown(int mostRows, int mostColumns) {
    List<Integer> keptRows =
        most(rows.stream().map(HeatMapRow::count).toList(), Math.min(mostRows, MOST_CATEGORIES));
    List<Long> counts = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      counts.add(count(column));
    }
    List<Integer> keptColumns = most(counts, Math.min(mostColumns, MOST_COLUMNS));
    List<HeatMapRow> shown = new ArrayList<>();
    for (int row : keptRows) {
      List<@Nullable Cell> cells = new ArrayList<>();
      keptColumns.forEach(column -> cells.add(rows.get(row).cells().get(column)));
      shown.add(new HeatMapRow(rows.get(row).label(), cells));
    }
    List<String> names = keptColumns.stream().map(columns::get).toList();
    return new HeatMapChart(title, subtitle, format, measure, middle, smallNumber, names, shown);
  }

  private long count(int column) {
    long count = 0;
    for (HeatMapRow row : rows) {
      Cell cell = row.cells().get(column);
      count += cell == null ? 0 : cell.count();
    }
    return count;
  }

  private static List<Integer> most(List<Long> counts, int kept) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < counts.size(); place++) {
      places.add(place);
    }
    places.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
    return places.stream().limit(kept).sorted().toList();
  }

  /** Whether a cell stands for too few lines to show its value. */
  public boolean isSmall(Cell cell) {
    return cell.count() < smallNumber;
  }

  @Override
  public String description() {
    HeatMapChart shown = shown();
    return shown.rows().stream().map(shown::inWords).collect(Collectors.joining(". "));
  }

  private String inWords(HeatMapRow row) {
    List<String> words = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      Cell cell = row.cells().get(column);
      if (cell != null) {
        String value = isSmall(cell) ? "too few" : format.display(cell.value());
        words.add(columns.get(column) + " " + value + " (n " + cell.count() + ")");
      }
    }
    return row.label() + ": " + (words.isEmpty() ? "nothing" : String.join("; ", words));
  }

  /** The values that may be shown. */
  @Override
  public List<@Nullable BigDecimal> values() {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    for (HeatMapRow row : rows) {
      for (Cell cell : row.cells()) {
        values.add(cell == null || isSmall(cell) ? null : cell.value());
      }
    }
    return values;
  }

  /** Also a chart of small numbers says something: how many. */
  @Override
  public boolean hasValues() {
    return rows.stream().anyMatch(row -> row.count() > 0);
  }
}
