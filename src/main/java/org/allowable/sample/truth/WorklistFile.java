package org.allowable.sample.truth;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.Dispute;
import org.allowable.sample.claim.Dispute.Saying;

/**
 * What people of the practice said last of the claims in their worklist, as {@code worklist.csv},
 * and what came back after these were sent, as {@code recovered.csv}: a row for a claim and day of
 * payment.
 */
final class WorklistFile implements Closeable {

  private final CsvFile claims;
  private final CsvFile recovered;

  WorklistFile(Path folder) throws IOException {
    claims =
        new CsvFile(
            folder.resolve("worklist.csv"),
            "claim_id",
            "payer",
            "cause",
            "worklist_status",
            "sent_date",
            "not_valid_reason");
    recovered =
        new CsvFile(
            folder.resolve("recovered.csv"),
            "claim_id",
            "payer",
            "cause",
            "payment_date",
            "recovered_amount");
  }

  /** Writes what was said of a claim, if anything. */
  void write(ClaimLife life) {
    Dispute dispute = life.dispute();
    if (dispute == null) {
      return;
    }
    String claimId = life.claimId();
    String payer = life.visit().patient().payer().name();
    Saying last = dispute.last();
    claims.row(claimId, payer, dispute.cause(), last.status(), last.sentDate(), last.reason());
    dispute
        .recovered()
        .forEach((date, amount) -> recovered.row(claimId, payer, dispute.cause(), date, amount));
  }

  @Override
  public void close() throws IOException {
    claims.close();
    recovered.close();
  }
}
