package org.allowable.sample.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.claim.Adjustment;
import org.allowable.sample.claim.AnswerKind;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleRemitService;
import org.jspecify.annotations.Nullable;

/** Plants the history's one line that does not add up: its write-off is a dollar short. */
public final class OutOfBalance {

  private @Nullable String claimId;

  /** Marks the claim of a life if it is the first that will do: paid once and for all. */
  public void mayPlant(ClaimLife life) {
    if (claimId == null
        && life.kind() == AnswerKind.USUAL
        && life.remits().size() == 1
        && life.current() != null) {
      SampleRemitClaim only = life.remits().get(0);
      if (only.services().stream().anyMatch(OutOfBalance::hasWriteOff)) {
        claimId = only.claimId();
      }
    }
  }

  /** The claim as it is paid: with the fault if it is the marked one. */
  public SampleRemitClaim asPaid(SampleRemitClaim claim) {
    return claim.claimId().equals(claimId) ? spoiled(claim) : claim;
  }

  private static SampleRemitClaim spoiled(SampleRemitClaim claim) {
    List<SampleRemitService> services = new ArrayList<>();
    boolean isDone = false;
    for (SampleRemitService service : claim.services()) {
      boolean isIt = !isDone && hasWriteOff(service);
      services.add(isIt ? spoiled(service) : service);
      isDone = isDone || isIt;
    }
    return new SampleRemitClaim(
        claim.visit(),
        claim.payer(),
        claim.claimId(),
        claim.statusCode(),
        claim.controlNumber(),
        claim.originalControlNumber(),
        claim.frequencyCode(),
        claim.receivedDate(),
        claim.paymentDate(),
        claim.charge(),
        claim.adjustments(),
        services);
  }

  private static SampleRemitService spoiled(SampleRemitService service) {
    List<Adjustment> adjustments = new ArrayList<>(service.adjustments());
    Adjustment writeOff = adjustments.get(0);
    adjustments.set(
        0,
        new Adjustment(
            writeOff.groupCode(),
            writeOff.reasonCode(),
            writeOff.amount().subtract(BigDecimal.ONE)));
    return new SampleRemitService(
        service.service(),
        service.code(),
        service.modifiers(),
        service.isChanged(),
        service.isNamed(),
        service.charge(),
        service.paid(),
        service.reportedAllowed(),
        adjustments,
        service.remarkCodes());
  }

  private static boolean hasWriteOff(SampleRemitService service) {
    return !service.adjustments().isEmpty()
        && service.adjustments().get(0).reasonCode().equals("45");
  }
}
