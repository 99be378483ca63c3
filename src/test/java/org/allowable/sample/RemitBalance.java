package org.allowable.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Balances an 835 file by the three sums of its guide, from its segments alone. A line without a
 * payment and an adjustment leaves both to its claim.
 */
final class RemitBalance {

  private final List<String> faults = new ArrayList<>();
  private String claim = "";
  private boolean isInClaim;
  private boolean isInLine;
  private boolean saysNothing;
  private BigDecimal lineRest = BigDecimal.ZERO;
  private BigDecimal claimRest = BigDecimal.ZERO;
  private BigDecimal transactionRest = BigDecimal.ZERO;

  RemitBalance(List<List<String>> segments) {
    segments.forEach(this::read);
  }

  /** What does not add up. */
  List<String> faults() {
    return faults;
  }

  private void read(List<String> segment) {
    switch (segment.get(0)) {
      case "BPR" -> transactionRest = amount(segment, 2).negate();
      case "CLP" -> {
        endClaim();
        isInClaim = true;
        claim = segment.get(1);
        claimRest = amount(segment, 3).subtract(amount(segment, 4));
        transactionRest = transactionRest.add(amount(segment, 4));
      }
      case "SVC" -> {
        endLine();
        isInLine = true;
        lineRest = amount(segment, 2).subtract(amount(segment, 3));
        saysNothing = amount(segment, 3).signum() == 0;
      }
      case "CAS" -> adjust(segment);
      case "PLB" -> {
        endClaim();
        for (int i = 4; i < segment.size(); i += 2) {
          transactionRest = transactionRest.subtract(amount(segment, i));
        }
      }
      case "SE" -> {
        endClaim();
        note(transactionRest, "transaction");
      }
      default -> {}
    }
  }

  private void adjust(List<String> segment) {
    saysNothing = false;
    for (int i = 3; i < segment.size(); i += 3) {
      claimRest = claimRest.subtract(amount(segment, i));
      if (isInLine) {
        lineRest = lineRest.subtract(amount(segment, i));
      }
    }
  }

  private void endLine() {
    if (isInLine && !saysNothing) {
      note(lineRest, "line of " + claim);
    }
    isInLine = false;
  }

  private void endClaim() {
    endLine();
    if (isInClaim) {
      note(claimRest, "claim " + claim);
    }
    isInClaim = false;
  }

  private void note(BigDecimal rest, String what) {
    if (rest.signum() != 0) {
      faults.add(what);
    }
  }

  private static BigDecimal amount(List<String> segment, int position) {
    return new BigDecimal(segment.get(position));
  }
}
