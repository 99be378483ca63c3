package org.allowable.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which Medicare fee a contract means. All null is Medicare as it is on the date of service.
 *
 * @param pricingDate the day whose fees hold, in place of the date of service
 * @param release the release whose relative values hold
 * @param carrier Medicare contractor, with locality, in place of the line's own
 * @param locality payment locality
 * @param isFacility the facility (true) or the non-facility rate, in every setting
 * @param conversionFactor US dollars per relative value unit, in place of Medicare's
 */
public record MedicareScenario(
    @Nullable LocalDate pricingDate,
    @Nullable String release,
    @Nullable String carrier,
    @Nullable String locality,
    @Nullable Boolean isFacility,
    @Nullable BigDecimal conversionFactor) {

  /** The name of the scenario in which every line is priced as it was billed. */
  public static final String AS_BILLED = "as_billed";

  /** Medicare as it is on the date of service. */
  static final MedicareScenario CURRENT = new MedicareScenario(null, null, null, null, null, null);

  /** The name under which the pricing tables know it: alike scenarios have one name. */
  public String name() {
    return equals(CURRENT) ? AS_BILLED : "medicare " + String.join(" ", parts("", "in ", "cf "));
  }

  /** What it is, as a basis of a price says it: Medicare 2023-01-01 in 12402/01. */
  String text() {
    return String.join(" ", parts("Medicare ", "in ", "at factor ")).strip();
  }

  private List<String> parts(String lead, String place, String factor) {
    List<String> parts = new ArrayList<>();
    String what =
        release != null ? "release " + release : pricingDate != null ? "of " + pricingDate : "";
    parts.add((lead + what).strip());
    if (carrier != null) {
      parts.add(place + carrier + "/" + locality);
    }
    if (isFacility != null) {
      parts.add(isFacility ? "facility rate" : "non-facility rate");
    }
    if (conversionFactor != null) {
      parts.add(factor + conversionFactor.toPlainString());
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
