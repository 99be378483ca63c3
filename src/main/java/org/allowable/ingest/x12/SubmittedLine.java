package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One service line of a claim as submitted (LX, loop 2400). */
final class SubmittedLine {

  private static final int POINTERS = 4;

  private final TableRow row = new TableRow(CLAIM_LINE);
  private final Segment lx;
  private final int number;
  private final Providers providers = new Providers();
  private final List<PriorPayer> payers = new ArrayList<>();
  private @Nullable BigDecimal charge;

  SubmittedLine(Segment lx) {
    this.lx = lx;
    this.number = lx.integer(1, lx.required(1));
    row.set("claim_line_number", number).set("segment_index", lx.index());
  }

  int number() {
    return number;
  }

  Segment lx() {
    return lx;
  }

  /** SV102, US dollars. */
  BigDecimal charge() {
    BigDecimal found = charge;
    if (found == null) {
      throw new QuarantineException(
          lx.index(), "a line of a professional claim (LX) has no service segment (SV1)");
    }
    return found;
  }

  /** Takes a segment of the line's loop. */
  void accept(Segment segment) {
    if (segment.tag().equals("SVD")) {
      payers.add(PriorPayer.ofLine(segment));
    } else if (!payers.isEmpty()) {
      payers.get(payers.size() - 1).accept(segment);
    } else {
      acceptForLine(segment);
    }
  }

  /** The row, but for what it shares with its claim. */
  TableRow row(Providers claimProviders, BillingProvider billing, List<PriorPayer> claimPayers) {
    Providers.fill(row, providers, claimProviders, billing);
    LocalDate start = (LocalDate) row.get("claim_line_start_date");
    return row.set("charge_amount", charge())
        .set("prior_payers", priorPayers(claimPayers))
        .set("service_month", PaymentHeader.month(start));
  }

  private List<@Nullable Object[]> priorPayers(List<PriorPayer> claimPayers) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (PriorPayer payer : payers) {
      rows.add(payer.row());
    }
    for (PriorPayer payer : claimPayers) {
      if (payer.hasDecided() && payers.stream().noneMatch(payer::isSamePayer)) {
        rows.add(payer.rowWithoutAmounts());
      }
    }
    return rows;
  }

  private void acceptForLine(Segment segment) {
    switch (segment.tag()) {
      case "SV1" -> service(segment);
      case "SV2" ->
          throw new QuarantineException(
              segment.index(), "a line of a professional claim has an institutional service (SV2)");
      case "DTP" -> {
        if (segment.is(1, "472")) {
          row.set("claim_line_start_date", segment.periodDate(2, 3, false))
              .set("claim_line_end_date", segment.periodDate(2, 3, true));
        }
      }
      case "REF" -> reference(segment);
      case "LIN" -> {
        if (segment.is(2, "N4")) {
          row.set("ndc_code", segment.text(3));
        }
      }
      case "NM1", "N4" -> providers.accept(segment);
      default -> {}
    }
  }

  private void service(Segment sv1) {
    charge = sv1.requiredAmount(2);
    Procedure.fillQualifier(row, sv1, 1);
    if (sv1.component(1, 2) == null) {
      throw sv1.fault(1, "names no procedure code");
    }
    Procedure.fill(row, sv1, 1, Procedure.OWN);
    Procedure.fillDescription(row, sv1, 1);
    row.set("unit_measure_code", sv1.text(3))
        .set("service_unit_quantity", sv1.quantity(4))
        .set("place_of_service_code", sv1.text(5))
        .set("diagnosis_pointers", pointers(sv1));
  }

  private static List<Integer> pointers(Segment sv1) {
    List<Integer> pointers = new ArrayList<>();
    for (int i = 1; i <= POINTERS; i++) {
      String pointer = sv1.component(7, i);
      if (pointer != null) {
        pointers.add(sv1.integer(7, pointer));
      }
    }
    return pointers;
  }

  private void reference(Segment ref) {
    switch (ref.required(1)) {
      case "6R" -> row.set("line_item_control_number", ref.text(2));
      // With REF04 the authorization is another payer's.
      case "G1" -> {
        if (ref.text(4) == null) {
          row.set("prior_authorization_number", ref.text(2));
        }
      }
      default -> {}
    }
  }
}
