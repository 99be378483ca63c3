package org.allowable.ingest.x12;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is about, as far as it can be read at all: which check, whose, how much, how
 * many claims. Nothing that it meets is a fault.
 */
final class TransactionOutline {

  // The longest that the standard allows for a trace number and a name.
  private static final int MOST_TRACE = 50;
  private static final int MOST_NAME = 60;
  private static final int MOST_DIGITS = 12;

  private String setCode;
  private @Nullable String trace;
  private @Nullable String originator;
  private @Nullable String payerName;
  private @Nullable String payerId;
  private @Nullable BigDecimal amount;
  private @Nullable LocalDate date;
  private BigDecimal charges = Adjustments.ZERO;
  private BigDecimal paid = Adjustments.ZERO;
  private int lines;
  private boolean isInPayer;
  private boolean isInClaim;
  private String responsibility = "";
  private final ClaimList claims = new ClaimList();

  /**
   * Nothing yet.
   *
   * @param setCode 835 or 837; empty where no ST says it
   */
  TransactionOutline(String setCode) {
    this.setCode = setCode;
  }

  /** Takes a segment between ST and SE. */
  void accept(Segment segment) {
    switch (segment.tag()) {
      case "BPR" -> {
        setCode = setCode.isEmpty() ? "835" : setCode;
        amount = segment.amountOrNull(2);
        date = segment.dateOrNull(16);
      }
      case "TRN" -> trace(segment);
      case "DTM" -> {
        if (date == null && claims.isEmpty() && segment.is(1, "405")) {
          date = segment.dateOrNull(2);
        }
      }
      case "N1" -> party(segment);
      case "REF" -> {
        if (isInPayer && segment.is(1, "2U")) {
          payerId = shortened(segment.text(2), MOST_NAME);
        }
      }
      case "BHT" -> {
        setCode = setCode.isEmpty() ? "837" : setCode;
        date = segment.dateOrNull(4);
      }
      case "HL" -> isInClaim = false;
      case "SBR" -> {
        if (!isInClaim) {
          responsibility = Objects.requireNonNullElse(segment.text(1), "");
        }
      }
      case "CLP" -> claim(segment, 3, 4);
      case "CLM" -> claim(segment, 2, 0);
      case "SVC", "SV1", "SV2", "SV3" -> lines++;
      default -> {}
    }
  }

  private void trace(Segment trn) {
    if (claims.isEmpty() && trace == null) {
      trace = shortened(trn.text(2), MOST_TRACE);
      originator = shortened(trn.text(3), MOST_TRACE);
    }
  }

  private void party(Segment n1) {
    isInPayer = claims.isEmpty() && n1.is(1, "PR");
    if (isInPayer) {
      payerName = shortened(n1.text(2), MOST_NAME);
      payerId = shortened(n1.text(4), MOST_NAME);
    }
  }

  private void claim(Segment segment, int charge, int payment) {
    isInPayer = false;
    isInClaim = true;
    String id = segment.text(1);
    if (id != null) {
      claims.add(id, responsibility);
    }
    charges = charges.add(orZero(segment.amountOrNull(charge)));
    if (payment > 0) {
      paid = paid.add(orZero(segment.amountOrNull(payment)));
    }
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? Adjustments.ZERO : amount;
  }

  // A sum beyond what a practice bills in a lifetime is damage, not money.
  private static @Nullable BigDecimal known(BigDecimal sum) {
    return sum.precision() - sum.scale() > MOST_DIGITS ? null : sum;
  }

  // What is longer is damaged, and may hold anything.
  private static @Nullable String shortened(@Nullable String text, int most) {
    return text == null || text.length() > most ? null : text;
  }

  /** 835 or 837; empty where nothing says it. */
  String setCode() {
    return setCode;
  }

  /** TRN02, the number of the check or transfer. */
  @Nullable String trace() {
    return trace;
  }

  /** TRN03, who issued the number. */
  @Nullable String originator() {
    return originator;
  }

  /** BPR02, US dollars. */
  @Nullable BigDecimal amount() {
    return amount;
  }

  /** BPR16, else DTM*405; of claims BHT04. */
  @Nullable LocalDate date() {
    return date;
  }

  /** Takes less memory. No segment comes any more. */
  void setAside(SetAside to) throws IOException {
    originator = to.shared(originator);
    payerName = to.shared(payerName);
    payerId = to.shared(payerId);
    claims.setAside(to);
  }

  /** CLP01 or CLM01 of its claims, as far as they were read. */
  List<String> claimIds() throws IOException {
    return claims.ids();
  }

  /**
   * The claims with SBR01 of their subscriber, which of its payers the claim is for; else empty.
   */
  Map<String, String> payers() throws IOException {
    return claims.payers();
  }

  /** Fills the columns of transaction_exception, but for the claims. */
  TableRow fill(TableRow row) {
    return row.set("transaction_set_code", setCode.isEmpty() ? null : setCode)
        .set("trace_number", trace)
        .set("originating_company_id", originator)
        .set("payer_id", payerId)
        .set("payer_name", payerName)
        .set("transaction_date", date)
        .set("transaction_amount", amount)
        .set("claim_count", claims.size())
        .set("line_count", lines)
        .set("charge_total", known(charges))
        .set("paid_total", known(paid));
  }
}
