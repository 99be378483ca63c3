package org.allowable.sample.truth;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.config.Practice.Thresholds;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.claim.AnswerKind;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.payment.Payment.AdjustmentPurpose;
import org.allowable.sample.payment.Payment.ProviderAdjustment;
import org.allowable.sample.practice.Money;
import org.jspecify.annotations.Nullable;

/**
 * What payers paid too much and what they took back of it, as {@code credit_balance.csv}, when the
 * history ends: a row for a claim and kind of overpayment, for a claim of which a reversal is taken
 * later, and for what names no claim. Few claims have one, so they are kept until then.
 */
final class CreditBalanceFile {

  private record Key(String claimId, String payer, String kind, String reference) {}

  private static final class Balance {
    private final LocalDate seen;
    private BigDecimal amount = Money.ZERO;
    private BigDecimal taken = Money.ZERO;

    Balance(LocalDate seen) {
      this.seen = seen;
    }
  }

  private static final String NO_CLAIM = "";
  private static final String RECOUPED = "RECOUPED";
  private static final String CARRIED = "carried";

  private final Thresholds thresholds;
  private final Map<Key, Balance> balances =
      new TreeMap<>(
          Comparator.comparing(Key::claimId)
              .thenComparing(Key::payer)
              .thenComparing(Key::kind)
              .thenComparing(Key::reference));

  CreditBalanceFile(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Notes what a claim was paid too much. */
  void add(ClaimLife life) {
    if (life.isVoided() || life.current() == null) {
      return;
    }
    for (int i = 0; i < life.visit().services().size(); i++) {
      Outcome outcome = life.outcome(i);
      if (outcome == null || outcome.isDenied()) {
        continue;
      }
      BigDecimal expected = life.prices().get(i).expected();
      if (expected != null && isAbove(expected, outcome.allowed())) {
        SampleRemitClaim last = life.remits().get(life.remits().size() - 1);
        overpaid(life, "ABOVE_CONTRACT", last, outcome.allowed().subtract(expected));
      }
      if (life.kind() == AnswerKind.PAID_TWICE) {
        overpaid(life, "PAID_TWICE", life.remits().get(1), outcome.paid());
      } else if (life.kind() == AnswerKind.PAID_BY_TWO_PAYERS) {
        // The second payer owed the patient's share and paid all that was allowed.
        BigDecimal beyond = outcome.allowed().subtract(outcome.costShare());
        overpaid(life, "TWO_PAYERS", life.remits().get(1), beyond);
      }
    }
  }

  private boolean isAbove(BigDecimal expected, BigDecimal allowed) {
    BigDecimal above = allowed.subtract(expected);
    return above.compareTo(thresholds.underpaidAmount()) >= 0
        && above.compareTo(expected.multiply(thresholds.underpaidShare())) >= 0;
  }

  private void overpaid(ClaimLife life, String kind, SampleRemitClaim answer, BigDecimal amount) {
    Key key = new Key(life.claimId(), answer.payer().name(), kind, "");
    Balance balance = at(key, answer.paymentDate());
    balance.amount = balance.amount.add(amount);
  }

  private Balance at(Key key, LocalDate seen) {
    return balances.computeIfAbsent(key, k -> new Balance(seen));
  }

  /** Notes what a payment takes back, announces or carries on. */
  void add(Payment payment) {
    for (ProviderAdjustment adjustment : payment.providerAdjustments()) {
      String payer = payment.payer().name();
      String claimId = adjustment.claimId() == null ? NO_CLAIM : adjustment.claimId();
      BigDecimal amount = adjustment.amount();
      switch (adjustment.purpose()) {
        case ANNOUNCED, SETTLED -> {
          Balance balance = at(new Key(claimId, payer, RECOUPED, ""), payment.date());
          boolean isAnnounced = adjustment.purpose() == AdjustmentPurpose.ANNOUNCED;
          balance.amount = isAnnounced ? balance.amount.subtract(amount) : balance.amount;
          balance.taken = isAnnounced ? balance.taken : balance.taken.add(amount);
        }
        case CARRIED -> {
          Balance balance = at(new Key(NO_CLAIM, payer, RECOUPED, CARRIED), payment.date());
          balance.amount = balance.amount.subtract(amount);
        }
        case RECOVERED -> recovered(payer, claimId, adjustment, payment.date());
        case RETURNED, INTEREST -> {}
      }
    }
  }

  private void recovered(
      String payer, String claimId, ProviderAdjustment adjustment, LocalDate date) {
    if (claimId.equals(NO_CLAIM)) {
      Balance loose = at(new Key(NO_CLAIM, payer, RECOUPED, adjustment.reference()), date);
      loose.amount = loose.amount.add(adjustment.amount());
      return;
    }
    for (String kind : new String[] {"PAID_TWICE", "TWO_PAYERS"}) {
      @Nullable Balance balance = balances.get(new Key(claimId, payer, kind, ""));
      if (balance != null) {
        balance.taken = balance.taken.add(adjustment.amount());
      }
    }
  }

  /** Writes all that is known at the end. */
  void write(Path folder) throws IOException {
    try (CsvFile out =
        new CsvFile(
            folder.resolve("credit_balance.csv"),
            "claim_id",
            "payer",
            "kind",
            "reference",
            "seen_date",
            "overpayment_amount",
            "owed_back_amount",
            "being_taken_back_amount",
            "taken_back_amount",
            "not_tied_amount")) {
      balances.forEach((key, balance) -> row(out, key, balance));
    }
  }

  private static void row(CsvFile out, Key key, Balance balance) {
    if (balance.amount.signum() <= 0) {
      return;
    }
    BigDecimal left = balance.amount.subtract(balance.taken);
    boolean isLoose = key.claimId().equals(NO_CLAIM);
    boolean isAnnounced = key.kind().equals(RECOUPED) && !isLoose;
    out.row(
        key.claimId(),
        key.payer(),
        key.kind(),
        key.reference().equals(CARRIED) ? "" : key.reference(),
        balance.seen,
        balance.amount,
        isLoose || isAnnounced ? Money.ZERO : left,
        isAnnounced ? left : Money.ZERO,
        balance.taken,
        isLoose ? balance.amount : Money.ZERO);
  }
}
