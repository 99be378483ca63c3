package org.allowable.statistics;

/** Where a rate lies between the limits of a funnel. */
public enum Position {
  /** Above the outer limit. */
  ABOVE_OUTER,
  /** Above the inner limit, not the outer. */
  ABOVE_INNER,
  /** Within the inner limits. */
  WITHIN,
  /** Below the inner limit, not the outer. */
  BELOW_INNER,
  /** Below the outer limit. */
  BELOW_OUTER
}
