package org.allowable.report.retraining;

/** For whom a review is written, and so how physicians are called in it. */
enum Edition {
  /** With names: for the medical director alone. */
  DIRECTOR(
      "for the medical director",
      "Director's edition: physicians by name. For the medical director alone; what a committee may see is in the folder committee."),
  /** With letters, and without claims or patients that would lead to names. */
  COMMITTEE(
      "for the committee",
      "Committee's edition: physicians by letter, no claims and no patients. For the members of the peer review committee; no file of this folder says whose a letter is.");

  private final String audience;
  private final String readers;

  Edition(String audience, String readers) {
    this.audience = audience;
    this.readers = readers;
  }

  /** For whom it is, as part of a subtitle. */
  String audience() {
    return audience;
  }

  /** Who may read it, in a sentence or two. */
  String readers() {
    return readers;
  }
}
