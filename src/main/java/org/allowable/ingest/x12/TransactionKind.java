package org.allowable.ingest.x12;

import org.jspecify.annotations.Nullable;

/** What a transaction is, told by ST01 and the implementation guide. */
enum TransactionKind {
  /** 835, claim payment. */
  REMITTANCE(null),
  /** 837 professional. */
  CLAIM(null),
  /** 837 institutional. */
  INSTITUTIONAL("institutional claims (837I)"),
  /** 837 dental. */
  DENTAL("dental claims (837D)"),
  /** Acknowledgements, enquiries and all else. */
  OTHER("transactions other than 835 and 837");

  private final @Nullable String notClaimData;

  TransactionKind(@Nullable String notClaimData) {
    this.notClaimData = notClaimData;
  }

  /** What it is instead, when it is nothing that is ingested; else null. */
  @Nullable String notClaimData() {
    return notClaimData;
  }

  /**
   * The kind of a transaction.
   *
   * @param guide implementation guide, such as 005010X222A1
   * @throws QuarantineException for an 837 of which the guide does not say what it is
   */
  static TransactionKind of(Segment st, String guide) {
    return switch (st.required(1)) {
      case "835" -> REMITTANCE;
      case "837" -> claimKind(st, guide);
      default -> OTHER;
    };
  }

  private static TransactionKind claimKind(Segment st, String guide) {
    if (guide.contains("X222") || guide.contains("X098")) {
      return CLAIM;
    }
    if (guide.contains("X223") || guide.contains("X096")) {
      return INSTITUTIONAL;
    }
    if (guide.contains("X224") || guide.contains("X097")) {
      return DENTAL;
    }
    throw new QuarantineException(
        st.index(),
        "an 837 does not say that it is professional: expected 005010X222A1 or 004010X098A1 in"
            + " ST03 or GS08");
  }
}
