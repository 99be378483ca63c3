package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How amounts are spread within each category: allowed for one unit of a code by payer. Every
 * distinct amount is a dot as large as it is frequent, so that two fee schedules behind one name
 * are two heaps.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number
 * @param measure what the numbers are, with their unit: "Allowed amount, US dollars a unit"
 * @param categories from top to bottom
 */
public record DistributionChart(
    String title, String subtitle, Format format, String measure, List<Category> categories)
    implements Chart {

  /** The most categories a chart shows: each needs room for its dots. */
  public static final int MOST_SHOWN = 10;

  /** Fewer than these have no quartiles to speak of: they are dots only. */
  public static final int LEAST_FOR_A_BOX = 8;

  /** The least share of a category that makes an amount worth naming. */
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.15");

  private static final int MOST_NAMED = 3;

  /**
   * A distinct amount.
   *
   * @param value the amount
   * @param count how many times it occurs; at least 1
   */
  public record AmountCount(BigDecimal value, long count) {

    /** Checks the count. */
    public AmountCount {
      if (count < 1) {
        throw new IllegalArgumentException("An amount that occurs is there once at least");
      }
    }
  }

  /**
   * A category and its amounts.
   *
   * @param label its name
   * @param points in any order; an amount given twice counts together
   */
  public record Category(String label, List<AmountCount> points) {

    /** Keeps its own list, each amount once, from low to high. */
    public Category {
      Map<BigDecimal, Long> counts = new TreeMap<>();
      points.forEach(point -> counts.merge(point.value(), point.count(), Long::sum));
      points =
          counts.entrySet().stream()
              .map(entry -> new AmountCount(entry.getKey(), entry.getValue()))
              .toList();
    }

    /** How many there are. */
    public long count() {
      return points.stream().mapToLong(AmountCount::count).sum();
    }

    /**
     * The amount that this share of all does not exceed: one that occurs, never one between.
     *
     * @param share over 0 to 1; a half is the median
     * @return null where there are none
     */
    public @Nullable BigDecimal quantile(BigDecimal share) {
      BigDecimal wanted = share.multiply(BigDecimal.valueOf(count()));
      long seen = 0;
      for (AmountCount point : points) {
        seen += point.count();
        if (BigDecimal.valueOf(seen).compareTo(wanted) >= 0) {
          return point.value();
        }
      }
      return null;
    }

    /** The amounts that occur most, at most three, each a good part of all; the first is most. */
    public List<AmountCount> mostFrequent() {
      return points.stream()
          .filter(point -> point.count() > 1 && share(point).compareTo(LEAST_SHARE) >= 0)
          .sorted(
              Comparator.comparing(AmountCount::count).reversed().thenComparing(AmountCount::value))
          .limit(MOST_NAMED)
          .toList();
    }

    /** The part of all that has this amount, 0..1. */
    public BigDecimal share(AmountCount point) {
      return BigDecimal.valueOf(point.count())
          .divide(BigDecimal.valueOf(count()), MathContext.DECIMAL64);
    }

    /** Whether there are enough for quartiles. */
    public boolean hasBox() {
      return count() >= LEAST_FOR_A_BOX;
    }
  }

  /** Keeps its own list. */
  public DistributionChart {
    categories = List.copyOf(categories);
  }

  /** The categories as drawn: those with the most, in the order given. */
  public List<Category> shown() {
    List<Category> most =
        categories.stream()
            .sorted(Comparator.comparing(Category::count).reversed())
            .limit(MOST_SHOWN)
            .toList();
    return categories.stream().filter(most::contains).limit(MOST_SHOWN).toList();
  }

  @Override
  public String description() {
    return shown().stream().map(this::inWords).collect(Collectors.joining(". "));
  }

  private String inWords(Category category) {
    List<String> words = new ArrayList<>();
    words.add("n " + category.count());
    if (category.hasBox()) {
      words.add("median " + format.display(category.quantile(new BigDecimal("0.5"))));
      words.add(
          "middle half "
              + format.display(category.quantile(new BigDecimal("0.25")))
              + " to "
              + format.display(category.quantile(new BigDecimal("0.75"))));
    }
    for (AmountCount point : category.mostFrequent()) {
      String share = Format.PERCENT.display(category.share(point));
      words.add(share + " at " + format.display(point.value()));
    }
    return category.label() + ": " + String.join(", ", words);
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    categories.forEach(category -> category.points().forEach(point -> values.add(point.value())));
    return values;
  }
}
