package org.allowable.sample.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.Practice;
import org.allowable.ingest.parquet.WarehouseBatch;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.practice.Money;
import org.allowable.sample.x12.SampleProvenance;
import org.jspecify.annotations.Nullable;

/** The history as a warehouse, a batch a month, so that few files are open at a time. */
public final class ParquetHistory implements Closeable {

  private static final Map<String, String> SUMMED =
      Map.of(
          Warehouse.CLAIM_LINE.name(), "charge_amount",
          Warehouse.REMIT_LINE.name(), "paid_amount",
          Warehouse.PAYMENT.name(), "payment_amount",
          Warehouse.PROVIDER_ADJUSTMENT.name(), "amount",
          Warehouse.INGESTED_FILE.name(), "payment_total");

  /**
   * A control total of a table.
   *
   * @param column the column summed, or empty
   */
  public record Total(long rows, String column, BigDecimal sum) {}

  private final Path warehouse;
  private final ClaimRows claims;
  private final RemitRows remits;
  private final FileTotals files = new FileTotals();
  private final Map<String, Total> totals = new LinkedHashMap<>();
  private @Nullable RowWriter open;

  /**
   * A history without rows.
   *
   * @param warehouse the folder that holds the tables
   */
  public ParquetHistory(Path warehouse, Practice practice, PatientKeys keys) {
    this.warehouse = warehouse;
    this.claims = new ClaimRows(practice, keys);
    this.remits = new RemitRows(practice);
    for (Table table : Warehouse.TABLES) {
      totals.put(table.name(), new Total(0, SUMMED.getOrDefault(table.name(), ""), Money.ZERO));
    }
  }

  /** Starts a month; the month before must have ended. */
  public void begin(YearMonth month) throws IOException {
    open = new RowWriter(WarehouseBatch.begin(warehouse, "sample-" + month));
  }

  /** Writes what was sent of a claim, into the month that is open. */
  public void write(ClaimLife life) {
    for (@Nullable Object[] row : claims.rows(life)) {
      put(Warehouse.CLAIM_LINE, row);
    }
    life.submissions().forEach(files::add);
  }

  /** Writes a payment with its claims, into the month that is open. */
  public void write(Payment payment) {
    SampleProvenance provenance = SampleProvenance.of(payment);
    String hash = provenance.fileHash();
    for (@Nullable Object[] row : remits.lines(payment, provenance, hash)) {
      put(Warehouse.REMIT_LINE, row);
    }
    put(Warehouse.PAYMENT, RemitRows.payment(payment, provenance, hash));
    for (@Nullable Object[] row : RemitRows.providerAdjustments(payment, provenance, hash)) {
      put(Warehouse.PROVIDER_ADJUSTMENT, row);
    }
    if (payment.lacksDay()) {
      put(Warehouse.TRANSACTION_EXCEPTION, RemitRows.undated(payment, provenance, hash));
    }
    files.add(payment, provenance);
    if (payment.isSentTwice()) {
      files.addCopy(SampleProvenance.ofCopy(payment));
    }
  }

  /** Ends a month. */
  public void end() throws IOException {
    RowWriter writer = Objects.requireNonNull(open);
    writer.commit();
    writer.close();
    open = null;
  }

  /** Writes what the files held, in the month that is open. */
  public void writeFiles() {
    putAll(Warehouse.INGESTED_FILE, files.fileRows());
    putAll(Warehouse.INGESTED_TRANSACTION, files.transactionRows());
  }

  private void putAll(Table table, List<@Nullable Object[]> rows) {
    for (@Nullable Object[] row : rows) {
      put(table, row);
    }
  }

  private void put(Table table, @Nullable Object[] row) {
    Objects.requireNonNull(open).write(table, row);
    totals.compute(table.name(), (name, total) -> plus(table, total, row));
  }

  private static Total plus(Table table, @Nullable Total total, @Nullable Object[] row) {
    Total before = Objects.requireNonNull(total);
    BigDecimal sum = before.sum();
    if (!before.column().isEmpty()) {
      Object value = row[table.indexOf(before.column())];
      sum = value == null ? sum : sum.add((BigDecimal) value);
    }
    return new Total(before.rows() + 1, before.column(), sum);
  }

  /** Control totals by the name of the table. */
  public Map<String, Total> totals() {
    return totals;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
