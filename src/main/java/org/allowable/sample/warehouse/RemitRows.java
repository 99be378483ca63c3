package org.allowable.sample.warehouse;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.allowable.config.Practice;
import org.allowable.model.Warehouse;
import org.allowable.sample.claim.Adjustment;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleRemitService;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.payment.Payment.ProviderAdjustment;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.x12.SampleProvenance;
import org.jspecify.annotations.Nullable;

/** Payments as rows of the remittance tables. */
final class RemitRows {

  private static final String VERSION = "005010X221A1";

  // After ISA and GS.
  private static final int FIRST_TRANSACTION = 3;

  private final Practice practice;

  RemitRows(Practice practice) {
    this.practice = practice;
  }

  /** The rows of all lines of a payment's claims. */
  List<@Nullable Object[]> lines(Payment payment, SampleProvenance provenance, String fileHash) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    String paymentId = payment.paymentId();
    String month = YearMonth.from(payment.date()).toString();
    int position = 0;
    for (SampleRemitClaim claim : payment.claims()) {
      position++;
      boolean isInBalance = claim.isInBalance();
      List<RowCells> lines = new ArrayList<>();
      if (claim.hasOwnRow()) {
        lines.add(claimLevel(claim));
      }
      for (int i = 0; i < claim.services().size(); i++) {
        lines.add(line(claim, claim.services().get(i), i + 1));
      }
      for (RowCells cells : lines) {
        cells.from(provenance, fileHash);
        claim(cells, payment, claim);
        rows.add(
            cells
                .set("payment_id", paymentId)
                .set("claim_position", position)
                .set("is_claim_in_balance", isInBalance)
                .set("payment_month", month)
                .row());
      }
    }
    return rows;
  }

  private void claim(RowCells cells, Payment payment, SampleRemitClaim claim) {
    cells
        .set("claim_id", claim.claimId())
        .set("payer_claim_control_number", claim.controlNumber())
        .set("claim_status_code", claim.statusCode())
        .set("is_reversal", claim.isReversal())
        .set("original_payer_claim_number", claim.originalControlNumber())
        .set("claim_frequency_code", claim.frequencyCode())
        .set("claim_filing_indicator_code", claim.payer().filingCode())
        .set("facility_type_code", claim.visit().site().placeOfService())
        .set("payer_sequence", payerSequence(claim.statusCode()))
        .set("claim_charge_amount", claim.charge())
        .set("claim_paid_amount", claim.paid())
        .set("patient_responsibility_amount", claim.patientResponsibility())
        .set("claim_received_date", claim.receivedDate())
        .set("payment_date", payment.date())
        .set("payer_id", claim.payer().identifier())
        .set("payer_name", claim.payer().wireName())
        .set("payee_npi", SamplePractice.BILLING_NPI)
        .set("rendering_npi", claim.visit().physicianNpi(practice))
        .set("claim_remark_codes", List.of());
  }

  private static @Nullable String payerSequence(String statusCode) {
    return switch (statusCode) {
      case "1", "19" -> "P";
      case "2", "20" -> "S";
      case "3", "21" -> "T";
      default -> null;
    };
  }

  private static RowCells claimLevel(SampleRemitClaim claim) {
    boolean isAlone = claim.services().isEmpty();
    RowCells cells =
        new RowCells(Warehouse.REMIT_LINE)
            .set("remit_line_seq", 0)
            .set("charge_amount", isAlone ? claim.charge() : Money.ZERO)
            .set("paid_amount", claim.paid().subtract(claim.linesPaid()))
            .set("claim_line_start_date", claim.visit().date())
            .set("claim_line_end_date", claim.visit().date())
            .set("service_date_source", "CLAIM")
            .set("remark_codes", List.of())
            .set("adjustments", adjustments("CLAIM", claim.adjustments()))
            .set("is_line_in_balance", claim.isOwnRowInBalance());
    return shares(cells, claim.adjustments());
  }

  private static RowCells line(SampleRemitClaim claim, SampleRemitService line, int place) {
    Service service = line.service();
    BigDecimal units =
        BigDecimal.valueOf(line.charge().signum() < 0 ? -service.units() : service.units());
    RowCells cells =
        new RowCells(Warehouse.REMIT_LINE)
            .set("remit_line_seq", place)
            .set("line_item_control_number", line.controlNumber())
            .set("procedure_qualifier", "HC")
            .set("hcpcs_code", line.code())
            .set("paid_unit_quantity", units)
            .set("charge_amount", line.charge())
            .set("paid_amount", line.paid())
            .set("reported_allowed_amount", line.reportedAllowed())
            .set("claim_line_start_date", claim.visit().date())
            .set("claim_line_end_date", claim.visit().date())
            .set("service_date_source", "LINE")
            .set("remark_codes", line.remarkCodes())
            .set("adjustments", adjustments("LINE", line.adjustments()))
            .set("is_line_in_balance", line.isInBalance());
    modifiers(cells, "hcpcs_modifier_", line.modifiers());
    if (line.isChanged()) {
      cells.set("submitted_hcpcs_code", service.code());
      modifiers(cells, "submitted_hcpcs_modifier_", service.modifiers());
    }
    return shares(cells, line.adjustments());
  }

  private static void modifiers(RowCells cells, String prefix, List<String> modifiers) {
    for (int i = 0; i < modifiers.size(); i++) {
      cells.set(prefix + (i + 1), modifiers.get(i));
    }
  }

  private static RowCells shares(RowCells cells, List<Adjustment> adjustments) {
    return cells
        .set("deductible_amount", share(adjustments, "1"))
        .set("coinsurance_amount", share(adjustments, "2"))
        .set("copayment_amount", share(adjustments, "3"));
  }

  private static BigDecimal share(List<Adjustment> adjustments, String reasonCode) {
    BigDecimal sum = Money.ZERO;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.isPatientShare() && adjustment.reasonCode().equals(reasonCode)) {
        sum = sum.add(adjustment.amount());
      }
    }
    return sum;
  }

  /** Adjustments as the tables hold them. */
  static List<Object[]> adjustments(String level, List<Adjustment> adjustments) {
    List<Object[]> rows = new ArrayList<>();
    for (Adjustment adjustment : adjustments) {
      rows.add(
          new @Nullable Object[] {
            level,
            adjustment.groupCode(),
            adjustment.reasonCode(),
            adjustment.amount(),
            null,
            rows.size() + 1
          });
    }
    return rows;
  }

  /** A payment that went in with a warning: of its day BPR says nothing. */
  static @Nullable Object[] undated(Payment payment, SampleProvenance provenance, String fileHash) {
    int lines = payment.claims().stream().mapToInt(claim -> claim.services().size()).sum();
    return new RowCells(Warehouse.TRANSACTION_EXCEPTION)
        .from(provenance, fileHash)
        .set("segment_index", FIRST_TRANSACTION)
        .set("disposition", "WARNING")
        .set("reason", "BPR16 is missing: dated by its production date (DTM*405)")
        .set("fault_segment_index", FIRST_TRANSACTION + 1)
        .set("transaction_id", payment.paymentId())
        .set("transaction_set_code", "835")
        .set("version_code", VERSION)
        .set("trace_number", payment.traceNumber())
        .set("originating_company_id", payment.originatingCompany())
        .set("payer_id", payment.payer().identifier())
        .set("payer_name", payment.payer().wireName())
        .set("transaction_date", payment.date())
        .set("transaction_amount", payment.amount())
        .set("claim_count", payment.claims().size())
        .set("line_count", lines)
        .set("charge_total", charges(payment))
        .set("paid_total", payment.claimsPaid())
        .set("claim_ids", List.of())
        .row();
  }

  private static BigDecimal charges(Payment payment) {
    BigDecimal charges = Money.ZERO;
    for (SampleRemitClaim claim : payment.claims()) {
      charges = charges.add(claim.charge());
    }
    return charges;
  }

  /** The payment's own row. */
  static @Nullable Object[] payment(Payment payment, SampleProvenance provenance, String fileHash) {
    BigDecimal linesPaid = Money.ZERO;
    int lines = 0;
    for (SampleRemitClaim claim : payment.claims()) {
      lines += claim.services().size();
      for (SampleRemitService service : claim.services()) {
        linesPaid = linesPaid.add(service.paid());
      }
    }
    return new RowCells(Warehouse.PAYMENT)
        .from(provenance, fileHash)
        .set("payment_id", payment.paymentId())
        .set("trace_number", payment.traceNumber())
        .set("originating_company_id", payment.originatingCompany())
        .set("payment_amount", payment.amount())
        .set("credit_debit_code", "C")
        .set("payment_method_code", payment.method())
        .set("handling_code", payment.handlingCode())
        .set("payment_date", payment.date())
        .set("production_date", payment.date())
        .set("payer_id", payment.payer().identifier())
        .set("payer_name", payment.payer().wireName())
        .set("payee_npi", SamplePractice.BILLING_NPI)
        .set("payee_name", SamplePractice.BILLING_NAME)
        .set("version_code", VERSION)
        .set("claim_count", payment.claims().size())
        .set("service_line_count", lines)
        .set("claim_charge_total", charges(payment))
        .set("claim_paid_total", payment.claimsPaid())
        .set("line_paid_total", linesPaid)
        .set("provider_adjustment_total", payment.adjusted())
        .set("is_in_balance", true)
        .set("payment_month", YearMonth.from(payment.date()).toString())
        .row();
  }

  /** The rows of a payment's provider adjustments. */
  static List<@Nullable Object[]> providerAdjustments(
      Payment payment, SampleProvenance provenance, String fileHash) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (ProviderAdjustment adjustment : payment.providerAdjustments()) {
      rows.add(
          new RowCells(Warehouse.PROVIDER_ADJUSTMENT)
              .from(provenance, fileHash)
              .set("payment_id", payment.paymentId())
              .set("ordinal", rows.size() + 1)
              .set("provider_npi", SamplePractice.BILLING_NPI)
              .set("fiscal_period_date", payment.fiscalPeriod())
              .set("adjustment_code", adjustment.code())
              .set("reference_id", adjustment.reference())
              .set("amount", adjustment.amount())
              .set("payment_month", YearMonth.from(payment.date()).toString())
              .row());
    }
    return rows;
  }
}
