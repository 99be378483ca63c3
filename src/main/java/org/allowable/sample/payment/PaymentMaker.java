package org.allowable.sample.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.allowable.config.Practice.PayerClass;
import org.allowable.sample.claim.Recovery;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.payment.Payment.AdjustmentPurpose;
import org.allowable.sample.payment.Payment.ProviderAdjustment;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SeededRandom;

/**
 * Puts the claims that a payer answers on a day into payments, and keeps the payer's account with
 * the practice: what it takes back later, and what it could not take for lack of payment.
 */
public final class PaymentMaker {

  private static final int PAYMENT = 5;
  private static final int CLAIMS_PER_PAYMENT = 300;
  private static final int APART_IF_UNPAID = 2500;
  private static final int TAKEN_LATER = 1500;
  private static final int INTEREST = 800;

  private record Debt(LocalDate due, String reference, BigDecimal amount, String claimId) {}

  private static final class Account {
    private final Deque<Debt> debts = new ArrayDeque<>();
    private final List<Recovery> recoveries = new ArrayList<>();
    private BigDecimal forwarded = Money.ZERO;
  }

  private final long seed;
  private final Map<Integer, Account> accounts = new HashMap<>();

  /** Accounts that are empty. */
  public PaymentMaker(long seed) {
    this.seed = seed;
  }

  /** Has a payer take money back from a day on. */
  public void recover(Recovery recovery) {
    account(recovery.payer()).recoveries.add(recovery);
  }

  private Account account(CastPayer payer) {
    return accounts.computeIfAbsent(payer.index(), key -> new Account());
  }

  /**
   * Makes the payments of a payer on a day.
   *
   * @param date a payday of the payer
   * @param claims in order; used up one after the other, so that memory holds one payment
   */
  public void pay(
      CastPayer payer, LocalDate date, Iterable<SampleRemitClaim> claims, Consumer<Payment> to) {
    SeededRandom random = new SeededRandom(seed, date.toEpochDay() * 1000 + payer.index(), PAYMENT);
    boolean sendsUnpaidApart = random.chance(APART_IF_UNPAID);
    List<SampleRemitClaim> paid = new ArrayList<>();
    List<SampleRemitClaim> unpaid = new ArrayList<>();
    int sequence = 0;
    for (SampleRemitClaim claim : claims) {
      boolean isApart = sendsUnpaidApart && claim.paid().signum() <= 0;
      List<SampleRemitClaim> group = isApart ? unpaid : paid;
      group.add(claim);
      if (group.size() == CLAIMS_PER_PAYMENT) {
        to.accept(payment(payer, date, ++sequence, group, random));
        group.clear();
      }
    }
    for (List<SampleRemitClaim> group : List.of(paid, unpaid)) {
      if (!group.isEmpty()) {
        to.accept(payment(payer, date, ++sequence, group, random));
      }
    }
  }

  private Payment payment(
      CastPayer payer,
      LocalDate date,
      int sequence,
      List<SampleRemitClaim> group,
      SeededRandom random) {
    Account account = account(payer);
    List<SampleRemitClaim> claims = List.copyOf(group);
    List<ProviderAdjustment> adjustments = new ArrayList<>();
    BigDecimal rest = Money.ZERO;
    for (SampleRemitClaim claim : claims) {
      rest = rest.add(claim.paid());
      if (claim.isReversal() && claim.paid().signum() < 0 && random.chance(TAKEN_LATER)) {
        String reference = claim.claimId() + " " + claim.controlNumber();
        adjustments.add(
            new ProviderAdjustment(
                "WO", reference, claim.paid(), AdjustmentPurpose.ANNOUNCED, claim.claimId()));
        account.debts.add(
            new Debt(date.plusWeeks(3), reference, claim.paid().negate(), claim.claimId()));
        rest = rest.subtract(claim.paid());
      }
    }
    if (rest.signum() > 0) {
      rest = rest.subtract(settle(account, date, rest, adjustments));
      interest(payer, random, adjustments);
      recover(account, date, rest, adjustments);
    } else if (rest.signum() < 0) {
      adjustments.add(carried(date, rest));
      account.forwarded = account.forwarded.subtract(rest);
    }
    return new Payment(payer, date, sequence, claims, adjustments);
  }

  // Takes what is due and forwarded, as far as the payment reaches.
  private static BigDecimal settle(
      Account account, LocalDate date, BigDecimal most, List<ProviderAdjustment> adjustments) {
    BigDecimal taken = Money.ZERO;
    Debt debt = account.debts.peek();
    while (debt != null
        && !debt.due().isAfter(date)
        && taken.add(debt.amount()).compareTo(most) <= 0) {
      adjustments.add(
          new ProviderAdjustment(
              "WO", debt.reference(), debt.amount(), AdjustmentPurpose.SETTLED, debt.claimId()));
      taken = taken.add(debt.amount());
      account.debts.remove();
      debt = account.debts.peek();
    }
    BigDecimal forwarded = Money.least(account.forwarded, most.subtract(taken));
    if (forwarded.signum() > 0) {
      adjustments.add(carried(date, forwarded));
      account.forwarded = account.forwarded.subtract(forwarded);
      taken = taken.add(forwarded);
    }
    return taken;
  }

  private static ProviderAdjustment carried(LocalDate date, BigDecimal amount) {
    return new ProviderAdjustment("FB", "FORWARD" + date, amount, AdjustmentPurpose.CARRIED, null);
  }

  // Takes each that is due and that the payment reaches; the others wait for the next.
  private static void recover(
      Account account, LocalDate date, BigDecimal most, List<ProviderAdjustment> adjustments) {
    BigDecimal left = most;
    Iterator<Recovery> waiting = account.recoveries.iterator();
    while (waiting.hasNext()) {
      Recovery recovery = waiting.next();
      if (recovery.due().isAfter(date) || recovery.amount().compareTo(left) > 0) {
        continue;
      }
      boolean isReturned = recovery.code().equals("72");
      adjustments.add(
          new ProviderAdjustment(
              isReturned ? "WO" : recovery.code(),
              recovery.reference(),
              recovery.amount(),
              AdjustmentPurpose.RECOVERED,
              recovery.claimId()));
      if (isReturned) {
        BigDecimal received = recovery.amount().negate();
        adjustments.add(
            new ProviderAdjustment(
                "72",
                recovery.reference(),
                received,
                AdjustmentPurpose.RETURNED,
                recovery.claimId()));
      } else {
        left = left.subtract(recovery.amount());
      }
      waiting.remove();
    }
  }

  private static void interest(
      CastPayer payer, SeededRandom random, List<ProviderAdjustment> adjustments) {
    boolean paysInterest =
        payer.payerClass() == PayerClass.COMMERCIAL
            || payer.payerClass() == PayerClass.WORKERS_COMPENSATION;
    if (paysInterest && random.chance(INTEREST)) {
      BigDecimal amount = Money.cents(50 + random.below(2_000)).negate();
      adjustments.add(
          new ProviderAdjustment("L6", "INTEREST", amount, AdjustmentPurpose.INTEREST, null));
    }
  }
}
