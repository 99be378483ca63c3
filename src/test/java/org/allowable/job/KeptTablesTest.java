package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.engine.TableCache;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.InputFile;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Rows;
import org.allowable.model.Warehouse;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month's report on the embedded engine, and the month before it from the tables it left. */
@Tag("long")
class KeptTablesTest {

  private static final YearMonth LAST = YearMonth.of(2026, 9);
  private static final Job JOB = Job.named("monthly-report");

  @TempDir private static Path folder = Path.of("");

  private static Path sample = Path.of("");
  private static Practice practice = SmallRun.PRACTICE;
  private static Report first = new Report(List.of(), Map.of());
  private static Report second = new Report(List.of(), Map.of());
  private static Report otherQuarter = new Report(List.of(), Map.of());

  // What a run said of its tables, and its marts.
  private record Report(
      List<String> said, Map<String, List<Map<String, @Nullable Object>>> marts) {}

  @BeforeAll
  static void report_three_months() throws IOException {
    sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(1_500, 19, sample, 13, LAST, null, null, false), Progress.SILENT);
    practice = PracticeFile.read(sample.resolve("practice.yaml"));
    first = report(LAST, true);
    second = report(LAST.minusMonths(1), true);
    otherQuarter = report(LAST.minusMonths(3), true);
  }

  private static Report report(YearMonth month, boolean isShared) throws IOException {
    Path work = Files.createTempDirectory(folder, "work");
    List<String> said = new ArrayList<>();
    Map<String, List<Map<String, @Nullable Object>>> marts = new TreeMap<>();
    try (Engine engine = SmallRun.newEngine()) {
      ReportPlan plan = MonthlyReportPlan.of(practice, ReportPeriod.of(month), DateBasis.SERVICE);
      Map<String, Object> parameters = PracticeSettings.parameters(practice);
      parameters.putAll(plan.parameters());
      WarehouseViews.register(engine, sample, parameters);
      ReferenceViews references = ReferenceViews.of(folder.resolve("none"), work, List.of(JOB));
      references.register(engine);
      InputViews.register(engine, practice);
      InputViews.register(
          engine, ContractSet.of(practice), KnownReference.NOTHING, plan.scenarios());
      try (TableCache cache =
          isShared
              ? cache(engine, references, parameters)
              : TableCache.ofOneRun(FilePlace.of(work))) {
        engine.keepIn(cache);
        Set<String> needless = new StepReach(JOB).needless(cache::has, Set.of());
        Map<String, Rows> made =
            new JobRunner(engine, new ToldTables(said)).run(JOB, parameters, needless);
        made.forEach((name, rows) -> marts.put(name, MartRows.of(rows)));
      }
    }
    return new Report(said, marts);
  }

  private static TableCache cache(
      Engine engine, ReferenceViews references, Map<String, Object> parameters) throws IOException {
    List<InputFile> inputs = new ArrayList<>();
    Warehouse.TABLES.forEach(table -> inputs.addAll(WarehouseReader.inputs(sample, table)));
    return new RunInputs(sample, inputs, references.fingerprints(), null)
        .cache(engine, "program", JOB, parameters);
  }

  private static boolean isMade(Report report, String table) {
    return report.said().stream()
        .anyMatch(line -> line.startsWith(table + ":") && !line.endsWith("as before"));
  }

  private static boolean isFound(Report report, String table) {
    return report.said().stream()
        .anyMatch(line -> line.startsWith(table + ":") && line.endsWith("as before"));
  }

  @Test
  void a_first_month_makes_all() {
    assertThat(first.said()).noneMatch(line -> line.endsWith("as before"));
  }

  @Test
  void the_next_month_finds_what_no_month_changes() {
    assertThat(isFound(second, "int_adjudicated_line")).isTrue();
    assertThat(isMade(second, "int_report_line")).isTrue();
  }

  @Test
  void what_only_such_tables_read_is_not_made_again() {
    assertThat(second.said()).noneMatch(line -> line.startsWith("int_match_by_content:"));
  }

  @Test
  void a_month_of_another_quarter_is_priced_anew_and_matched_as_before() {
    assertThat(isMade(otherQuarter, "int_adjudicated_line")).isTrue();
    assertThat(isFound(otherQuarter, "int_line_outcome")).isTrue();
  }

  @Test
  void a_month_says_the_same_from_kept_tables_and_without() throws IOException {
    assertThat(second.marts()).isEqualTo(report(LAST.minusMonths(1), false).marts());
  }

  @Test
  void a_month_of_another_quarter_says_the_same_too() throws IOException {
    assertThat(otherQuarter.marts()).isEqualTo(report(LAST.minusMonths(3), false).marts());
  }

  @Test
  void kept_tables_are_the_users_alone() throws IOException {
    try (Stream<Path> kept = Files.walk(sample.resolve(TableCache.FOLDER))) {
      List<Path> files = kept.filter(file -> file.toString().endsWith(".duckdb")).toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }
}
