package org.allowable.sample.claim;

import java.util.EnumSet;
import java.util.List;

/** What is rare about a claim's answers. */
public enum AnswerKind {
  /** Nothing: the usual. */
  USUAL,
  DUPLICATE_AFTER,
  DUPLICATE_BEFORE,
  PENDED_AFTER,
  PENDED_BEFORE,
  PENDED_ALONE,
  FORWARDED_AFTER,
  FORWARDED_BEFORE,
  FORWARDED_ALONE,
  PREDETERMINED_AFTER,
  PREDETERMINED_BEFORE,
  PREDETERMINED_ALONE,
  /** The claim's adjustment takes back what its lines seem to pay. */
  DENIED_OVER_PAID_LINES,
  /** The claim's adjustment denies all; its lines say nothing. */
  DENIED_OVER_SILENT_LINES,
  /** Status 4; the whole charge is written off, and a remark code gives the reason. */
  DENIED_BY_STATUS,
  /** The whole charge is written off, and a remark code says that it is bundled. */
  DENIED_BY_REMARK,
  /** The rest comes later under the same control number. */
  ADDITIONAL_PAYMENT,
  /** Taken back and paid right, both under status 22. */
  CORRECTED_UNDER_REVERSAL_STATUS,
  /** An incentive of Medicare, interest of others: paid beside the allowed amount. */
  PAID_BESIDE_ALLOWED,
  /** Paid without service lines. */
  ANSWERED_AT_CLAIM_LEVEL,
  /** Denied; the replacement has a number of its own and is paid. */
  REPLACED_UNDER_NEW_NUMBER,
  /** Denied; the replacement, some under a number of its own, is not answered yet. */
  REPLACED_UNANSWERED,
  /** Paid as a lesser code, without a word on the code and the line billed. */
  RECODED_UNNAMED,
  /** Some lines answered; of the others nobody says anything. */
  ANSWERED_IN_PART,
  /** The payer splits the claim: each part is answered by a remittance of its own. */
  SPLIT_BY_PAYER,
  /** The claim as first sent is never answered; its replacement is. */
  ANSWERED_AS_REPLACEMENT,
  /** Paid again by a second check of the same payer, under another number. */
  PAID_TWICE,
  /** The second payer pays as if it were the first. */
  PAID_BY_TWO_PAYERS,
  /** Allowed above what was agreed. */
  PAID_ABOVE_CONTRACT,
  /** A line is denied that the payer paid before a day. */
  DENIED_BY_NEW_POLICY,
  /** A line is allowed less than the payer allowed before a day. */
  ALLOWED_BY_NEW_POLICY,
  /** Taken back and answered anew, once or more, after it was allowed too little. */
  REPROCESSED;

  static final List<AnswerKind> OF_CLAIMS_PAID_ONCE =
      List.copyOf(EnumSet.range(DUPLICATE_AFTER, REPLACED_UNANSWERED));

  boolean isBefore() {
    return name().endsWith("_BEFORE");
  }

  boolean isAlone() {
    return name().endsWith("_ALONE");
  }
}
