package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Counts and sums of what was read, by the names of the columns of ingested_file. */
final class Totals {

  private static final BigDecimal ZERO = new BigDecimal("0.00");

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, BigDecimal> sums = new TreeMap<>();

  Totals count(String column, int more) {
    counts.merge(column, more, Integer::sum);
    return this;
  }

  Totals sum(String column, BigDecimal more) {
    sums.merge(column, more, BigDecimal::add);
    return this;
  }

  int count(String column) {
    return counts.getOrDefault(column, 0);
  }

  BigDecimal sum(String column) {
    return sums.getOrDefault(column, ZERO);
  }

  /** Adds what another reading found. */
  Totals add(Totals other) {
    other.counts.forEach(this::count);
    other.sums.forEach(this::sum);
    return this;
  }
}
