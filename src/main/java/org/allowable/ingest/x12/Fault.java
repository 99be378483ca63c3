package org.allowable.ingest.x12;

/**
 * Why a transaction or a file did not go in.
 *
 * @param kind decides what there is to do
 * @param segmentIndex where, counted in segments from 1 at the start of the file
 * @param reason one sentence without its full stop; it never carries what an element holds
 */
record Fault(FaultKind kind, int segmentIndex, String reason) {

  static Fault of(QuarantineException e) {
    return new Fault(e.kind(), e.segmentIndex(), e.reason());
  }
}
