package org.allowable.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line whose allowed amount somebody worked out by hand.
 *
 * @param contract which contract is tried
 * @param serviceDate date of service
 * @param code procedure code
 * @param modifiers at most four
 * @param units billed
 * @param charge US dollars of the line
 * @param placeOfService code
 * @param carrier Medicare contractor
 * @param locality payment locality
 * @param credential who renders; null for a physician
 * @param encounter lines with the same one are of the same patient, day and physician, and of one
 *     claim; null for a line by itself
 * @param expected US dollars that must come out
 * @param note what the case shows
 */
public record CanaryClaim(
    String contract,
    LocalDate serviceDate,
    String code,
    List<String> modifiers,
    BigDecimal units,
    BigDecimal charge,
    String placeOfService,
    String carrier,
    String locality,
    @Nullable String credential,
    @Nullable String encounter,
    BigDecimal expected,
    @Nullable String note,
    FileLocation location) {
  /** Copies the list. */
  public CanaryClaim {
    modifiers = List.copyOf(modifiers);
  }
}
