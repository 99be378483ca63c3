package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.ingest.x12.KnownChecks.KnownCheck;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a remittance says of money, in whatever order and under whatever header: a hash of its claim
 * lines and provider adjustments, and which claims it is about.
 */
final class RowDigest implements RowSink {

  // Where a row came from and what the header says of it: two copies of a check differ in these.
  private static final List<String> PLACE =
      List.of(
          "source_file",
          "file_sha256",
          "interchange_control_number",
          "group_control_number",
          "transaction_control_number",
          "segment_index",
          "payment_id",
          "payment_month",
          "payment_date",
          "payer_id",
          "payer_name",
          "payee_npi",
          "claim_position",
          "ordinal");
  private static final Map<String, boolean[]> SAID =
      Map.of(
          REMIT_LINE.name(), said(REMIT_LINE),
          PROVIDER_ADJUSTMENT.name(), said(PROVIDER_ADJUSTMENT));

  private static final int CLAIM_ID = REMIT_LINE.indexOf("claim_id");
  private static final int CLAIM_NUMBER = REMIT_LINE.indexOf("payer_claim_control_number");
  private static final int IS_REVERSAL = REMIT_LINE.indexOf("is_reversal");

  private final RowHash hash;
  private final SetAside aside;
  private final ClaimHashes claims = new ClaimHashes();
  private @Nullable KnownCheck check;
  private @Nullable Object @Nullable [] lastClaim;
  private boolean isOfPayment;
  private long sum;
  private long otherSum;

  /**
   * Nothing yet.
   *
   * @param hash shared by those that are filled by turns
   * @param aside takes the claims when all are there
   */
  RowDigest(RowHash hash, SetAside aside) {
    this.hash = hash;
    this.aside = aside;
  }

  /** Takes a row. */
  @Override
  public void write(TableRow row) throws IOException {
    if (row.table().equals(PAYMENT)) {
      // The last row of its transaction.
      check = KnownCheck.of("", row.values(), this, aside);
      isOfPayment = true;
      lastClaim = null;
      claims.setAside(aside);
      return;
    }
    add(row.table(), row.values());
  }

  /** Takes a row as the warehouse holds it. */
  void add(Table table, @Nullable Object[] values) {
    boolean[] isSaid = SAID.get(table.name());
    if (isSaid == null) {
      return;
    }
    hash.add(table.name());
    for (int i = 0; i < values.length; i++) {
      if (isSaid[i]) {
        hash.add(values[i]);
      }
    }
    ByteBuffer said = hash.end();
    // Sums, so that the order of claims does not matter.
    sum += said.getLong();
    otherSum += said.getLong();
    if (table.equals(REMIT_LINE)) {
      addClaim(values);
    }
  }

  /** The check that its payment is; null where it has no number, or nothing was paid. */
  @Nullable KnownCheck check() {
    return check;
  }

  /** Whether it is of a transaction that was read, and not of a row of the warehouse. */
  boolean isOfPayment() {
    return isOfPayment;
  }

  /** Whether it is about all of these claims (CLP01). */
  boolean covers(List<String> ids, RowHash by) throws IOException {
    return claims.containsAll(ids.stream().mapToLong(id -> claimId(id, by)).toArray());
  }

  /** Whether both are about a claim of the same control number, payer's number and reversal. */
  boolean meets(RowDigest other) throws IOException {
    return claims.meets(other.claims);
  }

  /** Whether another says the same. */
  boolean isSame(RowDigest other) throws IOException {
    return sum == other.sum && otherSum == other.otherSum && claims.isSame(other.claims);
  }

  // The lines of a claim follow one another.
  private void addClaim(@Nullable Object[] values) {
    @Nullable Object @Nullable [] last = lastClaim;
    if (last != null
        && Objects.equals(last[CLAIM_ID], values[CLAIM_ID])
        && Objects.equals(last[CLAIM_NUMBER], values[CLAIM_NUMBER])
        && Objects.equals(last[IS_REVERSAL], values[IS_REVERSAL])) {
      return;
    }
    lastClaim = values;
    long rest = hash.add(values[CLAIM_NUMBER]).add(values[IS_REVERSAL]).end().getLong();
    claims.add(ClaimHashes.hash(claimId(String.valueOf(values[CLAIM_ID]), hash), rest));
  }

  private static long claimId(String id, RowHash by) {
    return by.add(id).end().getLong();
  }

  private static boolean[] said(Table table) {
    boolean[] said = new boolean[table.columns().size()];
    for (int i = 0; i < said.length; i++) {
      said[i] = !PLACE.contains(table.columns().get(i).name());
    }
    return said;
  }
}
