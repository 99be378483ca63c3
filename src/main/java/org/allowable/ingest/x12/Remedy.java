package org.allowable.ingest.x12;

import org.jspecify.annotations.Nullable;

/** What there is to do about a transaction that is held, in one sentence. */
final class Remedy {

  private Remedy() {}

  /** For a transaction, as far as its outline is known. */
  static String of(FaultKind kind, TransactionOutline outline) {
    return outline.setCode().equals("837") ? ofClaims(kind) : ofRemittance(kind, outline.trace());
  }

  /** For a file of which no transaction can be told apart. */
  static String ofFile(FaultKind kind) {
    return switch (kind) {
      case ARCHIVE -> "Download it again, or unpack it yourself.";
      case NOT_X12 -> "Take it out of the folder.";
      default -> "Ask the clearinghouse to resend the file.";
    };
  }

  private static String ofRemittance(FaultKind kind, @Nullable String trace) {
    String check = trace == null ? "the remittance" : "check " + trace;
    return switch (kind) {
      case GUIDE ->
          "Ask the clearinghouse to send " + check + " as 005010X221A1, which it must offer.";
      case UNDATED ->
          "Ask the clearinghouse to resend " + check + " with its payment date (BPR16).";
      case COPY_DIFFERS ->
          "Compare both copies with the deposit, and ask the payer which one stands.";
      default -> "Ask the clearinghouse to resend " + check + ".";
    };
  }

  private static String ofClaims(FaultKind kind) {
    return switch (kind) {
      case GUIDE -> "Only professional claims are analyzed: export them as 837P, 005010X222A1.";
      case CUT_OFF, ENVELOPE -> "Export the claim file again from the billing system.";
      default -> "Correct the claim in the billing system, and export the file again.";
    };
  }
}
