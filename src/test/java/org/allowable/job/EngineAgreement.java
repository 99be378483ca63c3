package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.allowable.Sparks;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.engine.CacheKeys;
import org.allowable.engine.Engine;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.engine.spark.SparkSessions;
import org.allowable.engine.spark.SqlFunctions;
import org.allowable.model.PeriodUnit;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.model.Tables;
import org.allowable.model.Warehouse;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.allowable.sql.SqlStep;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Every job over one history on both engines. */
final class EngineAgreement {

  private static final YearMonth LAST = YearMonth.of(2026, 10);

  // A key is an engine's own: it joins the tables of one run and says nothing beyond it.
  private static final String OWN = "_key";
  private static final LocalDate ALL_ANSWERS = LocalDate.of(9999, 12, 31);

  private final Path folder;
  private final PeriodUnit unit;
  private final Path sample;
  private final Practice practice;
  private @Nullable Engine spark;
  private final Map<String, String> made = new HashMap<>();
  private final Map<String, Map<String, List<Map<String, @Nullable Object>>>> marts =
      new TreeMap<>();

  /**
   * Makes a history and its marts on the embedded engine.
   *
   * @param folder an empty one
   * @param lines of claims
   * @param unit how long the monthly report's period is
   */
  EngineAgreement(Path folder, int lines, long seed, PeriodUnit unit) throws IOException {
    this.folder = folder;
    this.unit = unit;
    sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(lines, seed, sample, 13, LAST, null, null, false), Progress.SILENT);
    practice = PracticeFile.read(sample.resolve("practice.yaml"));
    Map<String, String> madeByIt = new HashMap<>();
    Files.createDirectory(folder.resolve("reference"));
    // Tuned for many rows: other tests run the jobs on engines for few.
    try (Engine engine = SmallRun.newEngine(Long.MAX_VALUE)) {
      register(engine);
      for (EveryJob.Asked asked : EveryJob.asked(practice, LAST, unit)) {
        Job job = notMade(Job.named(asked.job()), asked, madeByIt);
        Map<String, List<Map<String, @Nullable Object>>> own = new TreeMap<>();
        asked.run(job, engine, practice).forEach((mart, rows) -> own.put(mart, MartRows.of(rows)));
        marts.put(asked.job(), own);
      }
    }
  }

  /** A test of each job: both make the same cells, in the same order. */
  Stream<DynamicTest> jobs() {
    return EveryJob.asked(practice, LAST, unit).stream()
        .map(asked -> DynamicTest.dynamicTest(asked.job(), () -> compare(asked)));
  }

  /** A test of each mart: its order leaves no two rows alike. */
  Stream<DynamicTest> orders() {
    return marts.keySet().stream()
        .flatMap(job -> Job.named(job).marts().stream().map(mart -> tie(job, mart.sql())));
  }

  private void register(Engine engine) throws IOException {
    EveryJob.register(
        engine, sample, practice, LAST.atEndOfMonth(), EveryJob.asked(practice, LAST, unit));
  }

  private void compare(EveryJob.Asked asked) throws IOException {
    Job job = notMade(Job.named(asked.job()), asked, made);
    Map<String, Rows> spark = asked.run(job, sparkEngine(), practice);
    Map<String, List<Map<String, @Nullable Object>>> embedded = embedded(asked.job());
    assertThat(embedded.keySet()).isEqualTo(spark.keySet());
    List<String> differences = new ArrayList<>();
    spark.forEach(
        (name, rows) ->
            differences.addAll(
                differences(name, MartRows.of(rows), embedded.getOrDefault(name, List.of()))));
    assertThat(differences).isEmpty();
  }

  private Map<String, List<Map<String, @Nullable Object>>> embedded(String job) {
    return marts.getOrDefault(job, Map.of());
  }

  private DynamicTest tie(String job, SqlStep mart) {
    return DynamicTest.dynamicTest(
        job + ": " + mart.name(),
        () ->
            assertThat(MartOrder.places(mart, embedded(job).getOrDefault(mart.name(), List.of())))
                .doesNotHaveDuplicates());
  }

  // What an earlier job made of the same inputs by the same SELECTs stands in the engine still.
  private static Job notMade(Job job, EveryJob.Asked asked, Map<String, String> made) {
    CacheKeys keys = new CacheKeys("spark");
    String known = String.valueOf(asked.parameters().getOrDefault("as_of_date", ALL_ANSWERS));
    Tables.allComingIn().forEach(table -> keys.input(table.name(), known));
    Warehouse.LATER.forEach(table -> keys.input(table.name(), known));
    keys.input("price_scenario", asked.scenarios().toString());
    List<Job.Step> steps = new ArrayList<>();
    for (Job.Step step : job.steps()) {
      keys.add(step.sql(), asked.parameters(), Set.of());
      String key = keys.of(step.sql().name());
      if (!key.equals(made.put(step.sql().name(), key))) {
        steps.add(step);
      }
    }
    return new Job(job.name(), steps, job.marts());
  }

  private Engine sparkEngine() throws IOException {
    Engine engine = spark;
    if (engine == null) {
      SparkSession session = Sparks.session().newSession();
      SparkSessions.tuneForFew(session);
      SqlFunctions.register(session);
      engine = new SparkEngine(session, Files.createDirectory(folder.resolve("spark")));
      register(engine);
      spark = engine;
    }
    return engine;
  }

  // Table, row and column of every cell that is another.
  private static List<String> differences(
      String table,
      List<Map<String, @Nullable Object>> one,
      List<Map<String, @Nullable Object>> other) {
    List<String> found = new ArrayList<>();
    if (one.size() != other.size()) {
      found.add("%s: %d rows and %d rows".formatted(table, one.size(), other.size()));
      return found;
    }
    for (int row = 0; row < one.size(); row++) {
      Map<String, @Nullable Object> left = one.get(row);
      Map<String, @Nullable Object> right = other.get(row);
      for (String column : left.keySet()) {
        if (!column.endsWith(OWN)
            && !String.valueOf(left.get(column)).equals(String.valueOf(right.get(column)))) {
          found.add(
              "%s, row %d, %s: Spark %s, embedded %s"
                  .formatted(table, row, column, left.get(column), right.get(column)));
        }
      }
    }
    return found;
  }
}
