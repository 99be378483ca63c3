package org.allowable.report.retraining;

import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;

/** Where a physician lies, in words. */
final class PlaceText {

  private PlaceText() {}

  /** A headline for the physician, of the period and the year that ends with it. */
  static String inWords(Mart.Line rate, Mart.@Nullable Line year) {
    boolean isYear = year != null && Review.isNamed(year) && !Review.isNamed(rate);
    return isYear ? "Over the year your rate is above the control limit" : inWords(rate);
  }

  /** A headline for the physician. */
  static String inWords(Mart.Line rate) {
    return switch (rate.text("place")) {
      case "NAMED" -> "Your rate is above the 99.8% control limit";
      case "ABOVE_INNER" -> "Your rate is high, within the 99.8% control limit";
      case "BELOW_INNER" -> "Your rate is low";
      case "TOO_FEW_LINES" -> "There are too few lines to tell";
      case "NOT_COMPARABLE" -> "There is nothing to compare with";
      default -> "Your rate is within the control limits";
    };
  }

  /** What the numbers are, in a sentence. */
  static String sentence(Mart.Line rate) {
    if (rate.number("compared_line_count").signum() == 0) {
      return "No line can be compared: no other physician has lines of the same payers and codes.";
    }
    if (rate.known("observed_over_expected") == null) {
      return "Of %s lines with peers, %s had a provider-controllable initial denial; of the peers' lines of the same payers and codes none had."
          .formatted(
              Format.COUNT.display(rate.number("compared_line_count")),
              Format.COUNT.display(rate.number("observed_line_count")));
    }
    return "Of %s lines with peers, %s had a provider-controllable initial denial; at the peers' rates for the same payers and codes it would be %s. That is %s times as many (95 %% limits %s to %s)."
        .formatted(
            Format.COUNT.display(rate.number("compared_line_count")),
            Format.COUNT.display(rate.number("observed_line_count")),
            Format.QUANTITY.display(rate.number("expected_line_count")),
            plain(rate, "observed_over_expected"),
            plain(rate, "ratio_lower"),
            plain(rate, "ratio_upper"));
  }

  private static String plain(Mart.Line rate, String column) {
    return Format.RVU.display(rate.known(column));
  }
}
