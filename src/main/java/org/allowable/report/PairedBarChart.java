package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two horizontal bars for each category: expected against allowed by setting.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number
 * @param firstName what the first bar of a pair is, such as "Expected"
 * @param secondName what the second is, such as "Allowed"
 * @param pairs in any order
 * @param most how many pairs are shown, with that of all others
 */
public record PairedBarChart(
    String title,
    String subtitle,
    Format format,
    String firstName,
    String secondName,
    List<Pair> pairs,
    int most)
    implements Chart {

  /**
   * A category and its two numbers.
   *
   * @param label its name
   * @param first null where it is not known
   * @param second null where it is not known
   */
  public record Pair(String label, @Nullable BigDecimal first, @Nullable BigDecimal second) {

    private Bar firstBar() {
      return new Bar(label, first);
    }

    private Bar secondBar() {
      return new Bar(label, second);
    }

    // For the order only.
    private BigDecimal size() {
      BigDecimal known = first == null ? second : first;
      return known == null ? BigDecimal.ZERO : known.abs();
    }
  }

  private static final Comparator<Pair> BY_SIZE =
      Comparator.comparing(Pair::size).reversed().thenComparing(Pair::label);

  /** Keeps its own list. */
  public PairedBarChart {
    pairs = List.copyOf(pairs);
  }

  /** As many pairs as a page takes. */
  public PairedBarChart(
      String title,
      String subtitle,
      Format format,
      String firstName,
      String secondName,
      List<Pair> pairs) {
    this(title, subtitle, format, firstName, secondName, pairs, MOST_CATEGORIES);
  }

  /** The same chart with no more pairs than a small picture takes. */
  public PairedBarChart atMost(int number) {
    return new PairedBarChart(
        title, subtitle, format, firstName, secondName, pairs, Math.min(most, number));
  }

  /** The pairs as drawn: the largest first, with the rest added up where it may be. */
  public List<Pair> shown() {
    List<Pair> bySize = pairs.stream().sorted(BY_SIZE).toList();
    int kept = Ranking.kept(bySize.size(), format.isAdditive(), most);
    List<Pair> shown = new ArrayList<>(bySize.subList(0, kept));
    List<Pair> rest = bySize.subList(kept, bySize.size());
    if (format.isAdditive() && !rest.isEmpty()) {
      shown.add(
          new Pair(
              Ranking.otherLabel(rest.size()),
              Ranking.sum(rest.stream().map(Pair::firstBar).toList()),
              Ranking.sum(rest.stream().map(Pair::secondBar).toList())));
    }
    return List.copyOf(shown);
  }

  @Override
  public String description() {
    return shown().stream()
        .map(
            pair ->
                Chart.inWords(
                    List.of(
                        new Bar(pair.label() + " " + firstName, pair.first()),
                        new Bar(secondName, pair.second())),
                    format))
        .collect(Collectors.joining(". "));
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return shown().stream()
        .flatMap(pair -> Stream.of(pair.firstBar(), pair.secondBar()))
        .map(Bar::value)
        .toList();
  }
}
