package org.allowable.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.worklist.WorklistStatus;

/**
 * What came back of one claim, by going through its days one by one. Slow and obvious.
 *
 * @param answers what was allowed from a day on, in their order
 * @param sayings what people said on a day, in their order
 */
record SlowRecovered(List<Answer> answers, List<Said> sayings) {

  /** From this day on so much is allowed. */
  record Answer(LocalDate day, BigDecimal allowed) {}

  /** On this day somebody chose a status. */
  record Said(LocalDate day, WorklistStatus status) {}

  /** The dollars that came back on days after the claim was sent and while it was. */
  BigDecimal sum(LocalDate last) {
    BigDecimal sum = BigDecimal.ZERO;
    LocalDate first = LocalDate.of(2025, 1, 1);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      BigDecimal change = allowed(day).subtract(allowed(day.minusDays(1)));
      if (change.signum() != 0 && isOut(day)) {
        sum = sum.add(change);
      }
    }
    return sum;
  }

  private BigDecimal allowed(LocalDate day) {
    BigDecimal allowed = BigDecimal.ZERO;
    for (Answer answer : answers) {
      if (!answer.day().isAfter(day)) {
        allowed = answer.allowed();
      }
    }
    return allowed;
  }

  // Sent on an earlier day, and not taken back before this one.
  private boolean isOut(LocalDate day) {
    List<LocalDate> sent = new ArrayList<>();
    List<LocalDate> back = new ArrayList<>();
    WorklistStatus status = WorklistStatus.NEW;
    for (Said said : sayings) {
      if (said.status() == WorklistStatus.SENT && status != WorklistStatus.SENT) {
        sent.add(said.day());
        back.add(LocalDate.MAX);
      }
      boolean isBack =
          said.status() == WorklistStatus.NEW
              || said.status() == WorklistStatus.IN_REVIEW
              || said.status() == WorklistStatus.NOT_VALID;
      int last = sent.size() - 1;
      if (isBack && last >= 0 && back.get(last).equals(LocalDate.MAX)) {
        back.set(last, said.day());
      }
      status = said.status();
    }
    for (int i = sent.size() - 1; i >= 0; i--) {
      if (sent.get(i).isBefore(day)) {
        return !day.isAfter(back.get(i));
      }
    }
    return false;
  }
}
