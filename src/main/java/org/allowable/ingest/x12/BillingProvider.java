package org.allowable.ingest.x12;

import org.jspecify.annotations.Nullable;

/** The billing provider of a level 20 of an 837 (loop 2010AA). */
final class BillingProvider {

  private static final String PERSON = "1";

  private @Nullable Segment name;
  private @Nullable String zip;
  private boolean isOpen;

  /** Takes a segment of the level. */
  void accept(Segment segment) {
    if (segment.tag().equals("NM1")) {
      isOpen = segment.is(1, "85");
      if (isOpen) {
        name = segment;
      }
    } else if (segment.tag().equals("N4") && isOpen) {
      zip = segment.text(3);
    }
  }

  @Nullable String npi() {
    return name == null ? null : name.npi(8, 9);
  }

  /** The NPI of a billing provider that is an individual: who renders when nobody else is named. */
  @Nullable String npiOfPerson() {
    return name != null && name.is(2, PERSON) ? npi() : null;
  }

  @Nullable String zipCode() {
    return zip;
  }
}
