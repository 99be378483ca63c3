package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;

/**
 * What people of the practice said in their worklist of a claim that was allowed too little, and
 * what came back of it.
 *
 * @param cause of its largest shortfall, as a worklist words it
 * @param sayings in the order of their days, one a day
 * @param recovered US dollars by payment date, below zero where more was taken back than came; none
 *     of what came before the claim was sent, and no zeros
 */
public record Dispute(
    String cause, List<Saying> sayings, SortedMap<LocalDate, BigDecimal> recovered) {

  /**
   * A row of the worklist as somebody left it on a day.
   *
   * @param sentDate null where it was not sent
   * @param nextStepDate null where none is named
   * @param note may be empty
   * @param reason why it is not valid; else empty
   */
  public record Saying(
      LocalDate day,
      WorklistStatus status,
      @Nullable LocalDate sentDate,
      @Nullable LocalDate nextStepDate,
      String note,
      String reason) {}

  /** Keeps its own lists. */
  public Dispute {
    sayings = List.copyOf(sayings);
    recovered = Collections.unmodifiableSortedMap(new TreeMap<>(recovered));
  }

  /** What was said last. */
  public Saying last() {
    return sayings.get(sayings.size() - 1);
  }
}
