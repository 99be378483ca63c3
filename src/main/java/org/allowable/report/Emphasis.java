package org.allowable.report;

/**
 * What a sheet lets stand out in a column, by a rule that follows its cells. Color is never alone:
 * a minus, bold letters or the words themselves say the same.
 *
 * @param kind how
 * @param words which words {@link Manner#ALERT} is for; empty for the other kinds
 */
public record Emphasis(Manner kind, String words) {

  /** How something stands out. */
  public enum Manner {
    /** Not at all. */
    NONE,
    /** A bar in each cell as long as its number, to the other side below zero. */
    BAR,
    /** Days until something is due: past, within a week, later. */
    DUE,
    /** Words that ask for something to be done. */
    ALERT
  }

  /** Nothing stands out. */
  public static final Emphasis NONE = new Emphasis(Manner.NONE, "");

  /** Numbers to be compared at a glance. */
  public static final Emphasis BAR = new Emphasis(Manner.BAR, "");
}
