package org.allowable.sample.truth;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.config.Practice.PayerClass;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.ClaimLife.DenialEvent;
import org.allowable.sample.claim.SampleSubmission;
import org.jspecify.annotations.Nullable;

/**
 * One row per denied line, duplicates apart, with what became of it: OVERTURNED, REWORKED (paid
 * after its code or modifiers were changed), UPHELD, or UNANSWERED; whether that is written off or
 * still open depends on the payer's window. What a payer without a contract takes off the charge of
 * a line that it pays, below what is expected, is in no row, but counts where it follows a denial.
 */
final class DenialChainFile implements Closeable {

  private final CsvFile chains;

  DenialChainFile(Path folder) throws IOException {
    chains =
        new CsvFile(
            folder.resolve("denial_chain.csv"),
            "claim_id",
            "claim_line_number",
            "payer",
            "first_denial_date",
            "last_denial_date",
            "denial_count",
            "resubmitted_date",
            "outcome",
            "final_allowed_amount");
  }

  /** Writes the chains of a claim; a claim that was taken back has none. */
  void write(ClaimLife life) {
    SampleSubmission current = life.current();
    if (current == null || life.isVoided()) {
      return;
    }
    Map<Integer, List<DenialEvent>> lines = new TreeMap<>();
    for (DenialEvent event : life.denials()) {
      if (!event.denial().equals(Denial.DUPLICATE)) {
        lines
            .computeIfAbsent(event.outcome().service().number(), number -> new ArrayList<>())
            .add(event);
      }
    }
    lines.forEach((number, events) -> write(life, current, number, events));
  }

  private void write(
      ClaimLife life, SampleSubmission current, int number, List<DenialEvent> events) {
    DenialEvent last = events.get(events.size() - 1);
    Outcome outcome = life.outcomes().get(number - 1);
    chains.row(
        life.claimId(),
        number,
        life.visit().patient().payer().name(),
        events.get(0).date(),
        last.date(),
        events.size() + (isReduced(life, number, outcome) ? 1 : 0),
        resubmitted(current, last.date()),
        outcome(life, current, number, events),
        outcome.allowed());
  }

  // A payer without a contract says of every reduction of the charge that it is its own; to what is
  // expected it is none.
  private static boolean isReduced(ClaimLife life, int number, Outcome outcome) {
    BigDecimal expected = life.prices().get(number - 1).expected();
    return life.visit().patient().payer().payerClass() == PayerClass.WORKERS_COMPENSATION
        && !outcome.isDenied()
        && outcome.allowed().compareTo(outcome.service().charge()) < 0
        && expected != null
        && outcome.allowed().compareTo(expected) < 0;
  }

  private static @Nullable LocalDate resubmitted(SampleSubmission current, LocalDate lastDenial) {
    return current.submittedDate().isAfter(lastDenial) ? current.submittedDate() : null;
  }

  private static String outcome(
      ClaimLife life, SampleSubmission current, int number, List<DenialEvent> events) {
    Outcome outcome = life.outcomes().get(number - 1);
    if (outcome.isDenied()) {
      return events.size() > 1 ? "UPHELD" : "UNANSWERED";
    }
    if (outcome.allowed().signum() == 0) {
      return "UPHELD";
    }
    return isChanged(life, current, number, events.get(0)) ? "REWORKED" : "OVERTURNED";
  }

  private static boolean isChanged(
      ClaimLife life, SampleSubmission current, int number, DenialEvent first) {
    return life.submissions().stream()
        .filter(submission -> submission.submissionId().equals(first.submissionId()))
        .map(submission -> submission.services().get(number - 1))
        .anyMatch(
            service -> !service.modifiers().equals(current.services().get(number - 1).modifiers()));
  }

  @Override
  public void close() throws IOException {
    chains.close();
  }
}
