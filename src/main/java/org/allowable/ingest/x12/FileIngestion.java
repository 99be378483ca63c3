package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;
import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.INGESTED_TRANSACTION;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.ingest.x12.FileReading.Delivered;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Ingests files one after the other. Each is read twice: the first reading checks all of it and
 * finds out what each transaction is; the second writes the rows of those that are new.
 */
final class FileIngestion {

  // What became of a transaction.
  static final String NEW = "new_transaction_count";
  static final String DUPLICATE = "duplicate_transaction_count";
  static final String COPY = "differing_copy_count";
  static final String HELD = "held_transaction_count";

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

  private final Catalog catalog;
  private final ExceptionRows exceptions;
  private final KnownChecks checks;
  private final RowSink rows;
  private final SecondThread second;
  private final PatientKey key;
  private final boolean isStrict;
  private final SetAside aside;
  private final RowHash hash = new RowHash();
  private final Totals added = new Totals();
  private final Map<String, AllHeld> allHeld = new LinkedHashMap<>();
  private final List<WrittenClaims> written = new ArrayList<>();

  /**
   * A file of which claims went in.
   *
   * @param identities of the transactions that did, by their place in the file
   * @param components as the reading needs them
   */
  private record WrittenClaims(
      SourceFile file,
      String sha256,
      Map<Integer, String> identities,
      Map<Integer, Integer> components) {}

  /**
   * A file of which every transaction is held, as long as no whole copies come in a later file.
   *
   * @param reason why its first one is held
   * @param unread what cannot be read besides; null if there is nothing
   */
  private record AllHeld(
      String name,
      String sha256,
      String reason,
      @Nullable Integer segmentIndex,
      @Nullable String unread,
      int transactions) {}

  /**
   * Ingestion into a batch.
   *
   * @param rows takes rows of this thread
   * @param second compares what remittances say while they are read
   * @param aside takes which claims each transaction is about
   * @param isStrict whether a file with anything amiss is refused whole
   */
  FileIngestion(
      Catalog catalog,
      ExceptionRows exceptions,
      KnownChecks checks,
      RowSink rows,
      SecondThread second,
      PatientKey key,
      SetAside aside,
      boolean isStrict) {
    this.catalog = catalog;
    this.exceptions = exceptions;
    this.checks = checks;
    this.rows = rows;
    this.second = second;
    this.key = key;
    this.aside = aside;
    this.isStrict = isStrict;
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
    Catalog.Known known = catalog.file(sha256);
    if (known != null && known.isFinal() && !exceptions.mayHoldMore(sha256)) {
      return knownFile(file, sha256, known);
    }
    String unpackable = file.refusal();
    if (unpackable != null) {
      return record(file.name(), sha256, FileStatus.QUARANTINED, unpackable, null, 0, 0);
    }
    Checked checked;
    try {
      checked = check(file, sha256);
    } catch (QuarantineException e) {
      // What a file is that is no X12 says already what to do with it.
      return e.kind() == FaultKind.NOT_X12
          ? record(file.name(), sha256, FileStatus.NOT_X12, e.reason(), null, 0, 0)
          : record(
              file.name(),
              sha256,
              FileStatus.QUARANTINED,
              e.reason() + ". " + Remedy.ofFile(e.kind()),
              null,
              0,
              0);
    }
    FileReading reading = checked.reading();
    List<Delivered> delivered = reading.delivered();
    Fault refused = refusal(reading, delivered);
    if (refused != null) {
      String reason = refused.reason() + ". " + Remedy.ofFile(refused.kind());
      return record(
          file.name(), sha256, FileStatus.QUARANTINED, reason, refused.segmentIndex(), 0, 0);
    }
    if (delivered.stream().allMatch(FileIngestion::isEmptyClaimSet)) {
      return record(
          file.name(), sha256, FileStatus.NOT_CLAIM_DATA, notClaimData(reading), null, 0, 0);
    }
    return load(file, sha256, checked);
  }

  /** A file as the first reading found it, with what each remittance in it says. */
  private record Checked(
      FileReading reading, Map<Integer, Integer> components, Map<Integer, RowDigest> digests) {}

  private Checked check(SourceFile file, String sha256) throws IOException {
    Checked checked = check(file, sha256, Map.of());
    Map<Integer, Integer> components = checked.reading().componentsInUse();
    return components.isEmpty() ? checked : check(file, sha256, components);
  }

  private Checked check(SourceFile file, String sha256, Map<Integer, Integer> components)
      throws IOException {
    Map<Integer, RowDigest> digests = new HashMap<>();
    FileReading reading =
        new FileReading(
            file.name(),
            sha256,
            FileReading.Purpose.CHECK,
            (ordinal, kind, provenance) -> {
              RowDigest digest = new RowDigest(hash, aside);
              digests.put(ordinal, digest);
              // Of claims nothing is compared.
              RowSink said =
                  kind == TransactionKind.REMITTANCE
                      ? row -> second.run(() -> digest.write(row))
                      : RowSink.NOWHERE;
              return transaction(kind, provenance, "", said);
            },
            components,
            aside);
    requireUnchanged(file, sha256, reading.read(file.opening().open()));
    second.settle();
    return new Checked(reading, components, digests);
  }

  // What keeps all of a file out: nothing in it can be told apart, or the user wants it whole.
  private @Nullable Fault refusal(FileReading reading, List<Delivered> delivered) {
    List<Fault> faults = new ArrayList<>();
    if (isStrict) {
      delivered.stream().flatMap(each -> Stream.ofNullable(each.fault())).forEach(faults::add);
    }
    boolean isNothing = delivered.isEmpty() && reading.passedOver() == null;
    if (isStrict || isNothing) {
      reading
          .notices()
          .forEach(
              notice ->
                  faults.add(new Fault(FaultKind.ENVELOPE, notice.segmentIndex(), notice.text())));
    }
    if (isStrict || delivered.isEmpty()) {
      faults.addAll(reading.faults());
    }
    return faults.stream().min(Comparator.comparing(Fault::segmentIndex)).orElse(null);
  }

  private IngestedFile load(SourceFile file, String sha256, Checked checked) throws IOException {
    FileReading reading = checked.reading();
    List<Delivered> delivered = reading.delivered();
    Map<Integer, Delivered> news = new HashMap<>();
    Totals totals = new Totals();
    for (Delivered transaction : delivered) {
      RowDigest digest = Objects.requireNonNull(checked.digests().get(transaction.ordinal()));
      String column = accept(transaction, digest);
      totals.count(column, 1);
      if (column.equals(NEW)) {
        news.put(transaction.ordinal(), transaction);
        totals.add(transaction.totals());
        writeTransaction(transaction, file.name(), sha256);
      }
    }
    int duplicates = totals.count(DUPLICATE);
    added.add(totals);
    String unread = unreadable(reading);
    Fault first = delivered.get(0).fault();
    if (first != null && totals.count(HELD) == delivered.size()) {
      String reason = first.reason() + ". " + Remedy.of(first.kind(), delivered.get(0).outline());
      return hold(
          new AllHeld(file.name(), sha256, reason, first.segmentIndex(), unread, delivered.size()));
    }
    FileStatus status = news.isEmpty() ? FileStatus.ALREADY_LOADED : FileStatus.LOADED;
    if (!news.isEmpty()) {
      writeRows(file, sha256, news, checked);
      warn(reading, news, delivered.get(0).provenance());
    }
    return record(file.name(), sha256, status, unread, null, delivered.size(), duplicates, totals);
  }

  private IngestedFile hold(AllHeld file) {
    allHeld.put(file.name(), file);
    boolean isNew = !catalog.isRecorded(file.sha256(), file.name());
    return new IngestedFile(
        file.name(), FileStatus.QUARANTINED, file.reason(), isNew, file.segmentIndex());
  }

  /**
   * Records the files of which every transaction was held, after {@link ExceptionRows#finish}.
   *
   * @param outcomes what became of each file as it was read
   * @return what became of it in the end
   */
  List<IngestedFile> settle(List<IngestedFile> outcomes) throws IOException {
    List<IngestedFile> settled = new ArrayList<>();
    for (IngestedFile outcome : outcomes) {
      AllHeld file = allHeld.get(outcome.sourceFile());
      settled.add(file == null ? outcome : settle(file));
    }
    return settled;
  }

  private IngestedFile settle(AllHeld file) throws IOException {
    int count = file.transactions();
    return exceptions.isStillHeld(file.sha256())
        ? record(
            file.name(),
            file.sha256(),
            FileStatus.QUARANTINED,
            file.reason(),
            file.segmentIndex(),
            count,
            0)
        : record(
            file.name(),
            file.sha256(),
            FileStatus.ALREADY_LOADED,
            file.unread(),
            null,
            count,
            count);
  }

  // The part of a file that cannot be read and in which no transaction can be told apart.
  private static @Nullable String unreadable(FileReading reading) {
    return reading.faults().stream()
        .map(
            fault ->
                "segment "
                    + fault.segmentIndex()
                    + ": "
                    + fault.reason()
                    + ". "
                    + Remedy.ofFile(fault.kind()))
        .findFirst()
        .orElse(null);
  }

  /** What becomes of a transaction: the name of a count. */
  private String accept(Delivered transaction, RowDigest digest) throws IOException {
    Fault fault = transaction.fault();
    if (fault != null) {
      return exceptions.hold(transaction, fault) ? HELD : DUPLICATE;
    }
    if (catalog.hasTransaction(transaction.identity())) {
      return DUPLICATE;
    }
    KnownChecks.KnownCheck found = digest.check();
    KnownChecks.KnownCheck check = found == null ? null : found.withId(transaction.identity());
    if (check != null) {
      KnownChecks.KnownCheck copy = checks.copyOf(check);
      if (copy != null && copy.isSame(check)) {
        return DUPLICATE;
      }
      if (copy != null) {
        exceptions.copy(transaction, copy.paymentId(), rows);
        return COPY;
      }
      checks.add(check);
    }
    catalog.noteTransaction(transaction.identity());
    return NEW;
  }

  private void warn(FileReading reading, Map<Integer, Delivered> news, Provenance first)
      throws IOException {
    Provenance file =
        new Provenance(first.sourceFile(), first.fileSha256(), null, null, null, null, 1, null);
    for (Notices.Notice notice : reading.notices()) {
      exceptions.warn(file, null, notice.segmentIndex(), notice.text(), rows);
    }
    for (Delivered transaction : news.values()) {
      for (Fault warning : transaction.warnings()) {
        exceptions.warn(
            transaction.provenance(), transaction, warning.segmentIndex(), warning.reason(), rows);
      }
    }
  }

  private void writeRows(
      SourceFile file, String sha256, Map<Integer, Delivered> news, Checked checked)
      throws IOException {
    Map<Integer, String> identities = new HashMap<>();
    news.forEach((ordinal, transaction) -> identities.put(ordinal, transaction.identity()));
    readAgain(file, sha256, identities, checked.components(), this::write);
    if (news.values().stream().anyMatch(each -> each.outline().setCode().equals("837"))) {
      written.add(new WrittenClaims(file, sha256, identities, checked.components()));
    }
  }

  private void readAgain(
      SourceFile file,
      String sha256,
      Map<Integer, String> identities,
      Map<Integer, Integer> components,
      RowSink sink)
      throws IOException {
    FileReading.Recipient writing =
        (ordinal, kind, provenance) -> {
          String identity = identities.get(ordinal);
          return identity == null ? null : transaction(kind, provenance, identity, sink);
        };
    String read;
    try {
      FileReading again =
          new FileReading(
              file.name(), sha256, FileReading.Purpose.WRITE, writing, components, aside);
      read = again.read(file.opening().open());
    } catch (QuarantineException e) {
      read = "";
    }
    requireUnchanged(file, sha256, read);
  }

  private void write(TableRow row) throws IOException {
    if (row.table().equals(CLAIM_LINE)) {
      exceptions.claimIn(row);
    }
    rows.write(row);
  }

  /** Gives the rows of claim_line that went in so far once more, in their order. */
  void readClaimLinesAgain(RowSink lines) throws IOException {
    for (WrittenClaims file : written) {
      readAgain(file.file(), file.sha256(), file.identities(), file.components(), lines);
    }
  }

  private Transaction transaction(
      TransactionKind kind, Provenance provenance, String identity, RowSink sink) {
    return kind == TransactionKind.REMITTANCE
        ? new RemittanceTransaction(provenance, identity, sink)
        : new ClaimTransaction(provenance, identity, key, sink);
  }

  // The same bytes under another name, or the same file on another night.
  private IngestedFile knownFile(SourceFile file, String sha256, Catalog.Known known)
      throws IOException {
    FileStatus was = FileStatus.valueOf(known.status());
    FileStatus status = was == FileStatus.LOADED ? FileStatus.ALREADY_LOADED : was;
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
    boolean wasRecorded = catalog.isRecorded(sha256, name);
    catalog.note(sha256, name, new Catalog.Known(status.name(), reason, transactions));
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
    return new IngestedFile(name, status, reason, !wasRecorded, segmentIndex);
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
            .set("transaction_set_code", transaction.outline().setCode())
            .set("source_file", name)
            .set("file_sha256", sha256));
  }

  private static boolean isEmptyClaimSet(Delivered transaction) {
    return transaction.fault() == null
        && transaction.outline().setCode().equals("837")
        && transaction.totals().count("submitted_claim_count") == 0;
  }

  private static String notClaimData(FileReading reading) {
    if (!reading.delivered().isEmpty()) {
      return "holds an 837 without a claim. Export it again if it should have claims.";
    }
    String other = reading.passedOver();
    return "holds " + (other == null ? "no transaction" : other) + ". No action needed.";
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
