package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.allowable.sample.adjudication.CauseWords;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.adjudication.Underpayments;
import org.allowable.sample.claim.Dispute.Saying;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.SeededRandom;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;

/**
 * Has the practice ask for what payers allowed too little, in the last three months of the history,
 * and payers answer: they pay, pay in part, refuse, take back what they paid; some correct a claim
 * that nobody asked them about, and some of what was found is not owed.
 */
final class Disputes {

  private static final int DISPUTE = 15;
  private static final int SHARE = 2500;
  private static final int MONTHS = 3;
  private static final int MOST_WAITING_DAYS = 45;
  private static final int NEXT_STEP_DAYS = 30;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = BigDecimal.valueOf(50);
  private static final String SENT_NOTE = "Sent with the price of each line.";
  private static final String PART_NOTE = "Paid in part. Asked for the rest.";
  private static final String REASON = "Amendment of the contract is not in our file.";

  private final long seed;
  private final SamplePractice cast;
  private final LocalDate last;
  private final LocalDate first;

  /**
   * Disputes of a history.
   *
   * @param last its last day
   */
  Disputes(long seed, SamplePractice cast, LocalDate last) {
    this.seed = seed;
    this.cast = cast;
    this.last = last;
    this.first = last.withDayOfMonth(1).minusMonths(MONTHS - 1L);
  }

  /** The life with what was said of it and what came of that, or as it was. */
  ClaimLife in(ClaimLife life) {
    SeededRandom random = new SeededRandom(seed, life.visit().number(), DISPUTE);
    if (!random.chance(SHARE) || !isWorked(life)) {
      return life;
    }
    LocalDate answered = life.remits().get(0).paymentDate();
    LocalDate looked = answered.plusDays(4L + random.below(12));
    LocalDate sent = workday(looked.isBefore(first) ? first.plusDays(random.below(10)) : looked);
    LocalDate reply = life.remits().get(0).payer().payday(sent.plusDays(18L + random.below(18)));
    if (answered.isBefore(first.minusDays(MOST_WAITING_DAYS)) || sent.isAfter(last)) {
      return life;
    }
    Telling telling = new Telling(life);
    switch (random.weighted(30, 12, 12, 8, 8, 12, 10, 8)) {
      case 0 -> telling.paid(sent, reply);
      case 1 -> telling.paidInPart(sent, reply);
      case 2 -> telling.refused(sent, reply);
      case 3 -> telling.takenBack(sent, reply);
      case 4 -> telling.reversedFirst(sent, reply);
      case 5 -> telling.send(sent);
      case 6 -> telling.says(sent, WorklistStatus.NOT_VALID, "", REASON);
      default -> telling.correct(reply, reply, telling.righted());
    }
    return telling.told();
  }

  // One answer, of which each line says what it was allowed, and something is worth asking for.
  private boolean isWorked(ClaimLife life) {
    return life.isPaidByOneAnswer()
        && !life.visit().isOriginalUnknown()
        && life.remits().get(0).adjustments().isEmpty()
        && life.outcomes().stream().allMatch(Disputes::isPlain)
        && largest(life) >= 0;
  }

  private static boolean isPlain(Outcome outcome) {
    return outcome.adjudicatedCode() == null
        && !Underpayments.CORRECTION_DUE.equals(outcome.cause());
  }

  // The line that is short most, of those that reach the thresholds; or -1.
  private int largest(ClaimLife life) {
    int largest = -1;
    BigDecimal most = Money.ZERO;
    for (int i = 0; i < life.outcomes().size(); i++) {
      BigDecimal expected = life.prices().get(i).expected();
      Outcome outcome = life.outcomes().get(i);
      if (expected != null
          && outcome.cause() != null
          && Underpayments.isOverThreshold(
              cast.practice().thresholds(), expected, outcome.allowed())
          && expected.subtract(outcome.allowed()).compareTo(most) > 0) {
        most = expected.subtract(outcome.allowed());
        largest = i;
      }
    }
    return largest;
  }

  private static LocalDate workday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
        ? date.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        : date;
  }

  private static BigDecimal allowed(List<Outcome> outcomes) {
    BigDecimal sum = Money.ZERO;
    for (Outcome outcome : outcomes) {
      sum = sum.add(outcome.allowed());
    }
    return sum;
  }

  /** A claim while it is disputed. Nothing enters that is later than the last day. */
  private final class Telling {

    private final ClaimLife life;
    private final List<SampleRemitClaim> remits = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    private final SortedMap<LocalDate, BigDecimal> recovered = new TreeMap<>();
    private SampleRemitClaim standing;
    private List<Outcome> outcomes;
    private int answers = 1;
    private @Nullable LocalDate sentDate;

    Telling(ClaimLife life) {
      this.life = life;
      this.standing = life.remits().get(0);
      this.outcomes = life.outcomes();
      remits.add(standing);
    }

    void paid(LocalDate sent, LocalDate reply) {
      send(sent);
      if (correct(reply, reply, righted())) {
        says(reply.plusDays(1), WorklistStatus.PAID, SENT_NOTE, "");
      }
    }

    void paidInPart(LocalDate sent, LocalDate reply) {
      send(sent);
      if (correct(reply, reply, halfRighted())) {
        says(reply.plusDays(2), WorklistStatus.SENT, PART_NOTE, "");
      }
    }

    // The same once more, under another number.
    void refused(LocalDate sent, LocalDate reply) {
      send(sent);
      if (correct(reply, reply, outcomes)) {
        says(reply.plusDays(2), WorklistStatus.REFUSED, SENT_NOTE, "");
      }
    }

    void takenBack(LocalDate sent, LocalDate reply) {
      List<Outcome> before = outcomes;
      paid(sent, reply);
      LocalDate again = reply.plusWeeks(2);
      correct(again, again, before);
    }

    void reversedFirst(LocalDate sent, LocalDate reply) {
      send(sent);
      correct(reply, reply.plusWeeks(1), righted());
    }

    void send(LocalDate sent) {
      sentDate = sent;
      says(sent, WorklistStatus.SENT, SENT_NOTE, "");
    }

    void says(LocalDate day, WorklistStatus status, String note, String reason) {
      if (day.isAfter(last)) {
        return;
      }
      LocalDate sent = sentDate;
      LocalDate next = sent == null ? null : sent.plusDays(NEXT_STEP_DAYS);
      sayings.add(new Saying(day, status, sent, next, note, reason));
    }

    /** Takes the standing answer back and gives another; false where that is too late. */
    boolean correct(LocalDate reversed, LocalDate date, List<Outcome> others) {
      if (date.isAfter(last)) {
        return false;
      }
      answers++;
      SampleRemitClaim answer =
          RemitMaker.primary(life.submissions().get(0), others, answers, false, standing, date);
      remits.add(standing.reversed(reversed));
      remits.add(answer);
      back(reversed, allowed(outcomes).negate());
      back(date, allowed(others));
      standing = answer;
      outcomes = others;
      return true;
    }

    private void back(LocalDate date, BigDecimal amount) {
      if (sentDate != null) {
        recovered.merge(date, amount, BigDecimal::add);
      }
    }

    List<Outcome> righted() {
      return changed(WHOLE, null);
    }

    private List<Outcome> halfRighted() {
      return changed(HALF, Underpayments.UNEXPLAINED);
    }

    // So many percent of each shortfall is paid.
    private List<Outcome> changed(BigDecimal percent, @Nullable String cause) {
      List<Outcome> changed = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        Outcome outcome = outcomes.get(i);
        BigDecimal expected = life.prices().get(i).expected();
        if (expected != null && outcome.cause() != null) {
          BigDecimal more = Money.percent(expected.subtract(outcome.allowed()), percent);
          outcome = outcome.allowing(outcome.allowed().add(more), cause);
        }
        changed.add(outcome);
      }
      return changed;
    }

    ClaimLife told() {
      ClaimLife answered =
          remits.size() == 1
              ? life
              : life.answered(AnswerKind.REPROCESSED, remits, outcomes, List.of());
      recovered.values().removeIf(amount -> amount.signum() == 0);
      return sayings.isEmpty() ? answered : answered.disputed(dispute());
    }

    private Dispute dispute() {
      String cause = life.outcomes().get(largest(life)).cause();
      return new Dispute(CauseWords.of(cause, life.visit(), cast), sayings, recovered);
    }
  }
}
