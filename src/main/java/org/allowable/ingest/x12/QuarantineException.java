package org.allowable.ingest.x12;

/**
 * Something cannot be read, so the transaction it stands in is held, or the file where it stands in
 * none. The message is one sentence for a person; it never carries what an element holds.
 */
final class QuarantineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int segmentIndex;
  private final FaultKind kind;

  /**
   * A complaint about a place in a transaction's content.
   *
   * @param segmentIndex the segment, counted from 1 at the start of the file
   */
  QuarantineException(int segmentIndex, String reason) {
    this(FaultKind.CONTENT, segmentIndex, reason);
  }

  /** A complaint of a kind, which decides what there is to do. */
  QuarantineException(FaultKind kind, int segmentIndex, String reason) {
    super(reason);
    this.kind = kind;
    this.segmentIndex = segmentIndex;
  }

  /** The segment, counted from 1 at the start of the file. */
  int segmentIndex() {
    return segmentIndex;
  }

  /** Why, as one sentence. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** What kind of fault it is. */
  FaultKind kind() {
    return kind;
  }
}
