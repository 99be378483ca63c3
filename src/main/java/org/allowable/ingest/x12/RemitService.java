package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.REMIT_LINE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a claim payment: a service line (SVC), or the claim's own row 0. */
final class RemitService {

  private final TableRow row = new TableRow(REMIT_LINE);
  private final int segmentIndex;
  private final BigDecimal charge;
  private final BigDecimal paid;
  private final Adjustments adjustments;
  private final List<String> remarks = new ArrayList<>();
  private @Nullable LocalDate day;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  /** A service line, begun by its SVC segment. */
  RemitService(Segment svc) {
    this(svc.index(), svc.requiredAmount(2), svc.requiredAmount(3), new Adjustments("LINE"));
    Procedure.fillQualifier(row, svc, 1);
    Procedure.fill(row, svc, 1, Procedure.OWN);
    Procedure.fill(row, svc, 6, Procedure.SUBMITTED);
    row.set("revenue_code", svc.text(4))
        .set("paid_unit_quantity", svc.quantity(5))
        .set("submitted_unit_quantity", svc.quantity(7));
  }

  /** The claim's own row. */
  RemitService(int segmentIndex, BigDecimal charge, BigDecimal paid, Adjustments adjustments) {
    this.segmentIndex = segmentIndex;
    this.charge = charge;
    this.paid = paid;
    this.adjustments = adjustments;
  }

  /** Takes a segment of the service line's loop. */
  void accept(Segment segment) {
    switch (segment.tag()) {
      case "CAS" -> adjustments.accept(segment);
      case "DTM" -> date(segment);
      case "REF" -> reference(segment);
      case "AMT" -> {
        if (segment.is(1, "B6")) {
          row.set("reported_allowed_amount", segment.requiredAmount(2));
        }
      }
      case "LQ" -> {
        if (segment.is(1, "HE")) {
          remarks.add(segment.required(2));
        }
      }
      default -> {}
    }
  }

  BigDecimal paid() {
    return paid;
  }

  BigDecimal adjusted() {
    return adjustments.total();
  }

  /** The row, but for what it shares with its claim and payment. */
  TableRow row(int sequence, @Nullable LocalDate claimFirst, @Nullable LocalDate claimLast) {
    dates(claimFirst, claimLast);
    return row.set("remit_line_seq", sequence)
        .set("charge_amount", charge)
        .set("paid_amount", paid)
        .set("deductible_amount", adjustments.patientShare("1"))
        .set("coinsurance_amount", adjustments.patientShare("2"))
        .set("copayment_amount", adjustments.patientShare("3"))
        .set("remark_codes", remarks)
        .set("adjustments", adjustments.rows())
        .set("is_line_in_balance", isInBalance())
        .set("segment_index", segmentIndex);
  }

  /** Whether the charge less the adjustments is the payment. */
  boolean isInBalance() {
    return charge.subtract(adjustments.total()).compareTo(paid) == 0;
  }

  private void date(Segment dtm) {
    switch (dtm.required(1)) {
      case "472" -> day = dtm.date(2);
      case "150" -> first = dtm.date(2);
      case "151" -> last = dtm.date(2);
      default -> {}
    }
  }

  private void reference(Segment ref) {
    switch (ref.required(1)) {
      case "6R" -> row.set("line_item_control_number", ref.text(2));
      // The line's own rendering provider, sent where it is not the claim's.
      case "HPI" -> row.set("rendering_npi", ref.text(2));
      default -> {}
    }
  }

  private void dates(@Nullable LocalDate claimFirst, @Nullable LocalDate claimLast) {
    if (day != null) {
      period("LINE", day, day);
    } else if (first != null || last != null) {
      period("LINE_RANGE", first, last);
    } else if (claimFirst != null || claimLast != null) {
      period("CLAIM", claimFirst, claimLast);
    } else {
      period("NONE", null, null);
    }
  }

  private void period(String source, @Nullable LocalDate start, @Nullable LocalDate end) {
    row.set("claim_line_start_date", start)
        .set("claim_line_end_date", end)
        .set("service_date_source", source);
  }
}
