package org.allowable.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.bench.Measurement.Kind;

/**
 * What a benchmark found, as text.
 *
 * @param runs all that count
 * @param heading date, machine and what was compared, as Markdown
 */
record BenchmarkPage(List<Measurement> runs, String heading) {

  private static final String EXPLANATION =
      """
      # Benchmark

      `mvn -Pbench verify` makes this page anew, in `target/bench/results.md`; with `-Dbench.page=docs/benchmark.md` here. `-Dbench.lines=100000,1000000,10000000` takes other sizes, `-Dbench.runs=5` more runs, `-Dbench.spark.lines=10000000` Spark at larger sizes too. Close what else the machine does: of the times only the ratios travel, and those only from a quiet machine.

      The monthly report of an invented practice (`sample --lines N --seed 1`), as whole processes from start to end, that run in turn:

      - **this tool, embedded engine**, as a practice runs it: every file checked, its tables as CSV, a workbook, charts, a manifest.
      - **this tool, local Spark**: the same on Spark, without what an earlier run kept.
      - **bare DuckDB, SQL only**: the outside mark. The same SELECTs in DuckDB's words and the functions that they call, run one by one from a text, over the same Parquet files; the same tables as CSV. No checks, no workbook, no charts. What the embedded engine takes more is what the report costs beyond its questions.

      A first run of each, which does not count, gives the answers that are compared: the tables of both engines byte for byte, those of the bare DuckDB cell by cell. If one differs, nothing is told.
      """;

  /** The page. */
  String markdown() {
    return Stream.of(EXPLANATION, heading, ratios(), growth(), medians())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  /** One line a run. */
  String csv() {
    return runs.stream()
        .map(
            run ->
                "%d,%d,%s,%.3f,%.3f,%.0f%n"
                    .formatted(
                        run.lines(),
                        run.round(),
                        run.contender().name().toLowerCase(Locale.ROOT),
                        run.usage().wallSeconds(),
                        run.usage().cpuSeconds(),
                        run.usage().peakMegabytes()))
        .collect(
            Collectors.joining(
                "", "lines,round,contender,wall_seconds,cpu_seconds,peak_megabytes\n", ""));
  }

  private List<Long> sizes() {
    return runs.stream().map(Measurement::lines).distinct().sorted().toList();
  }

  private boolean ran(long lines, Contender contender) {
    return runs.stream().anyMatch(run -> run.lines() == lines && run.contender() == contender);
  }

  private List<Contender> ran(long lines) {
    return Stream.of(Contender.values()).filter(contender -> ran(lines, contender)).toList();
  }

  private List<Double> values(long lines, Contender contender, Kind kind) {
    return runs.stream()
        .filter(run -> run.lines() == lines && run.contender() == contender)
        .map(kind::of)
        .toList();
  }

  // Round by round, so that what else the machine did falls on both.
  private String ratio(long lines, Contender above, Contender below, Kind kind) {
    List<Double> one = values(lines, above, kind);
    List<Double> other = values(lines, below, kind);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < one.size(); round++) {
      ratios.add(one.get(round) / other.get(round));
    }
    return "%.2f (%.2f to %.2f)"
        .formatted(
            Measurement.median(ratios),
            ratios.stream().min(Double::compare).orElseThrow(),
            ratios.stream().max(Double::compare).orElseThrow());
  }

  private String ratios() {
    List<String> rows = new ArrayList<>();
    for (long lines : sizes()) {
      if (ran(lines, Contender.SPARK)) {
        rows.add(row(lines, Contender.SPARK, Contender.EMBEDDED));
      }
      rows.add(row(lines, Contender.EMBEDDED, Contender.BARE));
    }
    return "## Ratios\n\nMedian of the rounds, and the least and the most.\n\n"
        + table("| lines | | wall time | CPU time | peak memory |", rows);
  }

  private String row(long lines, Contender above, Contender below) {
    return "| %,d | %s / %s | %s |"
        .formatted(
            lines,
            above.words(),
            below.words(),
            Stream.of(Kind.values())
                .map(kind -> ratio(lines, above, below, kind))
                .collect(Collectors.joining(" | ")));
  }

  private String growth() {
    List<String> rows = new ArrayList<>();
    List<Long> sizes = sizes();
    for (int i = 1; i < sizes.size(); i++) {
      long less = sizes.get(i - 1);
      long more = sizes.get(i);
      for (Contender contender : ran(more)) {
        rows.add(
            "| %,d to %,d (%.1f times) | %s | %s |"
                .formatted(
                    less,
                    more,
                    (double) more / less,
                    contender.words(),
                    Stream.of(Kind.values())
                        .map(
                            kind ->
                                "%.1f"
                                    .formatted(
                                        median(more, contender, kind)
                                            / median(less, contender, kind)))
                        .collect(Collectors.joining(" | "))));
      }
    }
    return rows.isEmpty()
        ? ""
        : "## Growth\n\nHow many times the median grows with the lines.\n\n"
            + table("| lines | | wall time | CPU time | peak memory |", rows);
  }

  private double median(long lines, Contender contender, Kind kind) {
    return Measurement.median(values(lines, contender, kind));
  }

  private String medians() {
    List<String> rows = new ArrayList<>();
    for (long lines : sizes()) {
      for (Contender contender : ran(lines)) {
        rows.add(
            "| %,d | %s | %s |"
                .formatted(
                    lines,
                    contender.words(),
                    Stream.of(Kind.values())
                        .map(kind -> "%.1f".formatted(median(lines, contender, kind)))
                        .collect(Collectors.joining(" | "))));
      }
    }
    return "## Medians\n\n"
        + table(
            Stream.of(Kind.values())
                .map(kind -> kind.words() + ", " + kind.unit())
                .collect(Collectors.joining(" | ", "| lines | | ", " |")),
            rows);
  }

  private static String table(String header, List<String> rows) {
    return header + "\n|---|---|---|---|---|\n" + String.join("\n", rows);
  }
}
