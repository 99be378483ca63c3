package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * The checks and transfers that a warehouse holds and that a run adds, by the number that their
 * issuer gave them. Clearinghouse and payer portal deliver one check under different headers, so it
 * is the number and the claims that tell whether it is the same.
 */
final class KnownChecks {

  /**
   * A remittance.
   *
   * @param number TRN03 and TRN02, and of a notice without money its day too, because payers number
   *     those as they like
   * @param amount BPR02, US dollars
   * @param date the day of the payment
   * @param fileSha256 the file it came in
   * @param digest what it says
   */
  record Check(
      String paymentId,
      String number,
      BigDecimal amount,
      @Nullable LocalDate date,
      String fileSha256,
      RowDigest digest) {

    /**
     * The check of a row of payment.
     *
     * @return null where it has no number
     */
    static @Nullable Check of(String paymentId, @Nullable Object[] payment, RowDigest digest) {
      BigDecimal amount =
          Objects.requireNonNull((BigDecimal) payment[PAYMENT.indexOf("payment_amount")]);
      LocalDate date = (LocalDate) payment[PAYMENT.indexOf("payment_date")];
      String number =
          KnownChecks.number(
              (String) payment[PAYMENT.indexOf("originating_company_id")],
              (String) payment[PAYMENT.indexOf("trace_number")],
              amount,
              date);
      String file = String.valueOf(payment[PAYMENT.indexOf("file_sha256")]);
      return number == null ? null : new Check(paymentId, number, amount, date, file, digest);
    }

    /** Whether nothing that counts differs. */
    boolean isSame(Check other) {
      return amount.compareTo(other.amount()) == 0
          && Objects.equals(date, other.date())
          && digest.isSame(other.digest());
    }

    // Transactions of one file that share a number are parts of one payment.
    private boolean isCopyOf(Check other) {
      return !fileSha256.equals(other.fileSha256())
          && !Collections.disjoint(digest.claims(), other.digest().claims());
    }
  }

  private final Path warehouse;
  private final Map<String, List<Check>> checks = new HashMap<>();
  private boolean arePaymentsRead;
  private boolean areRowsRead;

  KnownChecks(Path warehouse) {
    this.warehouse = warehouse;
  }

  /** The copy of a check that is known, the one that says the same first; or null. */
  @Nullable Check copyOf(Check check) throws IOException {
    List<Check> known = withNumber(check.number());
    return known.stream()
        .filter(check::isSame)
        .findFirst()
        .or(() -> known.stream().filter(check::isCopyOf).findFirst())
        .orElse(null);
  }

  /**
   * Whether a check that was held is known whole.
   *
   * @param exception its row of transaction_exception
   * @param claimIds the claims it is about
   */
  boolean hasWhole(TableRow exception, List<String> claimIds) throws IOException {
    BigDecimal amount = (BigDecimal) exception.get("transaction_amount");
    return hasWhole(
        number(
            (String) exception.get("originating_company_id"),
            (String) exception.get("trace_number"),
            amount,
            (LocalDate) exception.get("transaction_date")),
        amount,
        claimIds);
  }

  private boolean hasWhole(
      @Nullable String number, @Nullable BigDecimal amount, List<String> claimIds)
      throws IOException {
    if (number == null || claimIds.isEmpty()) {
      return false;
    }
    for (Check known : withNumber(number)) {
      boolean isAmount = amount == null || amount.compareTo(known.amount()) == 0;
      if (isAmount && known.digest().covers(claimIds)) {
        return true;
      }
    }
    return false;
  }

  /** Adds one. */
  void add(Check check) {
    checks.computeIfAbsent(check.number(), none -> new ArrayList<>()).add(check);
  }

  private static @Nullable String number(
      @Nullable String originator,
      @Nullable String trace,
      @Nullable BigDecimal amount,
      @Nullable LocalDate date) {
    if (trace == null || originator == null) {
      return null;
    }
    boolean isNotice = amount != null && amount.signum() == 0;
    return originator + "/" + trace + (isNotice ? "/" + date : "");
  }

  private List<Check> withNumber(String number) throws IOException {
    if (!arePaymentsRead) {
      arePaymentsRead = true;
      WarehouseRows.read(warehouse, PAYMENT, this::addPayment);
    }
    List<Check> found = checks.getOrDefault(number, List.of());
    boolean isHeld = found.stream().anyMatch(check -> check.digest().payment() == null);
    // Rare: a check that is in the warehouse comes in another form. Then all lines are read, once.
    if (isHeld && !areRowsRead) {
      areRowsRead = true;
      Map<String, RowDigest> digests = new HashMap<>();
      for (List<Check> each : checks.values()) {
        each.stream()
            .filter(check -> check.digest().payment() == null)
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
    Check check = Check.of(id, row, new RowDigest());
    if (check != null) {
      add(check);
    }
  }
}
