package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.claim.ClaimLife.DenialEvent;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SeededRandom;

/**
 * Turns a few claims that were paid once and for all into what remittances hold rarely: answers
 * that decide nothing, denials that only the money tells, payments in two parts, answers without
 * service lines. What the claim's life states stays the truth.
 */
final class RareAnswers {

  private static final int RARE = 9;
  private static final int SHARE = 700;
  private static final int WEEK = 7;
  private static final BigDecimal SECOND_PART = BigDecimal.valueOf(30);
  private static final BigDecimal BESIDE = new BigDecimal("1.5");
  private static final Denial WRITTEN_OFF = new Denial("Non-covered", "CO", "45", "N130", false);
  private static final Denial BUNDLED = new Denial("Bundling", "CO", "45", "M15", false);
  private static final Denial INCIDENTAL = new Denial("Bundling", "CO", "45", "N19", false);
  private static final int UNNAMED_SHARE = 5000;
  private static final int NEW_NUMBER_SHARE = 5000;

  private final long seed;
  private final LocalDate last;

  /**
   * A planter.
   *
   * @param last the last day of the history
   */
  RareAnswers(long seed, LocalDate last) {
    this.seed = seed;
    this.last = last;
  }

  /** The life with rare answers, or as it was. */
  ClaimLife in(ClaimLife life) {
    SeededRandom random = new SeededRandom(seed, life.visit().number(), RARE);
    boolean isPicked = random.chance(SHARE);
    if (!life.isPaidOnce()) {
      return life;
    }
    if (life.outcomes().stream().anyMatch(outcome -> outcome.adjudicatedCode() != null)) {
      return random.chance(UNNAMED_SHARE) ? unnamed(life, life.remits().get(0)) : life;
    }
    if (!isPicked) {
      return life;
    }
    AnswerKind kind =
        AnswerKind.OF_CLAIMS_PAID_ONCE.get(random.below(AnswerKind.OF_CLAIMS_PAID_ONCE.size()));
    SampleRemitClaim paid = life.remits().get(0);
    return switch (kind) {
      case DENIED_OVER_PAID_LINES -> deniedOverPaidLines(life, paid);
      case DENIED_OVER_SILENT_LINES -> deniedOverSilentLines(life, paid);
      case DENIED_BY_STATUS -> writtenOff(life, paid, kind, "4", WRITTEN_OFF);
      case DENIED_BY_REMARK ->
          writtenOff(life, paid, kind, "1", random.chance(5000) ? BUNDLED : INCIDENTAL);
      case ADDITIONAL_PAYMENT -> inTwoParts(life, paid);
      case CORRECTED_UNDER_REVERSAL_STATUS -> corrected(life, paid);
      case PAID_BESIDE_ALLOWED -> paidBeside(life, paid);
      case ANSWERED_AT_CLAIM_LEVEL -> atClaimLevel(life, paid);
      case REPLACED_UNDER_NEW_NUMBER -> replaced(life, paid, kind, true);
      case REPLACED_UNANSWERED -> replaced(life, paid, kind, random.chance(NEW_NUMBER_SHARE));
      default -> undecided(life, paid, kind, random);
    };
  }

  private ClaimLife undecided(
      ClaimLife life, SampleRemitClaim paid, AnswerKind kind, SeededRandom random) {
    LocalDate date =
        kind.isAlone()
            ? paid.paymentDate()
            : paid.paymentDate().plusDays(kind.isBefore() ? -WEEK : 2L * WEEK);
    if (date.isAfter(last) || date.isBefore(paid.receivedDate())) {
      return life;
    }
    SampleRemitClaim answer = undecided(paid, kind, random.chance(5000), date);
    if (kind.isAlone()) {
      return life.answered(kind, List.of(answer), List.of(), List.of());
    }
    List<SampleRemitClaim> both = kind.isBefore() ? List.of(answer, paid) : List.of(paid, answer);
    return life.answered(kind, both, life.outcomes(), List.of());
  }

  // Half of them say so by the claim's status, half by the reason alone.
  private static SampleRemitClaim undecided(
      SampleRemitClaim paid, AnswerKind kind, boolean isSaidByStatus, LocalDate date) {
    String name = kind.name().substring(0, kind.name().indexOf('_'));
    return switch (name) {
      case "DUPLICATE" ->
          nothing(paid, isSaidByStatus ? "4" : "1", isSaidByStatus ? "OA" : "CO", "18", date);
      case "PENDED" -> nothing(paid, "1", isSaidByStatus ? "OA" : "CO", "133", date);
      case "FORWARDED" -> nothing(paid, isSaidByStatus ? "23" : "1", "OA", "B11", date);
      case "PREDETERMINED" -> nothing(paid, isSaidByStatus ? "25" : "1", "OA", "101", date);
      default -> throw new IllegalStateException(name);
    };
  }

  private static SampleRemitClaim nothing(
      SampleRemitClaim paid,
      String statusCode,
      String groupCode,
      String reasonCode,
      LocalDate date) {
    List<SampleRemitService> services = new ArrayList<>();
    for (SampleRemitService service : paid.services()) {
      services.add(
          service
              .asBilled()
              .answered(
                  Money.ZERO,
                  null,
                  List.of(new Adjustment(groupCode, reasonCode, service.charge())),
                  List.of()));
    }
    return paid.answered(statusCode, 2, date, List.of(), services);
  }

  private static ClaimLife writtenOff(
      ClaimLife life, SampleRemitClaim paid, AnswerKind kind, String statusCode, Denial denial) {
    List<SampleRemitService> services = new ArrayList<>();
    for (SampleRemitService service : paid.services()) {
      services.add(
          service
              .asBilled()
              .answered(
                  Money.ZERO,
                  null,
                  List.of(
                      new Adjustment(denial.groupCode(), denial.reasonCode(), service.charge())),
                  denial.remarkCode() == null ? List.of() : List.of(denial.remarkCode())));
    }
    return denied(
        life, kind, denial, paid.answered(statusCode, 1, paid.paymentDate(), List.of(), services));
  }

  private static ClaimLife deniedOverPaidLines(ClaimLife life, SampleRemitClaim paid) {
    List<SampleRemitService> services = new ArrayList<>();
    BigDecimal taken = Money.ZERO;
    for (int i = 0; i < paid.services().size(); i++) {
      SampleRemitService service = paid.services().get(i);
      BigDecimal allowed = life.outcomes().get(i).allowed();
      taken = taken.add(allowed);
      services.add(
          service.answered(allowed, null, writeOff(service.charge().subtract(allowed)), List.of()));
    }
    Denial denial = Denial.NO_AUTHORIZATION;
    List<Adjustment> whole =
        List.of(new Adjustment(denial.groupCode(), denial.reasonCode(), taken));
    return denied(
        life,
        AnswerKind.DENIED_OVER_PAID_LINES,
        denial,
        paid.answered("1", 1, paid.paymentDate(), whole, services));
  }

  private static ClaimLife deniedOverSilentLines(ClaimLife life, SampleRemitClaim paid) {
    Denial denial = Denial.NO_AUTHORIZATION;
    List<SampleRemitService> services = new ArrayList<>();
    for (SampleRemitService service : paid.services()) {
      services.add(service.asBilled().answered(Money.ZERO, null, List.of(), List.of()));
    }
    List<Adjustment> whole =
        List.of(new Adjustment(denial.groupCode(), denial.reasonCode(), paid.charge()));
    return denied(
        life,
        AnswerKind.DENIED_OVER_SILENT_LINES,
        denial,
        paid.answered("4", 1, paid.paymentDate(), whole, services));
  }

  private static ClaimLife denied(
      ClaimLife life, AnswerKind kind, Denial denial, SampleRemitClaim answer) {
    return life.answered(
        kind,
        List.of(answer),
        outcomes(life, denial),
        events(life, denial, answer.paymentDate(), true));
  }

  private static List<Outcome> outcomes(ClaimLife life, Denial denial) {
    return life.outcomes().stream()
        .map(outcome -> Outcome.denied(outcome.service(), denial))
        .toList();
  }

  private static List<DenialEvent> events(
      ClaimLife life, Denial denial, LocalDate date, boolean isStanding) {
    String submission = life.submissions().get(0).submissionId();
    return outcomes(life, denial).stream()
        .map(outcome -> new DenialEvent(outcome, denial, submission, date, 1, isStanding))
        .toList();
  }

  // The first answer denies; the claim goes again within a week.
  private ClaimLife replaced(
      ClaimLife life, SampleRemitClaim paid, AnswerKind kind, boolean hasNewNumber) {
    SampleSubmission first = life.submissions().get(0);
    Denial denial = Denial.INFORMATION_MISSING;
    SampleRemitClaim denied =
        RemitMaker.primary(first, outcomes(life, denial), 1, false, null, paid.paymentDate());
    SampleSubmission second =
        new SampleSubmission(
            life.visit(),
            first.claimId() + (hasNewNumber ? "R" : ""),
            2,
            "7",
            denied.controlNumber(),
            "P",
            first.payer(),
            paid.paymentDate().plusDays(WEEK - 1L),
            null,
            life.visit().services(),
            null);
    LocalDate date = paid.paymentDate().plusDays(3L * WEEK);
    boolean isAnswered = kind == AnswerKind.REPLACED_UNDER_NEW_NUMBER;
    if (date.isAfter(last) || second.submittedDate().isAfter(last)) {
      return life;
    }
    List<SampleSubmission> both = List.of(first, second);
    if (!isAnswered) {
      List<DenialEvent> events = events(life, denial, denied.paymentDate(), true);
      return life.sent(kind, both, List.of(denied), outcomes(life, denial), events);
    }
    SampleRemitClaim answer = RemitMaker.primary(second, life.outcomes(), 2, false, denied, date);
    List<DenialEvent> events = events(life, denial, denied.paymentDate(), false);
    return life.sent(kind, both, List.of(denied, answer), life.outcomes(), events);
  }

  // By its charge alone it can be known, so only where no other line has that charge or code.
  private static ClaimLife unnamed(ClaimLife life, SampleRemitClaim paid) {
    List<SampleRemitService> services = new ArrayList<>();
    for (SampleRemitService service : paid.services()) {
      boolean isRecoded = !service.code().equals(service.service().code());
      boolean isAlone =
          paid.services().stream()
              .allMatch(
                  other ->
                      other.service().number() == service.service().number()
                          || (other.charge().compareTo(service.charge()) != 0
                              && !other.service().code().equals(service.code())));
      if (isRecoded && !isAlone) {
        return life;
      }
      services.add(isRecoded ? service.unnamed() : service);
    }
    SampleRemitClaim answer =
        paid.answered(paid.statusCode(), 1, paid.paymentDate(), paid.adjustments(), services);
    return life.answered(AnswerKind.RECODED_UNNAMED, List.of(answer), life.outcomes(), List.of());
  }

  private ClaimLife inTwoParts(ClaimLife life, SampleRemitClaim paid) {
    LocalDate date = paid.paymentDate().plusDays(2L * WEEK);
    List<SampleRemitService> rest = new ArrayList<>();
    for (SampleRemitService service : paid.services()) {
      BigDecimal part = Money.percent(service.paid(), SECOND_PART);
      if (part.signum() == 0) {
        return life;
      }
      rest.add(
          service.answered(
              part,
              service.reportedAllowed() == null ? null : part,
              writeOff(service.charge().subtract(part)),
              List.of()));
    }
    SampleRemitClaim second = paid.answered("1", 1, date, List.of(), rest);
    return date.isAfter(last)
        ? life
        : life.answered(
            AnswerKind.ADDITIONAL_PAYMENT,
            List.of(lesser(paid), second),
            life.outcomes(),
            List.of());
  }

  private ClaimLife corrected(ClaimLife life, SampleRemitClaim paid) {
    LocalDate date = paid.paymentDate().plusDays(2L * WEEK);
    SampleRemitClaim first = lesser(paid);
    SampleRemitClaim second = paid.answered("22", 2, date, paid.adjustments(), paid.services());
    return date.isAfter(last)
        ? life
        : life.answered(
            AnswerKind.CORRECTED_UNDER_REVERSAL_STATUS,
            List.of(first, first.reversed(date), second),
            life.outcomes(),
            List.of());
  }

  // The claim paid without its second part, which is written off at first.
  private static SampleRemitClaim lesser(SampleRemitClaim paid) {
    List<SampleRemitService> services = new ArrayList<>();
    for (SampleRemitService service : paid.services()) {
      BigDecimal part = Money.percent(service.paid(), SECOND_PART);
      BigDecimal allowed = service.reportedAllowed();
      List<Adjustment> adjustments = new ArrayList<>(service.adjustments());
      boolean hasWriteOff = !adjustments.isEmpty() && adjustments.get(0).reasonCode().equals("45");
      BigDecimal before = hasWriteOff ? adjustments.remove(0).amount() : Money.ZERO;
      adjustments.add(0, new Adjustment("CO", "45", before.add(part)));
      services.add(
          service.answered(
              service.paid().subtract(part),
              allowed == null ? null : allowed.subtract(part),
              adjustments,
              service.remarkCodes()));
    }
    return paid.answered(paid.statusCode(), 1, paid.paymentDate(), paid.adjustments(), services);
  }

  private static ClaimLife paidBeside(ClaimLife life, SampleRemitClaim paid) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Outcome outcome : life.outcomes()) {
      outcomes.add(outcome.withBeside(Money.percent(outcome.paid(), BESIDE)));
    }
    SampleRemitClaim answer =
        RemitMaker.primary(life.submissions().get(0), outcomes, 1, false, null, paid.paymentDate());
    return life.answered(AnswerKind.PAID_BESIDE_ALLOWED, List.of(answer), outcomes, List.of());
  }

  private static ClaimLife atClaimLevel(ClaimLife life, SampleRemitClaim paid) {
    if (paid.services().size() == 1) {
      return life;
    }
    Map<String, Adjustment> sums = new LinkedHashMap<>();
    List<Adjustment> all = new ArrayList<>(paid.adjustments());
    paid.services().forEach(service -> all.addAll(service.adjustments()));
    for (Adjustment one : all) {
      sums.merge(
          one.groupCode() + one.reasonCode(),
          one,
          (a, b) -> new Adjustment(a.groupCode(), a.reasonCode(), a.amount().add(b.amount())));
    }
    SampleRemitClaim whole =
        paid.answered("1", 1, paid.paymentDate(), List.copyOf(sums.values()), List.of());
    return life.answered(AnswerKind.ANSWERED_AT_CLAIM_LEVEL, List.of(whole), List.of(), List.of());
  }

  private static List<Adjustment> writeOff(BigDecimal amount) {
    return amount.signum() == 0 ? List.of() : List.of(new Adjustment("CO", "45", amount));
  }
}
