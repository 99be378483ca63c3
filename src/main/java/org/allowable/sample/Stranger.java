package org.allowable.sample;

import java.time.LocalDate;
import java.util.List;

/** A claim that the warehouse never saw, sent on paper or before it began, but was paid for. */
final class Stranger {

  private Stranger() {}

  /** The life of such a claim: one remittance, no submission. */
  static ClaimLife of(
      Visit visit,
      List<LinePrice> prices,
      List<Outcome> outcomes,
      LocalDate answered,
      LocalDate last) {
    Submission paper =
        new Submission(
            visit,
            1,
            "1",
            null,
            "P",
            visit.patient().payer(),
            visit.date(),
            null,
            visit.services(),
            null);
    RemitClaim remit = RemitMaker.primary(paper, outcomes, 1, false, null, answered);
    RemitClaim unknown =
        new RemitClaim(
            visit,
            remit.payer(),
            "OLD" + visit.number(),
            remit.statusCode(),
            remit.controlNumber(),
            null,
            remit.frequencyCode(),
            remit.receivedDate(),
            remit.paymentDate(),
            remit.charge(),
            remit.adjustments(),
            remit.services());
    return new ClaimLife(
        visit,
        prices,
        List.of(),
        answered.isAfter(last) ? List.of() : List.of(unknown),
        List.of(),
        List.of(),
        false,
        List.of(),
        RareAnswers.Kind.USUAL);
  }
}
