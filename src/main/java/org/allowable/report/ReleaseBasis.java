package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in a sentence by which CMS releases lines were priced, and which were not in force. */
public final class ReleaseBasis {

  private static final String IN_FORCE = "IN_FORCE";
  private static final String NO_RELEASE = "NO_RELEASE";

  private static final String REMEDY =
      " What is missing and where it is: allowable reference status.";

  private ReleaseBasis() {}

  /** The same, and the command that says what to import where another release stood in. */
  public static String withRemedy(Mart mart) {
    boolean isOther =
        mart.lines().stream().anyMatch(line -> !line.text("release_basis").equals(IN_FORCE));
    return sentence(mart) + (isOther ? REMEDY : "");
  }

  /**
   * The sentence.
   *
   * @param mart rows with {@code release_basis}, {@code release}, {@code release_in_force}, {@code
   *     line_count} and {@code charge_amount}
   */
  public static String sentence(Mart mart) {
    Mart unpriced = mart.where(line -> line.text("release_basis").equals(NO_RELEASE));
    Mart priced = mart.where(line -> !line.text("release_basis").equals(NO_RELEASE));
    Mart other = priced.where(line -> !line.text("release_basis").equals(IN_FORCE));
    List<String> parts = new ArrayList<>();
    if (!other.lines().isEmpty()) {
      parts.add(
          "%s of %s priced lines (%s charged) are priced by a CMS release that was not in force on their day: %s."
              .formatted(
                  count(other), count(priced), charged(other), String.join(", ", pairs(other))));
    } else if (!priced.lines().isEmpty()) {
      parts.add(
          "All %s priced lines are priced by the CMS release in force on their day."
              .formatted(count(priced)));
    }
    if (!unpriced.lines().isEmpty()) {
      parts.add(
          "%s lines (%s charged) have no price, because no CMS release of their year is loaded: %s."
              .formatted(count(unpriced), charged(unpriced), String.join(", ", missing(unpriced))));
    }
    if (parts.isEmpty()) {
      return "No line has a Medicare price.";
    }
    return String.join(" ", parts);
  }

  /** Which releases stood in for others, without lines or dollars. */
  public static String withoutNumbers(Mart mart) {
    Mart other =
        mart.where(line -> !List.of(IN_FORCE, NO_RELEASE).contains(line.text("release_basis")));
    return other.lines().isEmpty()
        ? "Every amount is by the CMS release in force on the day of service."
        : "Amounts are by the CMS release in force on the day of service, but for %s."
            .formatted(String.join(", ", pairs(other)));
  }

  private static Set<String> pairs(Mart mart) {
    Set<String> pairs = new LinkedHashSet<>();
    for (Mart.Line line : mart.lines()) {
      pairs.add(
          "%s %s in place of %s"
              .formatted(
                  line.text("fee_schedule"), line.text("release"), line.text("release_in_force")));
    }
    return pairs;
  }

  private static Set<String> missing(Mart mart) {
    Set<String> missing = new LinkedHashSet<>();
    for (Mart.Line line : mart.lines()) {
      String release = line.text("release_in_force");
      missing.add(line.text("fee_schedule") + (release.isEmpty() ? "" : " " + release));
    }
    return missing;
  }

  private static String count(Mart mart) {
    return Format.COUNT.display(mart.sum("line_count").longValueExact());
  }

  private static String charged(Mart mart) {
    BigDecimal amount = mart.sum("charge_amount");
    return Format.MONEY.display(amount);
  }
}
