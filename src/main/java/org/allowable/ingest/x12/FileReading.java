package org.allowable.ingest.x12;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.allowable.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file from its first segment to its last, the envelopes checked, each transaction
 * given to who wants it.
 */
final class FileReading {

  /** Who wants a transaction. */
  @FunctionalInterface
  interface Recipient {

    /**
     * A transaction of claim data begins.
     *
     * @param ordinal its place among those of the file, from 0
     * @return null to pass over it
     */
    @Nullable Transaction begin(int ordinal, TransactionKind kind, Provenance provenance);
  }

  /**
   * A transaction of claim data.
   *
   * @param setCode 835 or 837
   * @param identity by which it is known when it comes again
   * @param totals what it holds
   */
  record Delivered(String setCode, String identity, Totals totals) {}

  private final String sourceFile;
  private final String fileSha256;
  private final Recipient recipient;
  private final Envelope envelope = new Envelope();
  private final List<Delivered> delivered = new ArrayList<>();
  private @Nullable String passedOver;
  private int ordinal;
  private @Nullable Segment opened;
  private @Nullable Transaction open;
  private MessageDigest content = Sha256.digest();

  FileReading(String sourceFile, String fileSha256, Recipient recipient) {
    this.sourceFile = sourceFile;
    this.fileSha256 = fileSha256;
    this.recipient = recipient;
  }

  /**
   * Reads the file.
   *
   * @return SHA-256 of the bytes read
   * @throws QuarantineException if it cannot be read whole
   */
  String read(InputStream in) throws IOException {
    try (X12Reader reader = new X12Reader(in)) {
      try {
        readSegments(reader);
      } catch (ArithmeticException e) {
        throw new QuarantineException(
            reader.segmentIndex(), "a sum of amounts up to here is too large for a claim");
      }
      return reader.fileSha256();
    }
  }

  /** The transactions of claim data that were not passed over, in order. */
  List<Delivered> delivered() {
    return delivered;
  }

  /** What else the file holds, in words; null if there is nothing else. */
  @Nullable String passedOver() {
    return passedOver;
  }

  private void readSegments(X12Reader reader) throws IOException {
    for (Segment s = reader.next(); s != null; s = reader.next()) {
      envelope.accept(s);
      if (s.tag().equals("ST")) {
        begin(s);
      } else if (s.tag().equals("SE")) {
        finish(s);
      } else if (open != null) {
        s.addTo(content);
        open.accept(s);
      }
    }
  }

  private void begin(Segment st) {
    TransactionKind kind = TransactionKind.of(st, envelope.guide(st));
    if (kind.notClaimData() != null) {
      passedOver = kind.notClaimData();
      return;
    }
    opened = st;
    open = recipient.begin(ordinal, kind, Provenance.of(sourceFile, fileSha256, envelope, st));
    ordinal++;
    content = Sha256.digest();
  }

  private void finish(Segment se) throws IOException {
    Transaction finished = open;
    if (finished == null || opened == null) {
      return;
    }
    finished.end(se.index());
    String identity = finished.identity(Hashes.identity(content));
    delivered.add(new Delivered(opened.required(1), identity, finished.totals()));
    open = null;
  }
}
