package org.allowable.job;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.engine.Engine;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;

/** The steps of the denial job over a warehouse, and their tables. */
record DenialRun(Engine engine, Map<String, List<Map<String, @Nullable Object>>> tables) {

  private static final Set<String> TABLES =
      Set.of("int_denial_event", "int_answered_line", "int_denial", "int_denial_work");
  private static final Job JOB =
      NeededSteps.withMarts(Job.named("retraining-review"), Set.of("mart_denial_metric"), TABLES);
  private static final String FOLDER = "jobs/10-denial/";

  /** Ingests the files of a test and runs all steps with {@link SmallRun}'s practice and fees. */
  static DenialRun of(CaseFiles files, Path folder, Map<String, Object> period) throws IOException {
    files.writeTo(folder.resolve("source"));
    Path warehouse = folder.resolve("warehouse");
    Ingestion.run(folder.resolve("source"), warehouse, null, Progress.SILENT);
    return over(
        warehouse, SmallRun.PRACTICE, SmallRun.resource("/reference/round"), folder, period);
  }

  /** Runs all steps over a warehouse. */
  static DenialRun over(
      Path warehouse, Practice practice, Path reference, Path folder, Map<String, Object> period)
      throws IOException {
    Engine engine = SmallRun.newEngine();
    WarehouseViews.register(engine, warehouse, period);
    Path work = Files.createDirectories(folder.resolve("work"));
    new ReferenceViews(reference, work).register(engine);
    InputViews.register(engine, practice);
    return run(JOB, engine, period);
  }

  /** Runs in a session what its tables lack, over a warehouse that it has. */
  static DenialRun onTop(Engine engine, Map<String, Object> period) {
    Set<String> made =
        JOB.steps().stream()
            .map(step -> step.sql().name())
            .filter(table -> engine.tables().contains(table))
            .collect(toSet());
    List<Job.Step> left =
        JOB.steps().stream().filter(step -> !made.contains(step.sql().name())).toList();
    return run(new Job(JOB.name(), left, JOB.marts()), engine, period);
  }

  /** The denial steps again, over the same answers with other reference tables or another day. */
  DenialRun again(Path reference, Path folder, Map<String, Object> period) throws IOException {
    Path again = Files.createDirectories(folder.resolve("again"));
    new ReferenceViews(reference, again).register(engine);
    List<Job.Step> steps =
        JOB.steps().stream().filter(s -> s.sql().resource().startsWith(FOLDER)).toList();
    return run(new Job(JOB.name(), steps, JOB.marts()), engine, period);
  }

  private static DenialRun run(Job job, Engine engine, Map<String, Object> period) {
    Map<String, Object> parameters = new HashMap<>(period);
    parameters.put("apm_status", "non_qp");
    parameters.put("participation", "participating");
    Map<String, org.allowable.model.Rows> marts =
        new JobRunner(engine, Progress.SILENT).run(job, parameters);
    Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
    for (String table : TABLES) {
      tables.put(table, engine.all(table));
    }
    marts.forEach((name, rows) -> tables.put(name, MartRows.of(rows)));
    return new DenialRun(engine, tables);
  }

  /** As-of date and months of the period. */
  static Map<String, Object> period(String asOf, String firstMonth, String lastMonth) {
    return Map.of(
        "as_of_date", LocalDate.parse(asOf), "first_month", firstMonth, "last_month", lastMonth);
  }

  /** All rows of a table. */
  List<Map<String, @Nullable Object>> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** The rows of a claim. */
  List<Map<String, @Nullable Object>> rows(String table, String claim) {
    return rows(table).stream().filter(row -> claim.equals(row.get("claim_id"))).toList();
  }

  /** The only row of a claim. */
  Map<String, @Nullable Object> row(String table, String claim) {
    List<Map<String, @Nullable Object>> rows = rows(table, claim);
    if (rows.size() != 1) {
      throw new AssertionError("Expected one row of %s, found %d".formatted(claim, rows.size()));
    }
    return rows.get(0);
  }
}
