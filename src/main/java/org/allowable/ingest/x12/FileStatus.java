package org.allowable.ingest.x12;

/** What became of a file; the values of ingested_file.status. */
public enum FileStatus {
  /** At least one of its transactions went in. */
  LOADED,
  /** Every transaction in it was in the warehouse already. */
  ALREADY_LOADED,
  /** It could not be read whole; nothing of it went in. */
  QUARANTINED,
  /** A sound X12 file that holds neither remittances nor professional claims. */
  NOT_CLAIM_DATA
}
