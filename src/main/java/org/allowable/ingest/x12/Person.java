package org.allowable.ingest.x12;

import org.jspecify.annotations.Nullable;

/** A subscriber or dependent as far as the patient's pseudonym needs to know. */
final class Person {

  private @Nullable String last;
  private @Nullable String first;
  private @Nullable String memberId;
  private @Nullable String birthDate;

  /** Takes the person's NM1 or DMG segment. */
  void accept(Segment segment) {
    if (segment.tag().equals("NM1")) {
      last = segment.text(3);
      first = segment.text(4);
      memberId = segment.text(9);
    } else if (segment.tag().equals("DMG")) {
      birthDate = segment.text(2);
    }
  }

  /** The pseudonym; null for somebody of whom neither name and birth nor a member id was sent. */
  @Nullable String pseudonym(PatientKey key) {
    if (last != null && birthDate != null) {
      return key.of(last, first == null ? "" : first, birthDate);
    }
    return memberId == null ? null : key.ofMember(memberId);
  }
}
