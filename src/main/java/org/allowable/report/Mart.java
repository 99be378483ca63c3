package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/** A small mart in memory, its cells by column name. */
public final class Mart {

  /**
   * A row of a mart.
   *
   * @param cells values by column name; null where not known
   */
  public record Line(Map<String, @Nullable Object> cells) {

    /** A text, or nothing where there is none. */
    public String text(String column) {
      Object value = cells.get(column);
      return value == null ? "" : value.toString();
    }

    /** A number of any width; zero where there is none, for columns that count or add up. */
    public BigDecimal number(String column) {
      Object value = cells.get(column);
      if (value instanceof BigDecimal decimal) {
        return decimal;
      }
      return value instanceof Number count
          ? BigDecimal.valueOf(count.longValue())
          : BigDecimal.ZERO;
    }

    /** A flag; not known is no. */
    public boolean is(String column) {
      return Boolean.TRUE.equals(cells.get(column));
    }

    /**
     * A number as a share of another, never rounded here; null where either is unknown or nothing.
     */
    public @Nullable BigDecimal share(String part, String whole) {
      return cells.get(part) == null ? null : Mart.share(number(part), number(whole));
    }

    /** A number that may be unknown. */
    public @Nullable BigDecimal known(String column) {
      return cells.get(column) == null ? null : number(column);
    }
  }

  private final List<Line> lines;

  /**
   * A part as a share of a whole, with more digits than any format shows: it is rounded once, where
   * it is shown. Null where there is no whole.
   */
  public static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL128);
  }

  private Mart(List<Line> lines) {
    this.lines = lines;
  }

  /** A mart of these rows. */
  public static Mart of(List<Line> lines) {
    return new Mart(List.copyOf(lines));
  }

  /** Reads a mart whole. */
  public static Mart of(Rows rows) {
    return of(rows, line -> true);
  }

  /** Reads the rows of a mart that a test picks, and holds no others. */
  public static Mart of(Rows rows, Predicate<Line> test) {
    List<String> columns = rows.columns();
    List<Line> lines = new ArrayList<>();
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      @Nullable Object[] values = i.next();
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      for (int c = 0; c < values.length; c++) {
        cells.put(columns.get(c), values[c]);
      }
      Line line = new Line(cells);
      if (test.test(line)) {
        lines.add(line);
      }
    }
    return of(lines);
  }

  /** The rows, in order. */
  public List<Line> lines() {
    return lines;
  }

  /** These lines, then those of another mart of the same columns. */
  public Mart and(Mart other) {
    return of(java.util.stream.Stream.concat(lines.stream(), other.lines.stream()).toList());
  }

  /** The rows that a test picks. */
  public Mart where(Predicate<Line> test) {
    return new Mart(lines.stream().filter(test).toList());
  }

  /** A column added up. */
  public BigDecimal sum(String column) {
    return lines.stream().map(line -> line.number(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A column added up; null where no value of it is known. */
  public @Nullable BigDecimal knownSum(String column) {
    boolean isKnown = lines.stream().anyMatch(line -> line.known(column) != null);
    return isKnown || lines.isEmpty() ? sum(column) : null;
  }

  /** Columns added up by the values of another, in the order of first appearance. */
  public Map<String, BigDecimal> sumBy(String key, String column) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (Line line : lines) {
      sums.merge(line.text(key), line.number(column), BigDecimal::add);
    }
    return sums;
  }
}
