package org.allowable.ingest.x12;

/**
 * A file cannot be read whole, so nothing of it goes in. The message is one sentence for a person;
 * it never carries what an element holds.
 */
final class QuarantineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int segmentIndex;

  /**
   * A complaint about a place.
   *
   * @param segmentIndex the segment, counted from 1 at the start of the file
   */
  QuarantineException(int segmentIndex, String reason) {
    super(reason);
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
}
