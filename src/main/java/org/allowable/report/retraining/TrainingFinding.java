package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.statistics.Interval;
import org.allowable.statistics.Level;
import org.allowable.statistics.TrainingEffect;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@code mart_training} shows.
 *
 * @param line the row
 * @param effect null where one of the four groups has no line
 */
record TrainingFinding(Mart.Line line, @Nullable TrainingEffect effect) {

  private static final double HALVED = 0.5;

  static TrainingFinding of(Mart.Line line) {
    boolean isWhole =
        line.number("before_line_count").signum() > 0
            && line.number("after_line_count").signum() > 0
            && line.number("peer_before_line_count").signum() > 0
            && line.number("peer_after_line_count").signum() > 0;
    return new TrainingFinding(
        line,
        isWhole
            ? new TrainingEffect(
                rate(line, "before"),
                rate(line, "after"),
                rate(line, "peer_before"),
                rate(line, "peer_after"))
            : null);
  }

  private static TrainingEffect.Rate rate(Mart.Line line, String of) {
    return new TrainingEffect.Rate(
        line.number(of + "_counted_line_count").longValueExact(),
        line.number(of + "_line_count").longValueExact());
  }

  /** A rate of the four, 0..1; null where it has no line. */
  @Nullable BigDecimal value(String of) {
    return line.share(of + "_counted_line_count", of + "_line_count");
  }

  /** The change beyond the others'; null where it is not known. */
  @Nullable BigDecimal difference() {
    return effect == null ? null : decimal(effect.difference());
  }

  /** A limit of that change; null where it is not known. */
  @Nullable BigDecimal limit(boolean isLower) {
    if (effect == null) {
      return null;
    }
    Interval interval = effect.interval(Level.INNER);
    return decimal(isLower ? interval.low() : interval.high());
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  /** What can be said, as a code; NO_LINES where one of the four has none. */
  String verdict() {
    return effect == null ? "NO_LINES" : effect.verdict(Level.INNER).name();
  }

  /** What can be said, in a sentence. */
  String inWords() {
    return said() + (isCut() ? " The time ends at another training." : "");
  }

  // Another training of the same physician lies nearer than the usual months.
  private boolean isCut() {
    return line.text("is_cut").equals("true");
  }

  private String said() {
    if (effect == null) {
      return "Nothing can be said yet: before or after the training there are no lines to compare.";
    }
    String change =
        "The rate changed by %s points beyond peers (95%% limits %s to %s)."
            .formatted(points(difference()), points(limit(true)), points(limit(false)));
    return switch (effect.verdict(Level.INNER)) {
      case FELL -> change + " It fell by more than the peers' rate.";
      case ROSE -> change + " It rose by more than the peers' rate.";
      case CANNOT_TELL -> change + " Chance alone may have done that." + needed();
    };
  }

  /** How many lines before and after would show a halved rate; null where that is not known. */
  @Nullable Long linesNeeded() {
    OptionalLong lines =
        effect == null ? OptionalLong.empty() : effect.linesNeeded(HALVED, Level.INNER);
    return lines.isPresent() ? lines.getAsLong() : null;
  }

  private String needed() {
    Long lines = linesNeeded();
    return lines == null
        ? ""
        : " To see a halved rate it takes about %s lines before and after."
            .formatted(Format.COUNT.display(lines));
  }

  private static String points(@Nullable BigDecimal share) {
    return share == null ? "not known" : Format.QUANTITY.displayChange(share.movePointRight(2));
  }
}
