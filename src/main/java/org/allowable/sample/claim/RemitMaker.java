package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allowable.config.Practice.PayerClass;
import org.allowable.sample.adjudication.Adjudicator;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/** Writes answers as remittances do: every amount between charge and payment is an adjustment. */
final class RemitMaker {

  private static final long CONTROL_BASE = 1_000_000_000L;

  private RemitMaker() {}

  /** The payer's number for its answer to a claim. */
  static String controlNumber(Visit visit, CastPayer payer, int answer) {
    return "" + (payer.index() + 1) + (CONTROL_BASE + visit.number()) + answer;
  }

  /**
   * A primary payer's remittance for a claim.
   *
   * @param answer counts the payer's answers to the claim
   * @param original the answer that this one replaces, or null
   */
  static SampleRemitClaim primary(
      SampleSubmission submission,
      List<Outcome> outcomes,
      int answer,
      boolean isForwarded,
      @Nullable SampleRemitClaim original,
      LocalDate date) {
    Visit visit = submission.visit();
    CastPayer payer = submission.payer();
    Denial whole = Adjudicator.wholeDenial(outcomes);
    boolean isClaimLevel = whole != null && whole.isClaimLevel();
    List<SampleRemitService> services = new ArrayList<>();
    List<Adjustment> claimLevel = new ArrayList<>();
    if (isClaimLevel) {
      claimLevel.add(adjustment(Objects.requireNonNull(whole), submission.charge()));
    } else {
      outcomes.forEach(outcome -> services.add(line(visit, payer, outcome, claimLevel)));
    }
    return new SampleRemitClaim(
        visit,
        payer,
        submission.claimId(),
        isClaimLevel ? "4" : isForwarded ? "19" : "1",
        controlNumber(visit, payer, answer),
        original == null ? null : original.controlNumber(),
        submission.frequencyCode(),
        submission.submittedDate().plusDays(2),
        date,
        submission.charge(),
        claimLevel,
        services);
  }

  /** The only answer to a claim that was paid once, with other outcomes. */
  static SampleRemitClaim again(ClaimLife life, List<Outcome> outcomes) {
    LocalDate date = life.remits().get(0).paymentDate();
    return primary(life.submissions().get(0), outcomes, 1, false, null, date);
  }

  private static SampleRemitService line(
      Visit visit, CastPayer payer, Outcome outcome, List<Adjustment> claimLevel) {
    Service service = outcome.service();
    Denial denial = outcome.denial();
    if (denial != null) {
      return new SampleRemitService(
          service,
          service.code(),
          service.modifiers(),
          false,
          true,
          service.charge(),
          Money.ZERO,
          null,
          List.of(adjustment(denial, service.charge())),
          denial.remarkCode() == null ? List.of() : List.of(denial.remarkCode()));
    }
    List<Adjustment> adjustments = new ArrayList<>();
    add(adjustments, contractual(payer), "45", service.charge().subtract(outcome.allowed()));
    add(adjustments, "CO", "253", outcome.withheld());
    // Beside the others of its group, as one segment holds them.
    add(adjustments, "CO", payer.isMedicare() ? "144" : "225", outcome.beside().negate());
    add(adjustments, "PR", "1", outcome.deductible());
    add(adjustments, "PR", "2", outcome.coinsurance());
    add(outcome.isCopaymentOfClaim() ? claimLevel : adjustments, "PR", "3", outcome.copayment());
    return coded(visit, payer, outcome, adjustments);
  }

  private static SampleRemitService coded(
      Visit visit, CastPayer payer, Outcome outcome, List<Adjustment> adjustments) {
    Service service = outcome.service();
    List<String> modifiers = service.modifiers();
    // Some Medicare contractors add 51 to what was billed; it changes nothing on a single line.
    boolean addsModifier =
        payer.isMedicare() && visit.number() % 40 == 0 && service.code().startsWith("6");
    if (addsModifier) {
      modifiers = new ArrayList<>(modifiers);
      modifiers.add("51");
    }
    String other = outcome.adjudicatedCode();
    return new SampleRemitService(
        service,
        other == null ? service.code() : other,
        modifiers,
        other != null || addsModifier,
        true,
        service.charge(),
        outcome.paid(),
        payer.reportsAllowed() ? outcome.allowed() : null,
        adjustments,
        payer.isMedicare() && outcome.beside().signum() > 0 ? List.of("N807") : List.of());
  }

  /** The secondary payer's remittance after the primary's: it pays what the patient was left. */
  static SampleRemitClaim secondary(
      SampleRemitClaim primary, CastPayer payer, List<SecondaryOutcome> outcomes, LocalDate date) {
    Visit visit = primary.visit();
    List<SampleRemitService> services = new ArrayList<>();
    for (SecondaryOutcome outcome : outcomes) {
      List<Adjustment> adjustments = new ArrayList<>();
      add(adjustments, "OA", "23", outcome.settledBefore());
      add(adjustments, "PR", "1", outcome.leftToPatient());
      Service service = outcome.service();
      services.add(
          new SampleRemitService(
              service,
              service.code(),
              service.modifiers(),
              false,
              true,
              service.charge(),
              outcome.paid(),
              null,
              adjustments,
              List.of()));
    }
    return new SampleRemitClaim(
        visit,
        payer,
        primary.claimId(),
        "2",
        controlNumber(visit, payer, 1),
        null,
        "1",
        date.minusDays(6),
        date,
        primary.charge(),
        List.of(),
        services);
  }

  private static Adjustment adjustment(Denial denial, BigDecimal charge) {
    return new Adjustment(denial.groupCode(), denial.reasonCode(), charge);
  }

  private static String contractual(CastPayer payer) {
    return payer.payerClass() == PayerClass.WORKERS_COMPENSATION ? "PI" : "CO";
  }

  private static void add(
      List<Adjustment> adjustments, String groupCode, String reasonCode, BigDecimal amount) {
    if (amount.signum() != 0) {
      adjustments.add(new Adjustment(groupCode, reasonCode, amount));
    }
  }
}
