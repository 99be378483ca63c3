package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts and sums of what was read, by the names of the columns of ingested_file. */
final class Totals {

  private static final BigDecimal ZERO = new BigDecimal("0.00");
  private static final List<String> COUNTS =
      List.of(
          "submitted_claim_count",
          "submitted_line_count",
          "payment_count",
          "remit_claim_count",
          "remit_line_count",
          "service_line_count",
          FileIngestion.NEW,
          FileIngestion.DUPLICATE,
          FileIngestion.COPY,
          FileIngestion.HELD);
  private static final List<String> SUMS =
      List.of(
          "submitted_charge_total",
          "payment_total",
          "claim_charge_total",
          "claim_paid_total",
          "line_paid_total",
          "provider_adjustment_total");
  private static final Map<String, Integer> PLACES = new HashMap<>();

  static {
    COUNTS.forEach(column -> PLACES.put(column, COUNTS.indexOf(column)));
    SUMS.forEach(column -> PLACES.put(column, SUMS.indexOf(column)));
  }

  // Small, because there is one for each transaction of a file.
  private final int[] counts = new int[COUNTS.size()];
  private final @Nullable BigDecimal[] sums = new @Nullable BigDecimal[SUMS.size()];

  Totals count(String column, int more) {
    counts[place(column)] += more;
    return this;
  }

  Totals sum(String column, BigDecimal more) {
    int place = place(column);
    BigDecimal sum = sums[place];
    sums[place] = sum == null ? more : sum.add(more);
    return this;
  }

  int count(String column) {
    return counts[place(column)];
  }

  BigDecimal sum(String column) {
    return Objects.requireNonNullElse(sums[place(column)], ZERO);
  }

  /** Adds what another reading found. */
  Totals add(Totals other) {
    Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
    for (String column : SUMS) {
      BigDecimal more = other.sums[place(column)];
      if (more != null) {
        sum(column, more);
      }
    }
    return this;
  }

  private static int place(String column) {
    return Objects.requireNonNull(PLACES.get(column), column);
  }
}
