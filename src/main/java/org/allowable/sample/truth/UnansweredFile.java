package org.allowable.sample.truth;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allowable.sample.claim.AnswerKind;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * The claims with lines that nobody has answered when the history ends, as {@code unanswered.csv}:
 * never answered, sent again since, or left to a later payer.
 */
final class UnansweredFile implements Closeable {

  private static final String LATER = "2";

  // 42 CFR 424.44; payers without a limit of their own have the same.
  private static final int FILING_MONTHS = 12;

  private final CsvFile claims;

  UnansweredFile(Path folder) throws IOException {
    claims =
        new CsvFile(
            folder.resolve("unanswered.csv"),
            "claim_id",
            "submission_id",
            "payer",
            "state",
            "service_date",
            "waiting_since_date",
            "filing_deadline_date",
            "line_count",
            "charge_amount",
            "is_partly_answered",
            "answers");
  }

  /** Writes what of a claim waits; of one that was taken back nothing does. */
  void write(ClaimLife life) {
    SampleSubmission current = life.current();
    if (current == null || life.isVoided()) {
      return;
    }
    if (isSentAgain(life, current)) {
      row(life, current, "SENT_AGAIN", current.services(), false);
    } else if (life.kind() != AnswerKind.ANSWERED_AT_CLAIM_LEVEL) {
      List<Service> silent =
          current.services().stream().filter(s -> life.outcome(s.number() - 1) == null).toList();
      row(life, current, "UNANSWERED", silent, silent.size() < current.services().size());
    }
    SampleSubmission later = toLaterPayer(life);
    if (later != null && life.secondary().isEmpty()) {
      row(life, later, "LATER_PAYER", later.services(), false);
    }
  }

  // Answered before, and nothing since it went again.
  private static boolean isSentAgain(ClaimLife life, SampleSubmission current) {
    return current.sequence() > 1
        && life.isAdjudicated()
        && life.remits().stream()
            .filter(remit -> !remit.statusCode().equals(LATER))
            .map(SampleRemitClaim::paymentDate)
            .noneMatch(date -> !date.isBefore(current.submittedDate()));
  }

  private static @Nullable SampleSubmission toLaterPayer(ClaimLife life) {
    return life.submissions().stream()
        .filter(submission -> submission.responsibilityCode().equals("S"))
        .findFirst()
        .orElse(null);
  }

  private void row(
      ClaimLife life,
      SampleSubmission submission,
      String state,
      List<Service> services,
      boolean isPartlyAnswered) {
    if (services.isEmpty()) {
      return;
    }
    BigDecimal charge = Money.ZERO;
    for (Service service : services) {
      charge = charge.add(service.charge());
    }
    LocalDate served = life.visit().date();
    claims.row(
        submission.claimId(),
        submission.submissionId(),
        submission.payer().name(),
        state,
        served,
        submission.submittedDate(),
        served.plusMonths(FILING_MONTHS),
        services.size(),
        charge,
        isPartlyAnswered,
        life.kind());
  }

  @Override
  public void close() throws IOException {
    claims.close();
  }
}
