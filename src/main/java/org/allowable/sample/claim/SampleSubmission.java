package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * A claim as sent.
 *
 * @param claimId the patient control number: some practices give a replacement a new one
 * @param sequence counts the submissions of a claim from 1
 * @param frequencyCode 1 original, 7 replacement, 8 void
 * @param responsibilityCode P to the primary payer, S to the secondary
 * @param prior what the primary payer did, on a claim to the secondary
 */
public record SampleSubmission(
    Visit visit,
    String claimId,
    int sequence,
    String frequencyCode,
    @Nullable String originalControlNumber,
    String responsibilityCode,
    CastPayer payer,
    LocalDate submittedDate,
    @Nullable String authorizationNumber,
    List<Service> services,
    @Nullable SampleRemitClaim prior) {

  /** The same as the replacement of the claim to which a payer gave a number. */
  SampleSubmission replacing(String controlNumber) {
    return new SampleSubmission(
        visit,
        claimId,
        sequence,
        frequencyCode,
        controlNumber,
        responsibilityCode,
        payer,
        submittedDate,
        authorizationNumber,
        services,
        prior);
  }

  /** Names the claim among all sent: the claim number of the visit and the sequence. */
  public String submissionId() {
    return visit.claimId() + "-" + sequence;
  }

  boolean isPrimary() {
    return responsibilityCode.equals("P");
  }

  /** US dollars, all lines together. */
  public BigDecimal charge() {
    return visit.charge();
  }
}
