package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.PAYMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The head of an 835: BPR, TRN, the production date, payer and payee. */
final class PaymentHeader {

  /** The folder of rows whose date was not sent. */
  static final String UNKNOWN_MONTH = "unknown";

  private static final int DATE = 16;
  // The 835 is younger.
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

  private final TableRow payment = new TableRow(PAYMENT);
  private @Nullable Segment bpr;
  private @Nullable Segment trn;
  private @Nullable Segment party;
  private @Nullable String payerReference;
  private @Nullable String payerNumber;
  private final @Nullable LocalDate madeDate;
  private final List<Fault> warnings = new ArrayList<>();
  private @Nullable QuarantineException dateFault;
  private boolean isDateSettled;

  /**
   * Nothing yet.
   *
   * @param version GS08
   * @param madeDate the day on which the file was made, as far as it says so
   */
  PaymentHeader(@Nullable String version, @Nullable LocalDate madeDate) {
    payment.set("version_code", version);
    this.madeDate = madeDate;
  }

  /** Takes a segment before the first claim. */
  void accept(Segment segment) {
    switch (segment.tag()) {
      case "BPR" -> payment(segment);
      case "TRN" -> trace(segment);
      case "CUR" -> requireDollars(segment);
      case "N1" -> party(segment);
      case "DTM" -> {
        if (segment.is(1, "405")) {
          payment.set("production_date", segment.dateOrNull(2));
        }
      }
      case "REF" -> {
        if (party != null && party.is(1, "PR") && segment.is(1, "2U")) {
          payerReference = segment.text(2);
        }
      }
      default -> {}
    }
  }

  /** BPR02, US dollars. */
  BigDecimal amount(int segmentIndex) {
    return requiredBpr(segmentIndex).requiredAmount(2);
  }

  /** The row so far, with all that the head says. */
  TableRow payment(int segmentIndex) {
    requiredBpr(segmentIndex);
    return payment.set("payer_id", payerId());
  }

  /** YYYY-MM of the payment. */
  String month() {
    LocalDate date = (LocalDate) payment.get("payment_date");
    return month(date);
  }

  /** YYYY-MM of a date. */
  static String month(@Nullable LocalDate date) {
    return date == null ? UNKNOWN_MONTH : date.toString().substring(0, 7);
  }

  /** Fills the columns that a claim line has of its payment. */
  void fillClaim(TableRow line) {
    line.set("payer_id", payerId()).set("payment_month", month());
    for (String column : new String[] {"payment_date", "payer_name", "payee_npi"}) {
      line.set(column, payment.get(column));
    }
  }

  /** The payment's identity: payer, TRN02, TRN03, BPR02, BPR16 and content. */
  String identity(String contentHash) {
    return Hashes.identity(
        blank(payerId()), blank(trn, 2), blank(trn, 3), blank(bpr, 2), blank(bpr, 16), contentHash);
  }

  private void payment(Segment segment) {
    bpr = segment;
    payment
        .set("handling_code", segment.text(1))
        .set("payment_amount", segment.requiredAmount(2))
        .set("credit_debit_code", segment.text(3))
        .set("payment_method_code", segment.text(4))
        .set("payment_date", sentDate(segment));
  }

  private @Nullable LocalDate sentDate(Segment segment) {
    try {
      if (segment.text(DATE) == null) {
        dateFault = segment.fault(DATE, "is missing");
      }
      return segment.date(DATE);
    } catch (QuarantineException e) {
      dateFault = e;
      return null;
    }
  }

  /** Whether the payment segment was there already. */
  boolean isBegun() {
    return bpr != null;
  }

  /** What was put right. */
  List<Fault> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Says when the money was paid: BPR16, or, where that is missing or no day that can be meant, the
   * day on which the payer made the remittance (DTM*405).
   *
   * @param segmentIndex the place that needs the date
   * @throws QuarantineException if neither says it: cash that no month holds is in no report
   */
  void settleDate(int segmentIndex) {
    Segment sent = requiredBpr(segmentIndex);
    if (isDateSettled) {
      return;
    }
    isDateSettled = true;
    LocalDate made = (LocalDate) payment.get("production_date");
    LocalDate paid = (LocalDate) payment.get("payment_date");
    if (paid != null && !canBeMeant(paid, made)) {
      dateFault = sent.fault(DATE, "is more than a year after the file was made, or before 1990");
      paid = null;
    }
    if (paid != null) {
      return;
    }
    String why = dateFault == null ? "BPR16 is missing" : dateFault.reason();
    if (made == null || !canBeMeant(made, null)) {
      throw new QuarantineException(
          FaultKind.UNDATED,
          sent.index(),
          why + ", and no production date (DTM*405) stands in for it");
    }
    payment.set("payment_date", made);
    warnings.add(
        new Fault(
            FaultKind.UNDATED, sent.index(), why + ": dated by its production date (DTM*405)"));
  }

  // One of the file's own dates must be near: a clock of today would read old files differently.
  private boolean canBeMeant(LocalDate day, @Nullable LocalDate other) {
    if (day.isBefore(FIRST)) {
      return false;
    }
    List<LocalDate> near = Stream.of(madeDate, other).flatMap(Stream::ofNullable).toList();
    return near.isEmpty() || near.stream().anyMatch(date -> !day.isAfter(date.plusYears(1)));
  }

  private void trace(Segment segment) {
    trn = segment;
    payment.set("trace_number", segment.text(2)).set("originating_company_id", segment.text(3));
  }

  private void party(Segment n1) {
    party = n1;
    if (n1.is(1, "PR")) {
      payerNumber = n1.text(4);
      payment.set("payer_name", n1.text(2));
    } else if (n1.is(1, "PE")) {
      payment.set("payee_name", n1.text(2)).set("payee_npi", n1.npi(3, 4));
    }
  }

  private @Nullable String payerId() {
    if (payerReference != null) {
      return payerReference;
    }
    if (payerNumber != null) {
      return payerNumber;
    }
    String company = bpr == null ? null : bpr.text(10);
    return company != null || trn == null ? company : trn.text(3);
  }

  private Segment requiredBpr(int segmentIndex) {
    Segment found = bpr;
    if (found == null) {
      throw new QuarantineException(
          segmentIndex, "the 835 has no payment segment (BPR) before its claims");
    }
    return found;
  }

  static void requireDollars(Segment cur) {
    if (!cur.is(2, "USD")) {
      throw cur.fault(2, "names a currency other than USD; amounts are not converted");
    }
  }

  private static String blank(@Nullable Segment segment, int element) {
    return segment == null ? "" : blank(segment.text(element));
  }

  private static String blank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
