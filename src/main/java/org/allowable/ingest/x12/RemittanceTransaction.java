package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An 835: one payment or notice, its claims and its provider adjustments. */
final class RemittanceTransaction implements Transaction {

  private static final int LAST_ADJUSTMENT_ELEMENT = 14;
  private static final int REASON_LENGTH = 2;

  private final Provenance provenance;
  private final String paymentId;
  private final RowSink rows;
  private final Totals totals = new Totals();
  private final PaymentHeader header;
  private @Nullable TableRow shared;
  private @Nullable RemitClaim claim;
  private int claims;
  private int providerAdjustments;
  private boolean isInSummary;
  private boolean areClaimsInBalance = true;
  private boolean isInBalance;

  /**
   * Begins a transaction.
   *
   * @param paymentId its identity, or the empty string in the reading that finds it out
   */
  RemittanceTransaction(Provenance provenance, String paymentId, RowSink rows) {
    this.provenance = provenance;
    this.paymentId = paymentId;
    this.rows = rows;
    this.header = new PaymentHeader(provenance.version(), provenance.madeDate());
  }

  @Override
  public void accept(Segment segment) throws IOException {
    switch (segment.tag()) {
      case "LX", "TS2", "TS3" -> finishClaim();
      case "CLP" -> beginClaim(segment);
      case "PLB" -> providerAdjustments(segment);
      case "BPR" -> beginPayment(segment);
      case "RAS" ->
          throw new QuarantineException(
              FaultKind.GUIDE,
              segment.index(),
              "RAS holds adjustments of implementation guide 008020X322, which is not supported"
                  + " (supported are "
                  + TransactionKind.SUPPORTED
                  + ")");
      default -> content(segment);
    }
  }

  @Override
  public void end(int segmentIndex) throws IOException {
    finishClaim();
    header.settleDate(segmentIndex);
    TableRow payment = header.payment(segmentIndex);
    isInBalance = isInBalance(segmentIndex);
    totals
        .count("payment_count", 1)
        .count("remit_claim_count", claims)
        .sum("payment_total", header.amount(segmentIndex));
    payment
        .set("payment_id", paymentId)
        .set("claim_count", claims)
        .set("service_line_count", totals.count("service_line_count"))
        .set("claim_charge_total", totals.sum("claim_charge_total"))
        .set("claim_paid_total", totals.sum("claim_paid_total"))
        .set("line_paid_total", totals.sum("line_paid_total"))
        .set("provider_adjustment_total", totals.sum("provider_adjustment_total"))
        .set("is_in_balance", isInBalance)
        .set("payment_month", header.month());
    rows.write(provenance.fill(payment, provenance.segmentIndex()));
  }

  @Override
  public Totals totals() {
    return totals;
  }

  @Override
  public boolean isInBalance() {
    return isInBalance && areClaimsInBalance;
  }

  @Override
  public List<Fault> warnings() {
    return header.warnings();
  }

  @Override
  public String identity(String contentHash) {
    return header.identity(contentHash);
  }

  private boolean isInBalance(int segmentIndex) {
    BigDecimal due =
        totals.sum("claim_paid_total").subtract(totals.sum("provider_adjustment_total"));
    return due.compareTo(header.amount(segmentIndex)) == 0;
  }

  // The end of one payment and the head of the next were lost together.
  private void beginPayment(Segment bpr) {
    if (header.isBegun()) {
      throw new QuarantineException(
          FaultKind.CUT_OFF,
          bpr.index(),
          "a second payment (BPR) begins before the transaction has ended (SE)");
    }
    content(bpr);
  }

  private void beginClaim(Segment clp) throws IOException {
    finishClaim();
    header.settleDate(clp.index());
    if (isInSummary) {
      throw new QuarantineException(clp.index(), "a claim (CLP) stands after the PLB segments");
    }
    claims++;
    claim = new RemitClaim(clp, claims);
  }

  private void content(Segment segment) {
    if (claim != null) {
      claim.accept(segment);
    } else if (segment.tag().equals("SVC") || segment.tag().equals("CAS")) {
      throw new QuarantineException(segment.index(), segment.tag() + " stands before any claim");
    } else if (claims == 0) {
      header.accept(segment);
    }
  }

  private void finishClaim() throws IOException {
    RemitClaim finished = claim;
    if (finished == null) {
      return;
    }
    claim = null;
    areClaimsInBalance &= finished.areAmountsInBalance();
    totals
        .count("remit_line_count", finished.writeTo(rows, shared()))
        .count("service_line_count", finished.serviceCount())
        .sum("claim_charge_total", finished.charge())
        .sum("claim_paid_total", finished.paid())
        .sum("line_paid_total", finished.servicesPaid());
  }

  private TableRow shared() {
    TableRow made = shared;
    if (made == null) {
      made = provenance.fill(new TableRow(REMIT_LINE), provenance.segmentIndex());
      header.fillClaim(made.set("payment_id", paymentId));
      shared = made;
    }
    return made;
  }

  private void providerAdjustments(Segment plb) throws IOException {
    finishClaim();
    header.settleDate(plb.index());
    isInSummary = true;
    if (plb.size() > LAST_ADJUSTMENT_ELEMENT) {
      throw plb.fault(LAST_ADJUSTMENT_ELEMENT + 1, "stands after the six pairs a PLB may hold");
    }
    LocalDate fiscalPeriod = plb.date(2);
    for (int i = 3; i <= plb.size(); i += 2) {
      if (plb.text(i) != null || plb.text(i + 1) != null) {
        providerAdjustment(plb, i, fiscalPeriod);
      }
    }
  }

  private void providerAdjustment(Segment plb, int element, @Nullable LocalDate fiscalPeriod)
      throws IOException {
    BigDecimal amount = plb.requiredAmount(element + 1);
    String code = plb.component(element, 1);
    if (code == null || code.length() != REASON_LENGTH) {
      throw plb.fault(element, "does not begin with a reason of two characters");
    }
    providerAdjustments++;
    totals.sum("provider_adjustment_total", amount);
    TableRow row =
        new TableRow(PROVIDER_ADJUSTMENT)
            .set("payment_id", paymentId)
            .set("ordinal", providerAdjustments)
            .set("provider_npi", plb.text(1))
            .set("fiscal_period_date", fiscalPeriod)
            .set("adjustment_code", code)
            .set("reference_id", plb.component(element, 2))
            .set("amount", amount)
            .set("payment_month", header.month());
    rows.write(provenance.fill(row, plb.index()));
  }
}
