package org.allowable.report.retraining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.allowable.report.CodeLabels;
import org.allowable.report.Format;
import org.allowable.report.Mart;

/** The verdict of a row of {@code mart_physician_verdict}, in the same words wherever it stands. */
final class VerdictText {

  private static final String HIGHER = "HIGHER";
  private static final String YEAR = "year";

  private VerdictText() {}

  /** Whether a physician is singled out. */
  static boolean isHigher(Mart.Line verdict) {
    return verdict.text("peer_verdict").equals(HIGHER);
  }

  /** Whether it rests on the year that ends with the period, not on the period. */
  static boolean isOverTheYear(Mart.Line verdict) {
    return verdict.text("verdict_span").equals(YEAR);
  }

  /** What the physician reads first. */
  static String headline(Mart.Line verdict) {
    String label = CodeLabels.of("peer_verdict", verdict.text("peer_verdict"));
    return "Your denial rate: %s%s%s"
        .formatted(
            label.substring(0, 1).toLowerCase(Locale.ROOT), label.substring(1), span(verdict));
  }

  private static String span(Mart.Line verdict) {
    return isOverTheYear(verdict) ? ", over 12 months" : "";
  }

  /** How sure it is, in a sentence; with the limits of the ratio where there is one. */
  static String certainty(Mart.Line verdict) {
    String sentence = CodeLabels.of("peer_certainty", verdict.text("peer_verdict"));
    return verdict.known("ratio_lower") == null
        ? sentence
        : "%s (95%% limits %s to %s)."
            .formatted(
                sentence.substring(0, sentence.length() - 1),
                times(verdict, "ratio_lower"),
                times(verdict, "ratio_upper"));
  }

  /** What the number is made of, in a few words. */
  static String basis(Mart.Line verdict) {
    if (verdict.number("compared_line_count").signum() == 0) {
      return "no line with peers";
    }
    return "%s denied of %s lines with peers%s; at their rates %s"
        .formatted(
            Format.COUNT.display(verdict.number("observed_line_count")),
            Format.COUNT.display(verdict.number("compared_line_count")),
            span(verdict),
            Format.QUANTITY.display(verdict.number("expected_line_count")));
  }

  /** The headline of the practice: who is higher than peers, by name or letter. */
  static String ofThePractice(List<Mart.Line> verdicts, List<String> higher) {
    if (!higher.isEmpty()) {
      return "Higher than peers: " + higher.stream().sorted().collect(Collectors.joining(", "));
    }
    return verdicts.stream()
            .allMatch(
                verdict ->
                    verdict.known("compared_line_count") == null
                        || verdict.number("compared_line_count").signum() == 0)
        ? "No peers to compare with"
        : "No physician is higher than peers";
  }

  private static String times(Mart.Line verdict, String column) {
    return Format.MULTIPLE.display(verdict.known(column));
  }
}
