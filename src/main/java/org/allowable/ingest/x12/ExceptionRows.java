package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;
import static org.allowable.model.Warehouse.TRANSACTION_EXCEPTION;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.ingest.x12.FileReading.Delivered;
import org.jspecify.annotations.Nullable;

/**
 * The rows of transaction_exception: those that the warehouse holds and those of this run. At the
 * end of a run a transaction that came whole, before or after, is held no longer. Claims came whole
 * where each was sent to the same one of its payers, with the lines and no lower charges; of a
 * transaction that an earlier run held and that is not in the folder any more, only primary claims
 * with as many lines as could be counted are known to be the same.
 */
final class ExceptionRows {

  private static final String HELD = "HELD";
  private static final String COPY_DIFFERS = "COPY_DIFFERS";
  private static final String WARNING = "WARNING";
  private static final String RELEASED = "RELEASED";

  private static final List<String> SIGNATURE =
      List.of(
          "transaction_set_code",
          "originating_company_id",
          "trace_number",
          "transaction_amount",
          "charge_total",
          "paid_total",
          "claim_ids");

  private static final int CLAIM_ID = CLAIM_LINE.indexOf("claim_id");

  // Behind such a fault there may be more lines than were counted.
  private static final Set<FaultKind> LOSING =
      Set.of(FaultKind.CUT_OFF, FaultKind.ENVELOPE, FaultKind.HEADER);

  // A transaction that is held: the row, its claims with the payer each is for, and whether all
  // its lines were counted.
  private record Held(TableRow row, Map<String, String> claims, boolean isCounted, boolean isNew) {

    boolean isClaims() {
      return Objects.equals(row.get("transaction_set_code"), "837");
    }
  }

  private final Set<String> recorded = new HashSet<>();
  private final Set<String> released = new HashSet<>();
  private final Set<String> filesToReadAgain = new HashSet<>();
  private final Map<String, Held> held = new LinkedHashMap<>();
  private final List<HeldTransaction> copies = new ArrayList<>();
  private SentClaims claimsIn = new SentClaims();
  // The claims of claim transactions that are held: only of these anything must be known.
  private final Set<String> claimsHeld = new HashSet<>();
  private boolean areLinesIn;
  private boolean isHeldAfterLines;
  private final Set<String> ofThisRun = new HashSet<>();
  private final Set<String> stillHeld = new HashSet<>();
  private final FilePlace warehouse;
  private boolean areEarlierClaimsRead;
  private int warnings;

  private ExceptionRows(FilePlace warehouse) {
    this.warehouse = warehouse;
  }

  /** Reads those of a warehouse. */
  static ExceptionRows of(FilePlace warehouse) throws IOException {
    ExceptionRows rows = new ExceptionRows(warehouse);
    List<@Nullable Object[]> all = new ArrayList<>();
    WarehouseRows.read(warehouse, TRANSACTION_EXCEPTION, all::add);
    all.forEach(rows::addKnown);
    return rows;
  }

  /** Whether a file has transactions that may be read by now, or come whole. */
  boolean mayHoldMore(String sha256) {
    return filesToReadAgain.contains(sha256);
  }

  /**
   * A transaction does not go in.
   *
   * @return whether it is held; false if it came whole in an earlier run
   */
  boolean hold(Delivered transaction, Fault fault) throws IOException {
    TableRow row = row(HELD, transaction, fault);
    String place = place(row);
    if (released.contains(place)) {
      return false;
    }
    ofThisRun.add(place);
    boolean isCounted = !LOSING.contains(fault.kind());
    boolean isNew = !recorded.contains(HELD + place);
    Held one = new Held(row, transaction.outline().payers(), isCounted, isNew);
    held.put(place, one);
    if (noteClaims(one) && areLinesIn) {
      isHeldAfterLines = true;
    }
    return true;
  }

  /**
   * Another copy of a check does not go in.
   *
   * @param standing payment_id of the one that is in
   */
  void copy(Delivered transaction, String standing, RowSink sink) throws IOException {
    Fault fault =
        new Fault(
            FaultKind.COPY_DIFFERS,
            transaction.provenance().segmentIndex(),
            "another copy of this check went in before, and this one says something else; the"
                + " first one counts");
    TableRow row = row(COPY_DIFFERS, transaction, fault).set("transaction_id", standing);
    copies.add(heldTransaction(row, true));
    writeOnce(row, sink);
  }

  /** Something was put right. */
  void warn(
      Provenance place,
      @Nullable Delivered transaction,
      int segmentIndex,
      String reason,
      RowSink sink)
      throws IOException {
    TableRow row =
        place
            .fill(new TableRow(TRANSACTION_EXCEPTION), place.segmentIndex())
            .set("disposition", WARNING)
            .set("reason", reason)
            .set("fault_segment_index", segmentIndex)
            .set("version_code", place.version());
    if (transaction == null) {
      new TransactionOutline("").fill(row);
    } else {
      transaction.outline().fill(row);
      row.set("transaction_id", transaction.identity());
    }
    // What went in is in the warehouse's own tables.
    row.set("claim_ids", List.of());
    warnings++;
    writeOnce(row, sink);
  }

  /** How many faults went in with a warning. */
  int warnings() {
    return warnings;
  }

  /** Gives rows once more. */
  @FunctionalInterface
  interface RowsAgain {
    void read(RowSink sink) throws IOException;
  }

  /** A line of a claim went in, a row of claim_line. */
  void claimIn(TableRow line) {
    areLinesIn = true;
    addIfHeld(line.values());
  }

  /**
   * Writes what is held after all files were read, and what is held no longer.
   *
   * @param lines the rows of claim_line that went in, read once more where a transaction was held
   *     after some of them: to keep all of them would take memory that nearly no run needs
   */
  List<HeldTransaction> finish(KnownChecks checks, RowsAgain lines, RowSink sink)
      throws IOException {
    if (isHeldAfterLines) {
      claimsIn = new SentClaims();
      lines.read(row -> addIfHeld(row.values()));
    }
    List<HeldTransaction> still = new ArrayList<>();
    Set<List<@Nullable Object>> written = new HashSet<>();
    for (Map.Entry<String, Held> entry : held.entrySet()) {
      Held one = entry.getValue();
      if (isIn(one, checks)) {
        if (!one.isNew()) {
          sink.write(one.row().set("disposition", RELEASED).set("claim_ids", List.of()));
        }
      } else {
        // The same transaction, broken in the same way in two files, is held once.
        if (written.add(signature(one.row())) && one.isNew()) {
          writeOnce(one.row(), sink);
        }
        if (ofThisRun.contains(entry.getKey())) {
          still.add(heldTransaction(one.row(), false));
          stillHeld.add(String.valueOf(one.row().get("file_sha256")));
        }
      }
    }
    still.addAll(copies);
    return still;
  }

  /** Whether {@link #finish} left a transaction of a file held. */
  boolean isStillHeld(String sha256) {
    return stillHeld.contains(sha256);
  }

  private boolean isIn(Held one, KnownChecks checks) throws IOException {
    if (!one.isClaims()) {
      return checks.hasWhole(one.row(), List.copyOf(one.claims().keySet()));
    }
    if (areIn(one)) {
      return true;
    }
    // A broken copy of what an earlier run took in whole. All lines are read then, once.
    if (!one.isNew() || areEarlierClaimsRead || one.row().get("transaction_date") == null) {
      return false;
    }
    areEarlierClaimsRead = true;
    WarehouseRows.read(warehouse, CLAIM_LINE, this::addIfHeld);
    return areIn(one);
  }

  private void addIfHeld(@Nullable Object[] line) {
    if (!claimsHeld.isEmpty() && claimsHeld.contains(String.valueOf(line[CLAIM_ID]))) {
      claimsIn.add(line);
    }
  }

  // Whether there are claims among them of which nothing had to be known before.
  private boolean noteClaims(Held one) {
    return one.isClaims() && claimsHeld.addAll(one.claims().keySet());
  }

  private boolean areIn(Held one) {
    return claimsIn.cover(
        one.claims(),
        (LocalDate) one.row().get("transaction_date"),
        (Integer) Objects.requireNonNull(one.row().get("line_count")),
        one.isCounted(),
        (BigDecimal) one.row().get("charge_total"));
  }

  private static TableRow row(String disposition, Delivered transaction, Fault fault)
      throws IOException {
    Provenance place = transaction.provenance();
    return transaction
        .outline()
        .fill(place.fill(new TableRow(TRANSACTION_EXCEPTION), place.segmentIndex()))
        .set("disposition", disposition)
        .set("claim_ids", transaction.outline().claimIds())
        .set("reason", fault.reason())
        .set("remedy", Remedy.of(fault.kind(), transaction.outline()))
        .set("fault_segment_index", fault.segmentIndex())
        .set("version_code", place.version());
  }

  private void writeOnce(TableRow row, RowSink sink) throws IOException {
    if (recorded.add(row.get("disposition") + place(row) + "/" + row.get("fault_segment_index"))) {
      recorded.add(row.get("disposition") + place(row));
      sink.write(row);
    }
  }

  private static List<@Nullable Object> signature(TableRow row) {
    List<@Nullable Object> signature = new ArrayList<>();
    for (String column : SIGNATURE) {
      signature.add(row.get(column));
    }
    return signature;
  }

  private static String place(TableRow row) {
    return "/" + row.get("file_sha256") + "/" + row.get("segment_index");
  }

  private void addKnown(@Nullable Object[] values) {
    TableRow row = TableRow.of(TRANSACTION_EXCEPTION, values);
    String disposition = String.valueOf(row.get("disposition"));
    String place = place(row);
    recorded.add(disposition + place);
    recorded.add(disposition + place + "/" + row.get("fault_segment_index"));
    switch (disposition) {
      case RELEASED -> {
        released.add(place);
        held.remove(place);
      }
      case HELD -> {
        filesToReadAgain.add(String.valueOf(row.get("file_sha256")));
        if (!released.contains(place)) {
          List<?> ids = (List<?>) Objects.requireNonNull(row.get("claim_ids"));
          Map<String, String> claims = new LinkedHashMap<>();
          ids.forEach(id -> claims.put(String.valueOf(id), SentClaims.PRIMARY));
          Held one = new Held(row, claims, true, false);
          held.put(place, one);
          noteClaims(one);
        }
      }
      case COPY_DIFFERS -> filesToReadAgain.add(String.valueOf(row.get("file_sha256")));
      default -> {}
    }
  }

  private static HeldTransaction heldTransaction(TableRow row, boolean isCopy) {
    return new HeldTransaction(
        String.valueOf(row.get("source_file")),
        (Integer) Objects.requireNonNull(row.get("fault_segment_index")),
        (String) row.get("transaction_set_code"),
        isCopy,
        (String) row.get("trace_number"),
        (String) row.get("payer_name"),
        (BigDecimal) row.get("transaction_amount"),
        (Integer) Objects.requireNonNull(row.get("claim_count")),
        (Integer) Objects.requireNonNull(row.get("line_count")),
        (BigDecimal) row.get("charge_total"),
        String.valueOf(row.get("reason")),
        String.valueOf(row.get("remedy")));
  }
}
