package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.model.Sha256;
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

  private final Set<Long> claims = new HashSet<>();
  private final Set<Long> claimIds = new HashSet<>();
  private @Nullable Object @Nullable [] payment;
  private long sum;
  private long otherSum;

  /** Takes a row. */
  @Override
  public void write(TableRow row) {
    if (row.table().equals(PAYMENT)) {
      payment = row.values();
    }
    add(row.table(), row.values());
  }

  /** Takes a row as the warehouse holds it. */
  void add(Table table, @Nullable Object[] values) {
    boolean[] isSaid = SAID.get(table.name());
    if (isSaid == null) {
      return;
    }
    MessageDigest digest = Sha256.digest();
    digest.update(table.name().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < values.length; i++) {
      if (isSaid[i]) {
        add(digest, values[i]);
      }
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    // Sums, so that the order of claims does not matter.
    sum += hash.getLong();
    otherSum += hash.getLong();
    if (table.equals(REMIT_LINE)) {
      claims.add(claim(values));
      claimIds.add(claimId(String.valueOf(values[REMIT_LINE.indexOf("claim_id")])));
    }
  }

  /** The payment's own row, if it came by here. */
  @Nullable Object @Nullable [] payment() {
    return payment;
  }

  /** Whether it is about all of these claims (CLP01). */
  boolean covers(List<String> ids) {
    return ids.stream().allMatch(id -> claimIds.contains(claimId(id)));
  }

  /** The claims, each as a hash of patient control number, payer's number and reversal. */
  Set<Long> claims() {
    return claims;
  }

  /** Whether another says the same. */
  boolean isSame(RowDigest other) {
    return sum == other.sum && otherSum == other.otherSum && claims.equals(other.claims);
  }

  private static long claimId(String id) {
    MessageDigest digest = Sha256.digest();
    add(digest, id);
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static long claim(@Nullable Object[] values) {
    MessageDigest digest = Sha256.digest();
    Stream.of("claim_id", "payer_claim_control_number", "is_reversal")
        .forEach(column -> add(digest, values[REMIT_LINE.indexOf(column)]));
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static boolean[] said(Table table) {
    boolean[] said = new boolean[table.columns().size()];
    for (int i = 0; i < said.length; i++) {
      said[i] = !PLACE.contains(table.columns().get(i).name());
    }
    return said;
  }

  private static void add(MessageDigest digest, @Nullable Object value) {
    if (value instanceof List<?> list) {
      list.forEach(each -> add(digest, each));
      digest.update((byte) 1);
    } else if (value instanceof Object[] struct) {
      Arrays.stream(struct).forEach(each -> add(digest, each));
      digest.update((byte) 2);
    } else {
      digest.update(text(value).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : Objects.toString(value, "");
  }
}
