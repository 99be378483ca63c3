package org.allowable.sample.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.price.LinePrice;

/** The remittance for a claim that the warehouse never saw: sent on paper, or before it began. */
final class UnmatchedRemit {

  private UnmatchedRemit() {}

  /** The life of such a claim: one remittance, no submission. */
  static ClaimLife of(
      Visit visit,
      List<LinePrice> prices,
      List<Outcome> outcomes,
      LocalDate answered,
      LocalDate last) {
    SampleSubmission paper =
        new SampleSubmission(
            visit,
            "OLD" + visit.number(),
            1,
            "1",
            null,
            "P",
            visit.patient().payer(),
            visit.date(),
            null,
            visit.services(),
            null);
    SampleRemitClaim remit = RemitMaker.primary(paper, outcomes, 1, false, null, answered);
    return new ClaimLife(
        visit,
        prices,
        List.of(),
        answered.isAfter(last) ? List.of() : List.of(remit),
        List.of(),
        Set.of(),
        List.of(),
        false,
        List.of(),
        AnswerKind.USUAL,
        List.of(),
        null);
  }
}
