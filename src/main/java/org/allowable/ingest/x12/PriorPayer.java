package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an earlier payer decided: on a line (SVD, loop 2430), or on a claim (loop 2320). */
final class PriorPayer {

  private final Adjustments adjustments;
  private @Nullable String payerId;
  private @Nullable BigDecimal paid;
  private @Nullable LocalDate date;
  private boolean hasDecided;

  private PriorPayer(String level) {
    adjustments = new Adjustments(level);
  }

  /** A decision on a line. */
  static PriorPayer ofLine(Segment svd) {
    PriorPayer payer = new PriorPayer("LINE");
    payer.payerId = svd.text(1);
    payer.paid = svd.amount(2);
    payer.hasDecided = true;
    return payer;
  }

  /** Another payer of a claim, which has or has not decided yet. */
  static PriorPayer ofClaim() {
    return new PriorPayer("CLAIM");
  }

  /** Takes a segment of the loop. */
  void accept(Segment segment) {
    switch (segment.tag()) {
      case "CAS" -> {
        adjustments.accept(segment);
        hasDecided = true;
      }
      case "DTP" -> date(segment);
      case "AMT" -> {
        if (segment.is(1, "D")) {
          segment.requiredAmount(2);
          hasDecided = true;
        }
      }
      case "NM1" -> {
        if (segment.is(1, "PR")) {
          payerId = segment.text(9);
        }
      }
      default -> {}
    }
  }

  /** Whether there is a payment, an adjustment or a date of decision. */
  boolean hasDecided() {
    return hasDecided;
  }

  /** Whether both are the same payer. */
  boolean isSamePayer(PriorPayer other) {
    return payerId != null && payerId.equals(other.payerId);
  }

  /** As a line's struct. */
  @Nullable Object[] row() {
    return new @Nullable Object[] {payerId, paid, date, adjustments.rows()};
  }

  /** As a struct that says only who decided and when: the claim's amounts are not any line's. */
  @Nullable Object[] rowWithoutAmounts() {
    return new @Nullable Object[] {payerId, null, date, new Adjustments("LINE").rows()};
  }

  private void date(Segment dtp) {
    if (dtp.is(1, "573")) {
      date = dtp.periodDate(2, 3, true);
      hasDecided = true;
    }
  }
}
