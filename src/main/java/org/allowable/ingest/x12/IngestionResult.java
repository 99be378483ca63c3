package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of ingestion found and put into the warehouse.
 *
 * @param files every file of the folder, in the order of their paths
 * @param batchId the batch that was written, or null if there was nothing new
 * @param claims submitted claims that went in
 * @param claimLines their service lines
 * @param payments payments and notices (835 transactions) that went in
 * @param remitClaims claim payments (CLP) in them
 * @param remitLines their rows of remit_line
 * @param paymentTotal sum of BPR02, US dollars
 */
public record IngestionResult(
    List<IngestedFile> files,
    @Nullable String batchId,
    int claims,
    int claimLines,
    int payments,
    int remitClaims,
    int remitLines,
    BigDecimal paymentTotal) {

  /** Keeps its own copy of the list. */
  public IngestionResult {
    files = List.copyOf(files);
  }

  static IngestionResult of(List<IngestedFile> files, @Nullable String batchId, Totals totals) {
    return new IngestionResult(
        files,
        batchId,
        totals.count("submitted_claim_count"),
        totals.count("submitted_line_count"),
        totals.count("payment_count"),
        totals.count("remit_claim_count"),
        totals.count("remit_line_count"),
        totals.sum("payment_total"));
  }

  /** How many files came to this. */
  public long count(FileStatus status) {
    return files.stream().filter(file -> file.status() == status).count();
  }

  /** The files that came to this. */
  public List<IngestedFile> files(FileStatus status) {
    return files.stream().filter(file -> file.status() == status).toList();
  }
}
