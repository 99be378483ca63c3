package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.Sparks;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.engine.Engine;
import org.allowable.engine.TableCache;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.ingest.parquet.InputFile;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.Progress;
import org.allowable.model.Warehouse;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three steps of a report, of which the last reads the practice file, run again and again. */
@Tag("long")
class RunInputsTest {

  private static final Job JOB = job();

  @TempDir private static Path folder = Path.of("");

  private static Path sample = Path.of("");
  private static Practice practice = SmallRun.PRACTICE;
  private static List<String> first = List.of();

  private int runs;

  private static Job job() {
    List<Job.Step> all = Job.named("monthly-report").steps();
    List<String> wanted = List.of("stg_claim_line", "int_payer_product", "int_payer");
    return new Job(
        "first-steps",
        all.stream().filter(step -> wanted.contains(step.sql().name())).toList(),
        List.of());
  }

  @BeforeAll
  static void run_once() throws IOException {
    sample = folder.resolve("sample");
    YearMonth last = YearMonth.of(2026, 10);
    Sample.write(new SampleRequest(300, 3, sample, 3, last, null, null, false), Progress.SILENT);
    practice = PracticeFile.read(sample.resolve("practice.yaml"));
    first = new RunInputsTest().run("first", practice, Map.of());
  }

  // What the run says of each table that it keeps.
  private List<String> run(String name, Practice of, Map<String, Object> parameters)
      throws IOException {
    Path work = folder.resolve(name + runs++);
    SparkSession session = Sparks.session().newSession();
    // Two steps over a few rows: planned and walked, not compiled.
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    Engine engine = new SparkEngine(session, work);
    WarehouseViews.register(engine, sample, parameters);
    ReferenceViews references = ReferenceViews.of(folder.resolve("none"), work, List.of(JOB));
    references.register(engine);
    InputViews.register(engine, of);
    List<InputFile> inputs = new ArrayList<>();
    Warehouse.TABLES.forEach(table -> inputs.addAll(WarehouseReader.inputs(sample, table)));
    RunInputs runInputs = new RunInputs(sample, inputs, references.fingerprints(), null);
    List<String> said = new ArrayList<>();
    try (TableCache cache = runInputs.cache(engine, "program", JOB, parameters)) {
      engine.keepIn(cache);
      new JobRunner(engine, new ToldTables(said)).run(JOB, parameters);
      assertThat(engine.all("int_payer")).isNotEmpty();
    }
    return said;
  }

  private static Map<String, Object> asOf(LocalDate day) {
    return new HashMap<>(Map.of(WarehouseViews.AS_OF_DATE, day));
  }

  @Test
  void a_first_run_makes_every_table() {
    assertThat(first).hasSize(2).noneMatch(line -> line.endsWith("as before"));
  }

  @Test
  void a_second_run_finds_every_table() throws IOException {
    assertThat(run("second", practice, Map.of()))
        .hasSize(2)
        .allMatch(line -> line.endsWith(" rows, as before"))
        .containsAll(first.stream().map(line -> line + ", as before").toList());
  }

  @Test
  void another_practice_file_makes_anew_what_reads_it_and_nothing_else() throws IOException {
    List<String> said = run("practice", SmallRun.PRACTICE, Map.of());
    assertThat(said).filteredOn(line -> !line.endsWith("as before")).hasSize(1);
    assertThat(said).filteredOn(line -> !line.endsWith("as before")).allMatch(RunInputsTest::payer);
  }

  private static boolean payer(String line) {
    return line.startsWith("int_payer:");
  }

  @Test
  void another_as_of_date_makes_everything_anew() throws IOException {
    assertThat(run("as-of", practice, asOf(LocalDate.of(2026, 9, 30))))
        .hasSize(2)
        .noneMatch(line -> line.endsWith("as before"));
  }
}
