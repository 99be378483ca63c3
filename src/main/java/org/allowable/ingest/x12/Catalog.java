package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.INGESTED_TRANSACTION;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseRows;
import org.jspecify.annotations.Nullable;

/** The files and transactions that a warehouse holds, and those that this run adds. */
final class Catalog {

  /**
   * What is known of the bytes of a file.
   *
   * @param status as in ingested_file
   * @param reason why, where there is a reason
   * @param transactions transactions of claim data in it
   */
  record Known(String status, @Nullable String reason, int transactions) {

    boolean isFinal() {
      return !status.equals(FileStatus.QUARANTINED.name());
    }
  }

  private final Map<String, Known> files = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> transactions = new HashSet<>();
  private boolean hasClaims;

  /** Reads a warehouse's catalog; a folder that is no warehouse yet has an empty one. */
  static Catalog of(FilePlace warehouse) throws IOException {
    Catalog catalog = new Catalog();
    WarehouseRows.read(warehouse, INGESTED_FILE, catalog::addFile);
    WarehouseRows.read(warehouse, INGESTED_TRANSACTION, catalog::addTransaction);
    return catalog;
  }

  /** What is known of a file with this content, under whatever name. */
  @Nullable Known file(String sha256) {
    return files.get(sha256);
  }

  /** Whether the file is recorded under this name. */
  boolean isRecorded(String sha256, String sourceFile) {
    return names.contains(sha256 + "/" + sourceFile);
  }

  /** Notes a file. What was read whole stays known, whatever comes later. */
  void note(String sha256, String sourceFile, Known known) {
    names.add(sha256 + "/" + sourceFile);
    Known before = files.get(sha256);
    if (before == null || !before.isFinal()) {
      files.put(sha256, known);
    }
  }

  /** Whether a transaction is known. */
  boolean hasTransaction(String identity) {
    return transactions.contains(identity);
  }

  /** Notes a transaction. */
  void noteTransaction(String identity) {
    transactions.add(identity);
  }

  /** Whether the warehouse held submitted claims when it was opened. */
  boolean hasClaims() {
    return hasClaims;
  }

  private void addFile(@Nullable Object[] row) {
    note(
        text(row[INGESTED_FILE.indexOf("file_sha256")]),
        text(row[INGESTED_FILE.indexOf("source_file")]),
        new Known(
            text(row[INGESTED_FILE.indexOf("status")]),
            (String) row[INGESTED_FILE.indexOf("reason")],
            (Integer) row[INGESTED_FILE.indexOf("transaction_count")]));
  }

  private void addTransaction(@Nullable Object[] row) {
    transactions.add(text(row[INGESTED_TRANSACTION.indexOf("transaction_id")]));
    hasClaims |= "837".equals(row[INGESTED_TRANSACTION.indexOf("transaction_set_code")]);
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }
}
