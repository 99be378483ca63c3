package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One claim as submitted (CLM, loop 2300) with its lines, held until the next one begins. */
final class Submission {

  private final TableRow claim = new TableRow(CLAIM_LINE);
  private final Segment clm;
  private final BillingProvider billing;
  private final Diagnoses diagnoses = new Diagnoses();
  private final Providers providers = new Providers();
  private final List<PriorPayer> otherPayers = new ArrayList<>();
  private final List<SubmittedLine> lines = new ArrayList<>();

  /**
   * Begins a claim.
   *
   * @param submissionId its identity
   */
  Submission(Segment clm, String submissionId, BillingProvider billing) {
    this.clm = clm;
    this.billing = billing;
    claim
        .set("submission_id", submissionId)
        .set("claim_id", clm.required(1))
        .set("claim_charge_amount", clm.requiredAmount(2))
        .set("place_of_service_code", clm.component(5, 1))
        .set("claim_frequency_code", clm.component(5, 3));
  }

  /** Takes a segment of the claim's loops. */
  void accept(Segment segment) {
    if (segment.tag().equals("LX")) {
      lines.add(new SubmittedLine(segment));
    } else if (!lines.isEmpty()) {
      lines.get(lines.size() - 1).accept(segment);
    } else if (segment.tag().equals("SBR")) {
      otherPayers.add(PriorPayer.ofClaim());
    } else if (!otherPayers.isEmpty()) {
      otherPayers.get(otherPayers.size() - 1).accept(segment);
    } else {
      acceptForClaim(segment);
    }
  }

  /**
   * Writes the claim's rows.
   *
   * @param shared the columns that subscriber and transaction give to each
   * @return whether the lines' charges are the claim's
   */
  boolean writeTo(RowSink rows, TableRow shared, Totals totals) throws IOException {
    requireLines();
    BigDecimal charges = Adjustments.ZERO;
    for (SubmittedLine line : lines) {
      charges = charges.add(line.charge());
    }
    BigDecimal claimed = clm.requiredAmount(2);
    boolean isInBalance = charges.compareTo(claimed) == 0;
    claim.set("is_claim_in_balance", isInBalance);
    diagnoses.fill(claim);
    for (SubmittedLine line : lines) {
      rows.write(line.row(providers, billing, otherPayers).fillFrom(claim).fillFrom(shared));
    }
    totals
        .count("submitted_claim_count", 1)
        .count("submitted_line_count", lines.size())
        .sum("submitted_charge_total", charges);
    return isInBalance;
  }

  private void requireLines() {
    if (lines.isEmpty()) {
      throw new QuarantineException(clm.index(), "a claim (CLM) has no service line (LX)");
    }
    Set<Integer> numbers = new HashSet<>();
    for (SubmittedLine line : lines) {
      if (!numbers.add(line.number())) {
        throw line.lx().fault(1, "is the number of an earlier line of the same claim");
      }
    }
  }

  private void acceptForClaim(Segment segment) {
    switch (segment.tag()) {
      case "HI" -> diagnoses.accept(segment);
      case "REF" -> reference(segment);
      case "NM1", "N4" -> providers.accept(segment);
      case "SV1" ->
          throw new QuarantineException(
              segment.index(), "a service (SV1) stands outside a line (LX)");
      default -> {}
    }
  }

  private void reference(Segment ref) {
    switch (ref.required(1)) {
      case "F8" -> claim.set("original_payer_claim_number", ref.text(2));
      case "G1" -> claim.set("prior_authorization_number", ref.text(2));
      default -> {}
    }
  }
}
