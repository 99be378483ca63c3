package org.allowable.sample.practice;

import org.allowable.sample.practice.SamplePractice.CastPayer;

/**
 * A mistake that a payer makes in the prices of a part of its claims, in every month alike.
 *
 * @param share in ten thousand of its claims with a line that the mistake is about
 */
public record PricingMistake(CastPayer payer, Mistaken kind, int share) {

  /** What is mistaken. */
  public enum Mistaken {
    /** Values, indices and factor are those of the year before. */
    FEES_OF_YEAR_BEFORE,
    /** One code's values are those of the year before. */
    VALUES_OF_YEAR_BEFORE,
    /** The indices are those of a locality beside. */
    LOCALITY_BESIDE,
    /** A physician is paid as a nurse practitioner. */
    PAID_AS_PRACTITIONER,
    /** The day's first procedure is paid as its second. */
    RANKED_SECOND,
    /** An add-on code is paid as a second procedure. */
    ADD_ON_CUT
  }
}
