package org.allowable.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two numbers for each category joined by a line: what a code is allowed now and under a proposal.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number
 * @param measure what the numbers are, with their unit: "Allowed amount, US dollars a unit"
 * @param beforeName what the first number is, such as "Current"
 * @param afterName what the second is, such as "Proposed"
 * @param pairs in any order
 */
public record DumbbellChart(
    String title,
    String subtitle,
    Format format,
    String measure,
    String beforeName,
    String afterName,
    List<BeforeAfter> pairs)
    implements Chart {

  /**
   * A category and its two numbers.
   *
   * @param label its name
   * @param before null where it is not known
   * @param after null where it is not known
   */
  public record BeforeAfter(String label, @Nullable BigDecimal before, @Nullable BigDecimal after) {

    /** What is gained; null where either number is not known. */
    public @Nullable BigDecimal change() {
      return before == null || after == null ? null : after.subtract(before);
    }

    // For the order only.
    private BigDecimal changeOrZero() {
      BigDecimal change = change();
      return change == null ? BigDecimal.ZERO : change;
    }

    private BigDecimal size() {
      return changeOrZero().abs();
    }

    private boolean isUnknown() {
      return change() == null;
    }
  }

  private static final Comparator<BeforeAfter> BY_SIZE =
      Comparator.comparing(BeforeAfter::isUnknown)
          .thenComparing(Comparator.comparing(BeforeAfter::size).reversed())
          .thenComparing(BeforeAfter::label);
  private static final Comparator<BeforeAfter> BY_CHANGE =
      Comparator.comparing(BeforeAfter::isUnknown)
          .thenComparing(Comparator.comparing(BeforeAfter::changeOrZero).reversed())
          .thenComparing(BeforeAfter::label);

  /** Keeps its own list. */
  public DumbbellChart {
    pairs = List.copyOf(pairs);
  }

  /** The pairs as drawn: the largest changes, from the most gained to the most lost. */
  public List<BeforeAfter> shown() {
    return pairs.stream().sorted(BY_SIZE).limit(MOST_CATEGORIES).sorted(BY_CHANGE).toList();
  }

  @Override
  public String description() {
    return shown().stream().map(this::inWords).collect(Collectors.joining("; "));
  }

  private String inWords(BeforeAfter pair) {
    BigDecimal change = pair.change();
    return pair.label()
        + " from "
        + format.display(pair.before())
        + " to "
        + format.display(pair.after())
        + (change == null ? "" : " (" + format.displayChange(change) + ")");
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return pairs.stream().flatMap(pair -> Stream.of(pair.before(), pair.after())).toList();
  }
}
