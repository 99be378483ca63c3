package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * The checks and transfers that a warehouse holds and that a run adds, by the number that their
 * issuer gave them. Clearinghouse and payer portal deliver one check under different headers, so it
 * is the number and the claims that tell whether it is the same.
 */
final class KnownChecks {

  // Some payers count anew after years. Copies of one check come within days, or weeks if resent.
  private static final int MOST_DAYS_APART = 60;

  /**
   * Who issued a check, as far as a remittance says it.
   *
   * @param originator TRN03, which some payers leave out
   * @param payerId REF*2U, else N104
   * @param payerName N102
   */
  record Issuer(@Nullable String originator, @Nullable String payerId, @Nullable String payerName) {

    // One of them may be left out or written in another way.
    boolean isSame(Issuer other) {
      return isSame(originator, other.originator())
          || isSame(payerId, other.payerId())
          || isSame(payerName, other.payerName());
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
      return one != null && one.equals(other);
    }
  }

  /**
   * A remittance.
   *
   * @param number TRN02, and of a notice without money its day too, because payers number those as
   *     they like
   * @param issuer whose number it is
   * @param amount BPR02, US dollars
   * @param date the day of the payment
   * @param delivery SHA-256 of the file and ISA13 of the interchange it came in
   * @param digest what it says
   */
  record KnownCheck(
      String paymentId,
      String number,
      Issuer issuer,
      BigDecimal amount,
      @Nullable LocalDate date,
      List<String> delivery,
      RowDigest digest) {

    /**
     * The check of a row of payment.
     *
     * @param aside shares texts that come again
     * @return null where it has no number
     */
    static @Nullable KnownCheck of(
        String paymentId, @Nullable Object[] payment, RowDigest digest, SetAside aside) {
      BigDecimal amount =
          Objects.requireNonNull((BigDecimal) payment[PAYMENT.indexOf("payment_amount")]);
      LocalDate date = (LocalDate) payment[PAYMENT.indexOf("payment_date")];
      String number =
          KnownChecks.number((String) payment[PAYMENT.indexOf("trace_number")], amount, date);
      Issuer issuer =
          new Issuer(
              aside.shared((String) payment[PAYMENT.indexOf("originating_company_id")]),
              aside.shared((String) payment[PAYMENT.indexOf("payer_id")]),
              aside.shared((String) payment[PAYMENT.indexOf("payer_name")]));
      List<String> delivery =
          List.of(
              aside.shared(String.valueOf(payment[PAYMENT.indexOf("file_sha256")])),
              aside.shared(String.valueOf(payment[PAYMENT.indexOf("interchange_control_number")])));
      return number == null
          ? null
          : new KnownCheck(paymentId, number, issuer, amount, date, delivery, digest);
    }

    /** The same, known by the identity of its transaction. */
    KnownCheck withId(String identity) {
      return new KnownCheck(identity, number, issuer, amount, date, delivery, digest);
    }

    /** Whether nothing that counts differs. */
    boolean isSame(KnownCheck other) throws IOException {
      return issuer.isSame(other.issuer())
          && amount.compareTo(other.amount()) == 0
          && Objects.equals(date, other.date())
          && digest.isSame(other.digest());
    }

    // Transactions of one interchange that share a number are parts of one payment.
    private boolean isCopyOf(KnownCheck other) throws IOException {
      return issuer.isSame(other.issuer())
          && areNear(date, other.date())
          && !delivery.equals(other.delivery())
          && digest.meets(other.digest());
    }
  }

  private final FilePlace warehouse;
  private final SetAside aside;
  private final RowHash hash = new RowHash();
  private final Map<String, List<KnownCheck>> checks = new HashMap<>();
  private boolean arePaymentsRead;
  private boolean areRowsRead;

  /**
   * Those of a warehouse, read when one is asked for.
   *
   * @param aside takes the claims of each
   */
  KnownChecks(FilePlace warehouse, SetAside aside) {
    this.warehouse = warehouse;
    this.aside = aside;
  }

  /** The copy of a check that is known, the one that says the same first; or null. */
  @Nullable KnownCheck copyOf(KnownCheck check) throws IOException {
    List<KnownCheck> known = withNumber(check.number());
    for (KnownCheck one : known) {
      if (check.isSame(one)) {
        return one;
      }
    }
    for (KnownCheck one : known) {
      if (check.isCopyOf(one)) {
        return one;
      }
    }
    return null;
  }

  /**
   * Whether a check that was held is known whole.
   *
   * @param exception its row of transaction_exception
   * @param claimIds the claims it is about
   */
  boolean hasWhole(TableRow exception, List<String> claimIds) throws IOException {
    BigDecimal amount = (BigDecimal) exception.get("transaction_amount");
    LocalDate date = (LocalDate) exception.get("transaction_date");
    String number = number((String) exception.get("trace_number"), amount, date);
    Issuer issuer =
        new Issuer(
            (String) exception.get("originating_company_id"),
            (String) exception.get("payer_id"),
            (String) exception.get("payer_name"));
    if (number == null || claimIds.isEmpty()) {
      return false;
    }
    for (KnownCheck known : withNumber(number)) {
      boolean isAmount = amount == null || amount.compareTo(known.amount()) == 0;
      if (isAmount
          && issuer.isSame(known.issuer())
          && areNear(date, known.date())
          && known.digest().covers(claimIds, hash)) {
        return true;
      }
    }
    return false;
  }

  /** Adds one. */
  void add(KnownCheck check) {
    checks.computeIfAbsent(check.number(), none -> new ArrayList<>()).add(check);
  }

  private static @Nullable String number(
      @Nullable String trace, @Nullable BigDecimal amount, @Nullable LocalDate date) {
    if (trace == null) {
      return null;
    }
    boolean isNotice = amount != null && amount.signum() == 0;
    return isNotice ? trace + "/" + date : trace;
  }

  private static boolean areNear(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null
        || other == null
        || Math.abs(ChronoUnit.DAYS.between(one, other)) <= MOST_DAYS_APART;
  }

  private List<KnownCheck> withNumber(String number) throws IOException {
    if (!arePaymentsRead) {
      arePaymentsRead = true;
      WarehouseRows.read(warehouse, PAYMENT, this::addPayment);
    }
    List<KnownCheck> found = checks.getOrDefault(number, List.of());
    boolean isHeld = found.stream().anyMatch(check -> !check.digest().isOfPayment());
    // Rare: a check that is in the warehouse comes in another form. Then all lines are read, once.
    if (isHeld && !areRowsRead) {
      areRowsRead = true;
      Map<String, RowDigest> digests = new HashMap<>();
      for (List<KnownCheck> each : checks.values()) {
        each.stream()
            .filter(check -> !check.digest().isOfPayment())
            .forEach(check -> digests.put(check.paymentId(), check.digest()));
      }
      readRows(REMIT_LINE, digests);
      readRows(PROVIDER_ADJUSTMENT, digests);
    }
    return found;
  }

  private void readRows(Table table, Map<String, RowDigest> digests) throws IOException {
    int payment = table.indexOf("payment_id");
    WarehouseRows.read(
        warehouse,
        table,
        row -> {
          RowDigest digest = digests.get(String.valueOf(row[payment]));
          if (digest != null) {
            digest.add(table, row);
          }
        });
  }

  private void addPayment(@Nullable Object[] row) {
    String id = String.valueOf(row[PAYMENT.indexOf("payment_id")]);
    KnownCheck check = KnownCheck.of(id, row, new RowDigest(hash, aside), aside);
    if (check != null) {
      add(check);
    }
  }
}
