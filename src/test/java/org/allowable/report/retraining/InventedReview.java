package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;

/** The marts of a review, row by row; what is not said is null. */
final class InventedReview {

  private final Map<Table, List<@Nullable Object[]>> rows = new HashMap<>();

  InventedReview() {
    Tables.madeBySelects().forEach(table -> rows.put(table, new ArrayList<>()));
  }

  /** Adds a row: column, value, column, value. */
  InventedReview with(Table table, @Nullable Object... cells) {
    List<String> columns = table.columnNames();
    @Nullable Object[] row = new Object[columns.size()];
    for (int i = 0; i < cells.length; i += 2) {
      row[columns.indexOf(cells[i])] = cells[i + 1];
    }
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    return this;
  }

  /** A physician with 400 lines among many peers, where 8 percent of all are denied. */
  InventedReview physician(String npi, String name, long observed, String verdict) {
    return rate("period", npi, name, observed).verdict(npi, name, verdict, "period");
  }

  /** The one verdict on a physician, and the span that it rests on. */
  InventedReview verdict(String npi, String name, String verdict, String span) {
    return with(
        Tables.named("mart_physician_verdict"),
        "rendering_npi",
        npi,
        "physician",
        name,
        "peer_verdict",
        verdict,
        "verdict_span",
        span,
        "compared_line_count",
        400L,
        "observed_line_count",
        48L,
        "expected_line_count",
        new BigDecimal("32"),
        "observed_over_expected",
        new BigDecimal("1.5"),
        "ratio_lower",
        new BigDecimal("0.9"),
        "ratio_upper",
        new BigDecimal("2.04"));
  }

  /** A rate with 400 lines among many peers, where 8 percent of all are denied. */
  InventedReview rate(String span, String npi, String name, long observed) {
    return with(
        Tables.named("mart_physician_rate"),
        "span",
        span,
        "rendering_npi",
        npi,
        "physician",
        name,
        "compared_line_count",
        400L,
        "observed_line_count",
        observed,
        "expected_line_count",
        new BigDecimal("32"),
        "alike_line_count",
        new BigDecimal("32"),
        "variance",
        new BigDecimal("29.44"),
        "comparable_line_count",
        new BigDecimal("400"),
        "target_rate",
        new BigDecimal("0.08"),
        "dispersion",
        BigDecimal.ONE);
  }

  /** A month of a physician's answers. */
  InventedReview month(String npi, String month, long denied, long lines) {
    return with(
        Tables.named("mart_physician_month"),
        "rendering_npi",
        npi,
        "answer_month",
        month,
        "counted_line_count",
        denied,
        "line_count",
        lines,
        "peer_counted_line_count",
        5L,
        "peer_line_count",
        50L);
  }

  /** What a physician's months are held against. */
  InventedReview center(String npi, String rate, boolean isBeforeTraining) {
    return with(
        Tables.named("mart_rate_center"),
        "rendering_npi",
        npi,
        "training_month",
        isBeforeTraining ? "2026-04" : null,
        "center_rate",
        new BigDecimal(rate),
        "is_before_training",
        isBeforeTraining);
  }

  /** A rule that holds in a month. */
  InventedReview signal(String npi, String rule, String month) {
    return with(
        Tables.named("mart_run_signal"),
        "rendering_npi",
        npi,
        "answer_month",
        month,
        "run_rule",
        rule);
  }

  Map<String, Rows> marts() {
    Map<String, Rows> marts = new HashMap<>();
    rows.forEach((table, all) -> marts.put(table.name(), Rows.of(table, all)));
    return marts;
  }

  static ReviewFacts facts(String runId) {
    return new ReviewFacts(
        runId,
        "DuckDB",
        "Practice",
        "2026Q3",
        YearMonth.of(2026, 7),
        YearMonth.of(2026, 9),
        new BigDecimal("0.08"),
        30,
        Map.of());
  }

  Review review(String runId) {
    return new Review(marts(), facts(runId));
  }

  Review review() {
    return review("run");
  }

  /** The only row of a mart. */
  Mart.Line line(String mart) {
    return review().small(mart).lines().get(0);
  }
}
