package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An 837 professional: billing providers, their subscribers and patients, their claims. */
final class ClaimTransaction implements Transaction {

  private enum Level {
    HEADER,
    BILLING,
    SUBSCRIBER,
    PATIENT
  }

  private final Provenance provenance;
  private final String transactionId;
  private final PatientKey key;
  private final RowSink rows;
  private final Totals totals = new Totals();
  private Level level = Level.HEADER;
  private @Nullable String billingLevelId;
  private @Nullable String subscriberLevelId;
  private @Nullable LocalDate submittedDate;
  private BillingProvider billing = new BillingProvider();
  private TableRow coverage = new TableRow(CLAIM_LINE);
  private Person subscriber = new Person();
  private Person patient = subscriber;
  private @Nullable Submission claim;
  private int claims;
  private boolean isBegun;
  private boolean areClaimsInBalance = true;

  /**
   * Begins a transaction.
   *
   * @param transactionId its identity, or the empty string in the reading that finds it out
   */
  ClaimTransaction(Provenance provenance, String transactionId, PatientKey key, RowSink rows) {
    this.provenance = provenance;
    this.transactionId = transactionId;
    this.key = key;
    this.rows = rows;
  }

  @Override
  public void accept(Segment segment) throws IOException {
    switch (segment.tag()) {
      case "HL" -> beginLevel(segment);
      case "CLM" -> beginClaim(segment);
      case "BHT" -> beginBatch(segment);
      default -> content(segment);
    }
  }

  @Override
  public void end(int segmentIndex) throws IOException {
    finishClaim();
  }

  @Override
  public Totals totals() {
    return totals;
  }

  @Override
  public boolean isInBalance() {
    return areClaimsInBalance;
  }

  @Override
  public List<Fault> warnings() {
    return List.of();
  }

  @Override
  public String identity(String contentHash) {
    return contentHash;
  }

  private void beginLevel(Segment hl) throws IOException {
    finishClaim();
    switch (hl.required(3)) {
      case "20" -> beginBilling(hl);
      case "22" -> beginSubscriber(hl);
      case "23" -> beginPatient(hl);
      default -> throw hl.fault(3, "is not a level of a professional claim: expected 20, 22 or 23");
    }
  }

  private void beginBilling(Segment hl) {
    level = Level.BILLING;
    billing = new BillingProvider();
    billingLevelId = hl.required(1);
    subscriberLevelId = null;
  }

  private void beginSubscriber(Segment hl) {
    requireParent(hl, billingLevelId, "billing provider (20)");
    level = Level.SUBSCRIBER;
    subscriberLevelId = hl.required(1);
    coverage = new TableRow(CLAIM_LINE);
    subscriber = new Person();
    patient = subscriber;
  }

  private void beginPatient(Segment hl) {
    requireParent(hl, subscriberLevelId, "subscriber (22)");
    level = Level.PATIENT;
    patient = new Person();
  }

  // A level that hangs on another parent would give the claim another provider or subscriber.
  private static void requireParent(Segment hl, @Nullable String parent, String what) {
    if (parent == null || !hl.is(2, parent)) {
      throw hl.fault(2, "is not the level of the " + what + " that stands before it");
    }
  }

  private void beginClaim(Segment clm) throws IOException {
    finishClaim();
    if (level != Level.SUBSCRIBER && level != Level.PATIENT) {
      throw new QuarantineException(
          clm.index(), "a claim (CLM) stands outside a subscriber or patient level (HL)");
    }
    claims++;
    String id = Hashes.identity(transactionId, Integer.toString(claims));
    claim = new Submission(clm, id, billing);
  }

  private void finishClaim() throws IOException {
    Submission finished = claim;
    if (finished == null) {
      return;
    }
    claim = null;
    TableRow shared =
        provenance
            .fill(new TableRow(CLAIM_LINE), provenance.segmentIndex())
            .set("submitted_date", submittedDate)
            .set("patient_key", patient.pseudonym(key))
            .fillFrom(coverage);
    areClaimsInBalance &= finished.writeTo(rows, shared, totals);
  }

  private void content(Segment segment) {
    if (claim != null) {
      claim.accept(segment);
      return;
    }
    switch (level) {
      case HEADER -> {}
      case BILLING -> billing(segment);
      case SUBSCRIBER -> subscriber(segment);
      case PATIENT -> patient.accept(segment);
    }
  }

  // The end of one batch and the head of the next were lost together.
  private void beginBatch(Segment bht) {
    if (isBegun) {
      throw new QuarantineException(
          FaultKind.CUT_OFF,
          bht.index(),
          "a second batch (BHT) begins before the transaction has ended (SE)");
    }
    isBegun = true;
    submittedDate = bht.date(4);
  }

  private void billing(Segment segment) {
    if (segment.tag().equals("CUR")) {
      PaymentHeader.requireDollars(segment);
    }
    billing.accept(segment);
  }

  private void subscriber(Segment segment) {
    switch (segment.tag()) {
      case "SBR" ->
          coverage
              .set("payer_responsibility_code", segment.text(1))
              .set("claim_filing_indicator_code", segment.text(9));
      case "NM1" -> {
        if (segment.is(1, "IL")) {
          subscriber.accept(segment);
        } else if (segment.is(1, "PR")) {
          coverage.set("payer_name", segment.text(3)).set("payer_id", segment.text(9));
        }
      }
      case "DMG" -> subscriber.accept(segment);
      default -> {}
    }
  }
}
