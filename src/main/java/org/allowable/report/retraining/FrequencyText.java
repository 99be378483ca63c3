package org.allowable.report.retraining;

import java.math.BigDecimal;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.Mart;

/** Denials for frequency and the sessions that patients have left, as headlines. */
final class FrequencyText {

  private FrequencyText() {}

  /** Denials that the count of sessions proves wrong, with their dollars. */
  static KeyFigure toAppeal(Review review) {
    Mart wrong = judged(review, "WRONG");
    return KeyFigure.of("Frequency denials to appeal", count(wrong), Format.COUNT)
        .compared(dollars(wrong));
  }

  /** Denials that the count cannot tell right from wrong. */
  static KeyFigure toReview(Review review) {
    Mart open = judged(review, "CANNOT_TELL");
    return KeyFigure.of("Frequency denials to review", count(open), Format.COUNT)
        .compared(Format.DOLLARS.display(open.sum("charge_amount")) + " charged");
  }

  /** Patients and regions that have no session left. */
  static KeyFigure withoutSessions(Review review) {
    Mart tracked = Mart.of(review.rows("mart_session_radar"), line -> true);
    Mart none = tracked.where(line -> line.number("left_count").signum() == 0);
    return KeyFigure.of("No session left", count(none), Format.COUNT)
        .compared("of %s patients by region".formatted(Format.COUNT.display(count(tracked))));
  }

  /** What the sheet of frequency denials says first. */
  static String title(Review review) {
    Mart wrong = judged(review, "WRONG");
    return wrong.lines().isEmpty()
        ? "Frequency denials: none to appeal by the count of sessions"
        : "Frequency denials: %s to appeal, %s"
            .formatted(Format.COUNT.display(count(wrong)), dollars(wrong));
  }

  private static Mart judged(Review review, String verdict) {
    return Mart.of(
        review.rows("mart_frequency_proof"), line -> line.text("verdict").equals(verdict));
  }

  private static BigDecimal count(Mart lines) {
    return BigDecimal.valueOf(lines.lines().size());
  }

  // Without an expectation nothing is known to be owed, which is not zero.
  private static String dollars(Mart denials) {
    long unknown =
        denials.lines().stream()
            .filter(line -> line.known("expected_allowed_amount") == null)
            .count();
    BigDecimal expected = denials.knownSum("expected_allowed_amount");
    return "%s charged, expected allowed %s%s"
        .formatted(
            Format.DOLLARS.display(denials.sum("charge_amount")),
            Format.DOLLARS.display(expected),
            unknown == 0 || expected == null ? "" : "; %d not priced".formatted(unknown));
  }
}
