package org.allowable.ingest.x12;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a transaction is, told by ST01. */
enum TransactionKind {
  /** 835, claim payment. */
  REMITTANCE,
  /** 837, a claim. */
  CLAIM,
  /** Acknowledgements, enquiries and all else: no claim data. */
  OTHER;

  /** What can be read, as a user is told. */
  static final String SUPPORTED =
      "835: 005010X221A1 or 004010X091A1; professional claims: 005010X222A1 or 004010X098A1";

  private static final Pattern VERSION = Pattern.compile("00[0-9]{3,4}");
  private static final Pattern GUIDE = Pattern.compile("00[0-9]{4}X[0-9]{3}[A-Z0-9]{0,4}");
  private static final Pattern REMITTANCE_GUIDE =
      Pattern.compile("00(?:5010X221|4010X091)[A-Z0-9]*");
  private static final Pattern CLAIM_GUIDE = Pattern.compile("00(?:5010X222|4010X098)[A-Z0-9]*");
  private static final Pattern READ_VERSION = Pattern.compile("00(?:4010?|5010?)");

  // By the number of the guide, which a version after 5010 counts on.
  private static final Map<String, String> NAMES =
      Map.of(
          "X223", "institutional claims (837I)",
          "X096", "institutional claims (837I)",
          "X324", "institutional claims (837I)",
          "X224", "dental claims (837D)",
          "X097", "dental claims (837D)",
          "X325", "dental claims (837D)",
          "X323", "professional claims (837P)");

  static TransactionKind of(Segment st) {
    String code = st.text(1);
    if ("835".equals(code)) {
      return REMITTANCE;
    }
    return "837".equals(code) ? CLAIM : OTHER;
  }

  /**
   * Why a transaction of an implementation guide is not read.
   *
   * @param guide such as 005010X222A1; empty where none is named
   * @return null where it is read
   */
  @Nullable String refusal(String guide) {
    return switch (this) {
      case REMITTANCE -> remittanceRefusal(guide);
      case CLAIM -> claimRefusal(guide);
      case OTHER -> null;
    };
  }

  private static @Nullable String remittanceRefusal(String guide) {
    boolean namesAnother =
        GUIDE.matcher(guide).matches()
            ? !REMITTANCE_GUIDE.matcher(guide).matches()
            : VERSION.matcher(guide).matches() && !READ_VERSION.matcher(guide).matches();
    return namesAnother ? unsupported("an 835", guide) : null;
  }

  private static @Nullable String claimRefusal(String guide) {
    if (CLAIM_GUIDE.matcher(guide).matches()) {
      return null;
    }
    if (GUIDE.matcher(guide).matches()) {
      return unsupported(NAMES.getOrDefault(guide.substring(6, 10), "an 837"), guide);
    }
    return "an 837 does not say that it is professional: expected 005010X222A1 or 004010X098A1 in"
        + " ST03 or GS08";
  }

  private static String unsupported(String what, String guide) {
    return what
        + " of implementation guide "
        + guide
        + ", which is not supported (supported are "
        + SUPPORTED
        + ")";
  }
}
