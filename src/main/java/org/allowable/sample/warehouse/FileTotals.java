package org.allowable.sample.warehouse;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.allowable.model.Sha256;
import org.allowable.model.Warehouse;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleRemitService;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.payment.Identity;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.practice.Money;
import org.allowable.sample.x12.SampleProvenance;
import org.jspecify.annotations.Nullable;

/** What each X12 file of the history holds, counted while the history is written. */
final class FileTotals {

  private static final class File {
    private final String hash;
    private final Set<String> transactions = new TreeSet<>();
    private String setCode = "837";
    private int copies;
    private int claims;
    private int lines;
    private BigDecimal charges = Money.ZERO;
    private int payments;
    private int remitClaims;
    private int remitLines;
    private BigDecimal paid = Money.ZERO;
    private BigDecimal claimCharges = Money.ZERO;
    private BigDecimal claimsPaid = Money.ZERO;
    private BigDecimal linesPaid = Money.ZERO;
    private BigDecimal adjusted = Money.ZERO;

    File(String hash) {
      this.hash = hash;
    }
  }

  private final TreeMap<String, File> files = new TreeMap<>();

  void add(SampleSubmission submission) {
    String name = SampleProvenance.claimFile(YearMonth.from(submission.submittedDate()));
    File file = files.computeIfAbsent(name, key -> new File(Sha256.of(key)));
    file.transactions.add(Identity.of(name + "|" + submission.submittedDate()));
    file.claims++;
    file.lines += submission.services().size();
    file.charges = file.charges.add(submission.charge());
  }

  void add(Payment payment, SampleProvenance provenance) {
    File file = files.computeIfAbsent(provenance.file(), key -> new File(provenance.fileHash()));
    file.setCode = "835";
    file.transactions.add(payment.paymentId());
    file.payments++;
    file.paid = file.paid.add(payment.amount());
    file.claimsPaid = file.claimsPaid.add(payment.claimsPaid());
    file.adjusted = file.adjusted.add(payment.adjusted());
    for (SampleRemitClaim claim : payment.claims()) {
      file.remitClaims++;
      file.remitLines += claim.rowCount();
      file.claimCharges = file.claimCharges.add(claim.charge());
      for (SampleRemitService service : claim.services()) {
        file.linesPaid = file.linesPaid.add(service.paid());
      }
    }
  }

  /** A payment that comes again: nothing of it goes in. */
  void addCopy(SampleProvenance provenance) {
    files.computeIfAbsent(provenance.file(), key -> new File(provenance.fileHash())).copies++;
  }

  /** One row for each file. */
  List<@Nullable Object[]> fileRows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    files.forEach(
        (name, file) ->
            rows.add(
                new RowCells(Warehouse.INGESTED_FILE)
                    .set("source_file", name)
                    .set("file_sha256", file.hash)
                    .set("status", file.transactions.isEmpty() ? "ALREADY_LOADED" : "LOADED")
                    .set("transaction_count", file.transactions.size() + file.copies)
                    .set("duplicate_transaction_count", file.copies)
                    .set("submitted_claim_count", file.claims)
                    .set("submitted_line_count", file.lines)
                    .set("submitted_charge_total", file.charges)
                    .set("payment_count", file.payments)
                    .set("remit_claim_count", file.remitClaims)
                    .set("remit_line_count", file.remitLines)
                    .set("payment_total", file.paid)
                    .set("claim_charge_total", file.claimCharges)
                    .set("claim_paid_total", file.claimsPaid)
                    .set("line_paid_total", file.linesPaid)
                    .set("provider_adjustment_total", file.adjusted)
                    .row()));
    return rows;
  }

  /** One row for each transaction. */
  List<@Nullable Object[]> transactionRows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          for (String transaction : file.transactions) {
            rows.add(
                new RowCells(Warehouse.INGESTED_TRANSACTION)
                    .set("transaction_id", transaction)
                    .set("transaction_set_code", file.setCode)
                    .set("source_file", name)
                    .set("file_sha256", file.hash)
                    .row());
          }
        });
    return rows;
  }
}
