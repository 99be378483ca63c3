package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.INGESTED_TRANSACTION;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.x12.FileReading.Delivered;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Ingests files one after the other. Each is read twice: the first reading checks all of it and
 * finds out what each transaction is; the second writes the rows of those that are new.
 */
final class FileIngestion {

  private static final String[] COUNTS = {
    "submitted_claim_count",
    "submitted_line_count",
    "payment_count",
    "remit_claim_count",
    "remit_line_count"
  };
  private static final String[] SUMS = {
    "submitted_charge_total",
    "payment_total",
    "claim_charge_total",
    "claim_paid_total",
    "line_paid_total",
    "provider_adjustment_total"
  };

  private final Catalogue catalogue;
  private final RowSink rows;
  private final PatientKey key;
  private final Totals added = new Totals();

  FileIngestion(Catalogue catalogue, RowSink rows, PatientKey key) {
    this.catalogue = catalogue;
    this.rows = rows;
    this.key = key;
  }

  /** What went in so far. */
  Totals added() {
    return added;
  }

  /**
   * Ingests a file.
   *
   * @param sha256 hash of its content
   */
  IngestedFile ingest(SourceFile file, String sha256) throws IOException {
    Catalogue.Known known = catalogue.file(sha256);
    if (known != null && known.isFinal()) {
      return knownFile(file, sha256, known);
    }
    FileReading reading = new FileReading(file.name(), sha256, this::checking);
    try {
      requireUnchanged(file, sha256, reading.read(file.opening().open()));
    } catch (QuarantineException e) {
      return record(
          file.name(), sha256, FileStatus.QUARANTINED, e.reason(), e.segmentIndex(), 0, 0);
    }
    if (reading.delivered().stream().allMatch(FileIngestion::isEmptyClaimSet)) {
      return record(
          file.name(), sha256, FileStatus.NOT_CLAIM_DATA, notClaimData(reading), null, 0, 0);
    }
    return load(file, sha256, reading.delivered());
  }

  private IngestedFile load(SourceFile file, String sha256, List<Delivered> delivered)
      throws IOException {
    List<@Nullable String> news = new ArrayList<>();
    Totals totals = new Totals();
    for (Delivered transaction : delivered) {
      boolean isNew = catalogue.noteTransaction(transaction.identity());
      news.add(isNew ? transaction.identity() : null);
      if (isNew) {
        totals.add(transaction.totals());
        writeTransaction(transaction, file.name(), sha256);
      } else {
        totals.count("duplicate_transaction_count", 1);
      }
    }
    int duplicates = totals.count("duplicate_transaction_count");
    FileStatus status = FileStatus.ALREADY_LOADED;
    if (duplicates < delivered.size()) {
      status = FileStatus.LOADED;
      writeRows(file, sha256, news);
    }
    added.add(totals);
    return record(file.name(), sha256, status, null, null, delivered.size(), duplicates, totals);
  }

  private void writeRows(SourceFile file, String sha256, List<@Nullable String> news)
      throws IOException {
    FileReading.Recipient writing =
        (ordinal, kind, provenance) -> {
          String identity = ordinal < news.size() ? news.get(ordinal) : null;
          return identity == null ? null : transaction(kind, provenance, identity, rows);
        };
    String read;
    try {
      read = new FileReading(file.name(), sha256, writing).read(file.opening().open());
    } catch (QuarantineException e) {
      read = "";
    }
    requireUnchanged(file, sha256, read);
  }

  private Transaction checking(int ordinal, TransactionKind kind, Provenance provenance) {
    return transaction(kind, provenance, "", RowSink.NOWHERE);
  }

  private Transaction transaction(
      TransactionKind kind, Provenance provenance, String identity, RowSink sink) {
    return kind == TransactionKind.REMITTANCE
        ? new RemittanceTransaction(provenance, identity, sink)
        : new ClaimTransaction(provenance, identity, key, sink);
  }

  // The same bytes under another name, or the same file on another night.
  private IngestedFile knownFile(SourceFile file, String sha256, Catalogue.Known known)
      throws IOException {
    boolean isClaimData = !known.status().equals(FileStatus.NOT_CLAIM_DATA.name());
    FileStatus status = isClaimData ? FileStatus.ALREADY_LOADED : FileStatus.NOT_CLAIM_DATA;
    int count = known.transactions();
    return record(file.name(), sha256, status, known.reason(), null, count, count);
  }

  private IngestedFile record(
      String name,
      String sha256,
      FileStatus status,
      @Nullable String reason,
      @Nullable Integer segmentIndex,
      int transactions,
      int duplicates)
      throws IOException {
    return record(
        name, sha256, status, reason, segmentIndex, transactions, duplicates, new Totals());
  }

  private IngestedFile record(
      String name,
      String sha256,
      FileStatus status,
      @Nullable String reason,
      @Nullable Integer segmentIndex,
      int transactions,
      int duplicates,
      Totals totals)
      throws IOException {
    boolean wasRecorded = catalogue.isRecorded(sha256, name);
    catalogue.note(sha256, name, new Catalogue.Known(status.name(), reason, transactions));
    if (!wasRecorded || status == FileStatus.LOADED) {
      TableRow row =
          new TableRow(INGESTED_FILE)
              .set("source_file", name)
              .set("file_sha256", sha256)
              .set("status", status.name())
              .set("reason", reason)
              .set("segment_index", segmentIndex)
              .set("transaction_count", transactions)
              .set("duplicate_transaction_count", duplicates);
      rows.write(withTotals(row, totals));
    }
    return new IngestedFile(name, status, reason, segmentIndex);
  }

  private static TableRow withTotals(TableRow row, Totals totals) {
    for (String column : COUNTS) {
      row.set(column, totals.count(column));
    }
    for (String column : SUMS) {
      row.set(column, totals.sum(column));
    }
    return row;
  }

  private void writeTransaction(Delivered transaction, String name, String sha256)
      throws IOException {
    rows.write(
        new TableRow(INGESTED_TRANSACTION)
            .set("transaction_id", transaction.identity())
            .set("transaction_set_code", transaction.setCode())
            .set("source_file", name)
            .set("file_sha256", sha256));
  }

  private static boolean isEmptyClaimSet(Delivered transaction) {
    return transaction.setCode().equals("837")
        && transaction.totals().count("submitted_claim_count") == 0;
  }

  private static String notClaimData(FileReading reading) {
    if (!reading.delivered().isEmpty()) {
      return "holds an 837 without a claim";
    }
    String other = reading.passedOver();
    return other == null ? "holds no transaction" : "holds " + other;
  }

  private static void requireUnchanged(SourceFile file, String expected, String read) {
    if (!read.equals(expected)) {
      throw new InputException(
          file.name()
              + ": the file changed while it was read; nothing was written. Run the command again"
              + " when nothing writes to the folder.");
    }
  }
}
