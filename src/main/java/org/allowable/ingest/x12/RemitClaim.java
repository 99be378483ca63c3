package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.REMIT_LINE;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One claim payment (CLP) with its service lines, held until the next one begins. */
final class RemitClaim {

  private static final String REVERSAL = "22";

  private final TableRow claim = new TableRow(REMIT_LINE);
  private final int segmentIndex;
  private final BigDecimal charge;
  private final BigDecimal paid;
  private final Adjustments adjustments = new Adjustments("CLAIM");
  private final List<String> remarks = new ArrayList<>();
  private final List<RemitService> services = new ArrayList<>();
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  RemitClaim(Segment clp, int position) {
    segmentIndex = clp.index();
    charge = clp.requiredAmount(3);
    paid = clp.requiredAmount(4);
    claim
        .set("claim_position", position)
        .set("claim_id", clp.required(1))
        .set("claim_status_code", clp.text(2))
        .set("is_reversal", clp.is(2, REVERSAL))
        .set("payer_sequence", payerSequence(clp.text(2)))
        .set("claim_charge_amount", charge)
        .set("claim_paid_amount", paid)
        .set("patient_responsibility_amount", clp.amount(5))
        .set("claim_filing_indicator_code", clp.text(6))
        .set("payer_claim_control_number", clp.text(7))
        .set("facility_type_code", clp.text(8))
        .set("claim_frequency_code", clp.text(9));
  }

  BigDecimal charge() {
    return charge;
  }

  BigDecimal paid() {
    return paid;
  }

  int serviceCount() {
    return services.size();
  }

  BigDecimal servicesPaid() {
    BigDecimal sum = Adjustments.ZERO;
    for (RemitService service : services) {
      sum = sum.add(service.paid());
    }
    return sum;
  }

  /** Takes a segment of the claim's loop, or of the service line that was begun last. */
  void accept(Segment segment) {
    if (segment.tag().equals("SVC")) {
      services.add(new RemitService(segment));
    } else if (!services.isEmpty()) {
      services.get(services.size() - 1).accept(segment);
    } else {
      acceptForClaim(segment);
    }
  }

  /**
   * Writes the claim's rows.
   *
   * @param payment the columns that the payment gives to each
   * @return how many
   */
  int writeTo(RowSink rows, TableRow payment) throws IOException {
    claim.set("claim_remark_codes", remarks).set("is_claim_in_balance", isInBalance());
    int written = 0;
    RemitService own = ownRow();
    if (own != null) {
      rows.write(own.row(0, first, last()).fillFrom(claim).fillFrom(payment));
      written++;
    }
    int sequence = 0;
    for (RemitService service : services) {
      sequence++;
      rows.write(service.row(sequence, first, last()).fillFrom(claim).fillFrom(payment));
      written++;
    }
    return written;
  }

  private @Nullable RemitService ownRow() {
    if (services.isEmpty()) {
      return new RemitService(segmentIndex, charge, paid, adjustments);
    }
    // What the claim was paid beside its lines, so that all rows add up to CLP04.
    BigDecimal beside = paid;
    for (RemitService service : services) {
      beside = beside.subtract(service.paid());
    }
    if (adjustments.isEmpty() && beside.signum() == 0) {
      return null;
    }
    return new RemitService(segmentIndex, Adjustments.ZERO, beside, adjustments);
  }

  /** Whether the claim's amounts add up, and those of each of its lines. */
  boolean areAmountsInBalance() {
    boolean areInBalance = isInBalance();
    for (RemitService service : services) {
      areInBalance &= service.isInBalance();
    }
    return areInBalance;
  }

  private boolean isInBalance() {
    BigDecimal adjusted = adjustments.total();
    for (RemitService service : services) {
      adjusted = adjusted.add(service.adjusted());
    }
    return charge.subtract(adjusted).compareTo(paid) == 0;
  }

  // The 835 guide: a start date without an end date is a period of one day.
  private @Nullable LocalDate last() {
    return last == null ? first : last;
  }

  private void acceptForClaim(Segment segment) {
    switch (segment.tag()) {
      case "CAS" -> adjustments.accept(segment);
      case "NM1" -> {
        if (segment.is(1, "82")) {
          claim.set("rendering_npi", segment.npi(8, 9));
        }
      }
      case "MOA" -> remarks(segment, 3, 7);
      case "MIA" -> {
        remarks(segment, 5, 5);
        remarks(segment, 20, 23);
      }
      case "REF" -> {
        if (segment.is(1, "F8")) {
          claim.set("original_payer_claim_number", segment.text(2));
        }
      }
      case "DTM" -> date(segment);
      default -> {}
    }
  }

  private void remarks(Segment segment, int from, int to) {
    for (int i = from; i <= to; i++) {
      String code = segment.text(i);
      if (code != null) {
        remarks.add(code);
      }
    }
  }

  private void date(Segment dtm) {
    switch (dtm.required(1)) {
      case "232" -> first = dtm.date(2);
      case "233" -> last = dtm.date(2);
      case "050" -> claim.set("claim_received_date", dtm.date(2));
      default -> {}
    }
  }

  private static @Nullable String payerSequence(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return switch (status) {
      case "1", "19" -> "P";
      case "2", "20" -> "S";
      case "3", "21" -> "T";
      default -> null;
    };
  }
}
