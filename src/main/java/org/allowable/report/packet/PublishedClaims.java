package org.allowable.report.packet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.allowable.worklist.PacketSending;
import org.allowable.worklist.WorklistRow;

/** The claims of a run's packets, as its tables have them. */
public final class PublishedClaims {

  private static final Path TABLE = Path.of("tables", "mart_packet_claim.csv");

  private PublishedClaims() {}

  /**
   * Those of all packets of a run.
   *
   * @param run its folder
   * @param payer whom the packets are for, by the practice's name
   * @param sentDate when they went
   */
  public static PacketSending of(Path run, String payer, LocalDate sentDate) throws IOException {
    return new PacketSending(
        NamedPackets.rows(run.resolve(TABLE)).stream()
            .map(
                row ->
                    new PacketSending.SentClaim(
                        new WorklistRow(
                            NamedPackets.text(row, "billing_npi"),
                            NamedPackets.text(row, "worklist_claim_key"),
                            payer),
                        NamedPackets.text(row, "claim_id"),
                        NamedPackets.text(row, "packet_cause"),
                        new BigDecimal(NamedPackets.text(row, "disputed_amount"))))
            .toList(),
        sentDate);
  }
}
