package org.allowable.ingest.x12;

/** What became of a file; the values of ingested_file.status. */
public enum FileStatus {
  /** At least one of its transactions went in; others may be held. */
  LOADED,
  /** Every transaction in it was in the warehouse already, or came whole in another file. */
  ALREADY_LOADED,
  /** Nothing of it went in: every transaction in it is held, or none can be told apart. */
  QUARANTINED,
  /** A sound X12 file that holds neither remittances nor professional claims. */
  NOT_CLAIM_DATA,
  /** No X12 at all. */
  NOT_X12
}
