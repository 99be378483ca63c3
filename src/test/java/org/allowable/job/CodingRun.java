package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.engine.Engine;
import org.allowable.ingest.note.ProcedureNoteFile;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.allowable.model.Reference;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * The coding review of the claims of many small cases, in one run, and again without rows of it.
 */
final class CodingRun {

  /**
   * Medicare, a commercial payer, an office in New Jersey and a center of which no state is said.
   */
  static final Practice PRACTICE =
      new Practice(
          "Small practice",
          Practice.ApmStatus.NON_QP,
          new Practice.Thresholds(
              SmallRun.usd("1.00"),
              SmallRun.usd("0.01"),
              SmallRun.usd("10.00"),
              SmallRun.usd("0.03")),
          List.of(
              new Practice.Site("Office", null, List.of("11"), "12402", "01", "NJ"),
              new Practice.Site("Center", null, List.of("24"), "12402", "01")),
          List.of(new Practice.Physician("1999999943", "A. Adler", null)),
          List.of(
              new Practice.Payer(
                  "Hundred", PayerClass.COMMERCIAL, List.of("HUN01"), List.of(), List.of()),
              new Practice.Payer(
                  "Medicare", PayerClass.MEDICARE, List.of("MCR01"), List.of(), List.of())));

  private static @Nullable CodingRun once;

  private final Engine engine;
  private final Job review;
  private final Map<String, Rows> marts;

  private CodingRun(Engine engine) {
    this.engine = engine;
    Job job = Job.named("coding-review");
    this.review =
        new Job(
            job.name(),
            job.steps().stream()
                .filter(step -> step.sql().resource().startsWith("jobs/12-coding/"))
                .toList(),
            job.marts());
    this.marts = run(job);
  }

  /** The run of all cases; the first call makes it. */
  static synchronized CodingRun run() {
    CodingRun made = once;
    if (made == null) {
      made = make();
      once = made;
    }
    return made;
  }

  private static CodingRun make() {
    try {
      Path folder = Files.createTempDirectory("coding");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      CaseFiles all = new CaseFiles().with(CodingCodesCases.FILES).with(CodingPolicyCases.FILES);
      all.with(CodingNotesCases.FILES).writeTo(folder.resolve("source"));
      Path warehouse = folder.resolve("warehouse");
      Ingestion.run(folder.resolve("source"), warehouse, null, Progress.SILENT);
      Engine engine = SmallRun.newEngine();
      WarehouseViews.register(engine, warehouse, Warehouse.CLAIM_LINE);
      Path work = Files.createDirectories(folder.resolve("work"));
      ReferenceViews references = new ReferenceViews(folder.resolve("none"), work);
      references.register(engine);
      InputViews.register(engine, PRACTICE);
      Path csv = folder.resolve("notes.csv");
      Files.write(csv, CodingNotesCases.NOTES);
      Path notes =
          new ProcedureNoteFile(csv, CodingReviewRun.approaches(references), true)
              .parquet(folder.resolve("notes.parquet"));
      InputViews.registerNotes(engine, notes);
      return new CodingRun(engine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Rows> run(Job job) {
    return new JobRunner(engine, Progress.SILENT).run(job, PracticeSettings.parameters(PRACTICE));
  }

  /**
   * The findings of a run without some reference rows, whose tables stay as they were for others.
   *
   * @param rows table and condition of those that are left out
   */
  List<Map<String, @Nullable Object>> without(Map<String, String> rows) {
    Map<String, String> changes = new HashMap<>();
    rows.forEach(
        (table, gone) ->
            changes.put(
                table, "select * from %s where not coalesce(%s, false)".formatted(table, gone)));
    return over(changes);
  }

  /** The findings of a run in which a column of a reference table holds something else. */
  List<Map<String, @Nullable Object>> changed(String table, String column, String expression) {
    return over(
        Map.of(
            table,
            "select * except (%1$s), %2$s as %1$s from %3$s".formatted(column, expression, table)));
  }

  private List<Map<String, @Nullable Object>> over(Map<String, String> changes) {
    Map<Table, List<@Nullable Object[]>> before = new HashMap<>();
    changes.keySet().forEach(table -> before.put(reference(table), held(table)));
    try {
      changes.forEach(engine::select);
      return MartRows.of(Objects.requireNonNull(run(review).get("mart_coding_finding")));
    } finally {
      before.forEach(engine::rows);
    }
  }

  private List<@Nullable Object[]> held(String table) {
    return engine.all(table).stream().map(row -> row.values().toArray()).toList();
  }

  private static Table reference(String name) {
    return Reference.TABLES.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Rules that a claim broke, each with the code of the line, as {@code RULE code}. */
  List<String> found(String claim) {
    return findings().stream()
        .filter(row -> claim.equals(row.get("claim_id")))
        .map(row -> row.get("rule") + " " + row.get("hcpcs_code"))
        .toList();
  }

  /** The finding of a rule on a claim. */
  Map<String, @Nullable Object> finding(String claim, String rule) {
    List<Map<String, @Nullable Object>> rows =
        findings().stream()
            .filter(row -> claim.equals(row.get("claim_id")) && rule.equals(row.get("rule")))
            .toList();
    if (rows.size() != 1) {
      throw new AssertionError("Expected one finding " + rule + ", found " + found(claim));
    }
    return rows.get(0);
  }

  /** All findings. */
  List<Map<String, @Nullable Object>> findings() {
    return rows("mart_coding_finding");
  }

  /** A mart. */
  List<Map<String, @Nullable Object>> rows(String mart) {
    return MartRows.of(Objects.requireNonNull(marts.get(mart)));
  }

  /** Lines by check and outcome. */
  Map<String, Long> coverage() {
    Map<String, Long> lines = new TreeMap<>();
    for (Map<String, @Nullable Object> row : rows("mart_coding_coverage")) {
      lines.put(
          row.get("coding_check") + " " + row.get("outcome"),
          (Long) Objects.requireNonNull(row.get("line_count")));
    }
    return lines;
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
