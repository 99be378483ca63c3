package org.allowable.ingest.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a transaction came from.
 *
 * @param sourceFile path relative to the folder that was ingested
 * @param fileSha256 hash of the file
 * @param interchange ISA13
 * @param group GS06
 * @param transaction ST02
 * @param version GS08
 * @param segmentIndex place of ST in the file
 * @param madeDate the day on which its envelope says it was made
 */
record Provenance(
    String sourceFile,
    String fileSha256,
    @Nullable String interchange,
    @Nullable String group,
    @Nullable String transaction,
    @Nullable String version,
    int segmentIndex,
    @Nullable LocalDate madeDate) {

  static Provenance of(String sourceFile, String sha256, Envelope envelope, Segment st) {
    return new Provenance(
        sourceFile,
        sha256,
        envelope.interchangeControlNumber(),
        envelope.groupControlNumber(),
        st.text(2),
        envelope.version(),
        st.index(),
        envelope.madeDate());
  }

  /** Fills a row's columns of provenance. */
  TableRow fill(TableRow row, int segment) {
    return row.set("source_file", sourceFile)
        .set("file_sha256", fileSha256)
        .set("interchange_control_number", interchange)
        .set("group_control_number", group)
        .set("transaction_control_number", transaction)
        .set("segment_index", segment);
  }
}
