package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of ingestion found and put into the warehouse.
 *
 * @param files every file of the folder, in the order of their paths
 * @param held transactions that did not go in
 * @param hiddenFiles files passed over because their names begin with a dot
 * @param warnings faults of envelopes and dates that went in with a warning
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
    List<HeldTransaction> held,
    int hiddenFiles,
    int warnings,
    @Nullable String batchId,
    int claims,
    int claimLines,
    int payments,
    int remitClaims,
    int remitLines,
    BigDecimal paymentTotal) {

  /** Keeps its own copies of the lists. */
  public IngestionResult {
    files = List.copyOf(files);
    held = List.copyOf(held);
  }

  static IngestionResult of(
      List<IngestedFile> files,
      List<HeldTransaction> held,
      int hiddenFiles,
      int warnings,
      @Nullable String batchId,
      Totals totals) {
    return new IngestionResult(
        files,
        held,
        hiddenFiles,
        warnings,
        batchId,
        totals.count("submitted_claim_count"),
        totals.count("submitted_line_count"),
        totals.count("payment_count"),
        totals.count("remit_claim_count"),
        totals.count("remit_line_count"),
        totals.sum("payment_total"));
  }

  IngestionResult withHidden(int hidden) {
    return new IngestionResult(
        files,
        held,
        hidden,
        warnings,
        batchId,
        claims,
        claimLines,
        payments,
        remitClaims,
        remitLines,
        paymentTotal);
  }

  /** How many files came to this. */
  public long count(FileStatus status) {
    return files.stream().filter(file -> file.status() == status).count();
  }

  /** Files without any X12 that no run has named before. */
  public List<IngestedFile> newlyNotX12() {
    return files.stream()
        .filter(file -> file.status() == FileStatus.NOT_X12 && file.isNew())
        .toList();
  }

  /** Files of which a part outside of any transaction that is known could not be read. */
  public List<IngestedFile> partlyRead() {
    return files.stream()
        .filter(
            file ->
                file.reason() != null
                    && (file.status() == FileStatus.LOADED
                        || file.status() == FileStatus.ALREADY_LOADED))
        .toList();
  }

  /** Whether nothing was held, refused or left unread. */
  public boolean isWhole() {
    return held.isEmpty() && partlyRead().isEmpty() && count(FileStatus.QUARANTINED) == 0;
  }

  /** Files in which no transaction could be told apart, so that no transaction is held. */
  public List<IngestedFile> refusedWhole() {
    return files.stream()
        .filter(file -> file.status() == FileStatus.QUARANTINED)
        .filter(file -> held.stream().noneMatch(h -> h.sourceFile().equals(file.sourceFile())))
        .toList();
  }

  /**
   * Transactions that did not go in.
   *
   * @param isCopy whether they are other copies of a check that went in
   */
  public List<HeldTransaction> held(boolean isCopy) {
    return held.stream().filter(each -> each.isCopy() == isCopy).toList();
  }

  /** The files that came to this. */
  public List<IngestedFile> files(FileStatus status) {
    return files.stream().filter(file -> file.status() == status).toList();
  }
}
