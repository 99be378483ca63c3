package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each lever would change, the strongest at the top: the terms of a contract in dollars a
 * year. A lever goes both ways, or one.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number, usually {@link Format#DOLLARS}
 * @param measure what the numbers are, with their unit: "Change in allowed amount, US dollars"
 * @param baseline what a change is counted from: "Current contract: $1,240,000"
 * @param levers in any order
 */
public record TornadoChart(
    String title,
    String subtitle,
    Format format,
    String measure,
    String baseline,
    List<Lever> levers)
    implements Chart {

  /**
   * An effect of a lever.
   *
   * @param setting where the lever stands, such as "120%"; may be empty
   * @param change from the baseline
   */
  public record Effect(String setting, BigDecimal change) {}

  /**
   * Something that may be changed.
   *
   * @param label its name
   * @param low its effect at one end; null where it goes one way only, or is not known
   * @param high its effect at the other end; null where it is not known
   */
  public record Lever(String label, @Nullable Effect low, @Nullable Effect high) {

    /** A lever that goes one way; null where its effect is not known. */
    public static Lever of(String label, @Nullable BigDecimal change) {
      return new Lever(label, null, change == null ? null : new Effect("", change));
    }

    /** Its known effects, low first. */
    public List<Effect> effects() {
      List<Effect> effects = new ArrayList<>();
      if (low != null) {
        effects.add(low);
      }
      if (high != null) {
        effects.add(high);
      }
      return effects;
    }

    /** Its one effect, of a lever that goes one way; null where it is not known. */
    public @Nullable BigDecimal change() {
      return high == null ? null : high.change();
    }

    private BigDecimal size() {
      return effects().stream()
          .map(effect -> effect.change().abs())
          .max(Comparator.naturalOrder())
          .orElse(BigDecimal.ZERO);
    }

    private boolean isUnknown() {
      return effects().isEmpty();
    }
  }

  private static final Comparator<Lever> BY_SIZE =
      Comparator.comparing(Lever::isUnknown)
          .thenComparing(Comparator.comparing(Lever::size).reversed())
          .thenComparing(Lever::label);

  /** Keeps its own list. */
  public TornadoChart {
    levers = List.copyOf(levers);
  }

  /** Whether every lever goes one way: then they are bars from the baseline. */
  public boolean isOneWay() {
    return levers.stream()
        .allMatch(
            lever ->
                lever.low() == null && (lever.high() == null || lever.high().setting().isEmpty()));
  }

  /** The levers as drawn: the strongest first. They are never added up: they act on each other. */
  public List<Lever> shown() {
    return levers.stream().sorted(BY_SIZE).limit(MOST_CATEGORIES).toList();
  }

  @Override
  public String description() {
    return shown().stream().map(this::inWords).collect(Collectors.joining("; "));
  }

  private String inWords(Lever lever) {
    String effects =
        lever.effects().stream()
            .map(effect -> effect.setting() + " " + format.displayChange(effect.change()))
            .map(String::strip)
            .collect(Collectors.joining(", "));
    return lever.label() + " " + (effects.isEmpty() ? "not known" : effects);
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    levers.forEach(lever -> lever.effects().forEach(effect -> values.add(effect.change())));
    return values;
  }
}
