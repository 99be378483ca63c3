package org.allowable.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.config.Practice;
import org.allowable.engine.Engine;
import org.allowable.engine.TableCache;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.InputFile;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.model.Progress;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/** Runs a report over a warehouse, from its files to a sealed run directory. */
public final class ReportRun {

  private static final int MANIFEST_SCHEMA = 3;

  // From here on a run takes minutes.
  private static final long MANY_ROWS = 1_000_000;

  private static final String ADJUDICATED = "int_adjudicated_line";
  private static final String REMITTED = "int_remit_event";
  private static final String PRICED = "int_price_request";
  private static final String EXPECTED = "int_expected_price";
  private static final Set<String> COUNTED = Set.of(ADJUDICATED, REMITTED, PRICED, EXPECTED);

  private final ReportSources sources;
  private final ReportPlan plan;
  private final Engines engines;
  private final Progress progress;

  /**
   * What a report is made from, and where it goes.
   *
   * @param warehouse the warehouse's folder, on this machine's disk or in a store
   * @param reference the user's reference folder
   * @param practice the practice file's content
   * @param practiceFile the practice file
   * @param contracts the folder of contract files; null for the practice's
   * @param out the folder of all runs
   * @param toolVersion for the manifest
   */
  public record ReportSources(
      FilePlace warehouse,
      Path reference,
      Practice practice,
      Path practiceFile,
      @Nullable Path contracts,
      Path out,
      String toolVersion) {}

  /** Writes the files that people open, from the marts. */
  @FunctionalInterface
  public interface Publication {

    /**
     * Writes.
     *
     * @param marts by table name
     * @param facts what the files say of the run
     * @param folder the run's folder, to write to
     * @return how the report is listed among others
     */
    ReportTitle publish(Map<String, Rows> marts, RunFacts facts, Path folder) throws IOException;
  }

  /**
   * What a run says of itself.
   *
   * @param runId its fingerprint
   * @param engine what calculated it, and why that
   * @param counts rows at the places worth knowing
   * @param references reference files with their sha256
   * @param proposals names of the offers that were tried
   */
  public record RunFacts(
      String runId,
      String engine,
      Map<String, Long> counts,
      Map<String, String> references,
      List<String> proposals) {}

  /**
   * How a run ended.
   *
   * @param place the run's directory
   * @param isNew false when the same run was there already
   * @param failedControls controls that had to hold and did not; then nothing was published
   * @param failedCanaries canary claims that came out otherwise; then nothing was published
   */
  public record Finished(
      Path place,
      boolean isNew,
      List<Manifest.Control> failedControls,
      List<CanaryRun.Result> failedCanaries) {

    private static Finished at(Path place, boolean isNew) {
      return new Finished(place, isNew, List.of(), List.of());
    }
  }

  /** A run to be. */
  public ReportRun(ReportSources sources, ReportPlan plan, Engines engines, Progress progress) {
    this.sources = sources;
    this.plan = plan;
    this.engines = engines;
    this.progress = progress;
  }

  /**
   * Runs.
   *
   * @throws org.allowable.model.InputException if something the user gave is not as it must be
   */
  public Finished run(Publication publication) throws IOException {
    ReferenceViews references =
        ReferenceViews.of(
            sources.reference(),
            engines.work(),
            List.of(Job.named(plan.job()), Job.named(CanaryRun.JOB)));
    // Checked and copied before the work, so that a bad file costs nothing.
    Path notes = CodingReviewRun.notes(plan.notes(), references, true, engines.work());
    List<InputFile> inputs = inputs();
    WarehouseReader.requireSound(sources.warehouse(), inputs);
    Map<String, String> fingerprints = new TreeMap<>(references.fingerprints());
    fingerprints.put("practice.yaml", Sha256.of(sources.practiceFile()));
    if (plan.notes() != null) {
      fingerprints.put("procedure notes", Sha256.of(plan.notes()));
    }
    RunContracts contracts =
        RunContracts.read(
                sources.contracts(), sources.practice(), sources.practiceFile(), references)
            .with(plan.proposals(), plan.proposalPayer(), references);
    contracts.contractSet();
    fingerprints.putAll(contracts.fingerprints());
    String runId = runId(inputs, fingerprints);
    String name = "%s-%s-%s".formatted(plan.job(), plan.period(), runId);
    if (RunDirectory.isDone(sources.out(), name)) {
      return Finished.at(RunDirectory.place(sources.out(), name), false);
    }
    progress.stage("inputs: %d files checked".formatted(inputs.size()));
    try (RunDirectory directory = RunDirectory.begin(sources.out(), name)) {
      // Another command may have ended it between.
      if (RunDirectory.isDone(sources.out(), name)) {
        return Finished.at(RunDirectory.place(sources.out(), name), false);
      }
      List<CanaryRun.Result> failedCanaries =
          CanaryRun.run(references, contracts, sources.practice(), engines, progress).stream()
              .filter(canary -> !canary.isMet())
              .toList();
      if (!failedCanaries.isEmpty()) {
        return new Finished(directory.folder(), false, List.of(), failedCanaries);
      }
      return published(
          new Prepared(runId, references, contracts, notes, inputs, fingerprints),
          publication,
          directory);
    }
  }

  // Everything that was checked before the work.
  private record Prepared(
      String runId,
      ReferenceViews references,
      RunContracts contracts,
      @Nullable Path notes,
      List<InputFile> inputs,
      Map<String, String> fingerprints) {}

  private Finished published(Prepared from, Publication publication, RunDirectory directory)
      throws IOException {
    Engine engine = engine(from);
    progress.stage("engine: " + said(engine, from));
    try (TableCache cache = cache(engine, from)) {
      engine.keepIn(cache);
      JobRunner runner = new JobRunner(engine, progress);
      Job job = Job.named(plan.job());
      Map<String, Rows> marts =
          runner.run(job, parameters(), new StepReach(job).needless(cache::has, COUNTED));
      Map<String, Long> counts = counts(runner);
      progress.stage(
          "%,d claim lines, priced by %,d distinct prices"
              .formatted(counts.get("claim_lines"), counts.get("distinct_prices")));
      List<Manifest.Control> controls = controls(marts);
      List<Manifest.Control> failed =
          controls.stream().filter(c -> c.required() && !c.holds()).toList();
      if (!failed.isEmpty()) {
        return new Finished(directory.folder(), false, failed, List.of());
      }
      StepShares.writesFiles(progress);
      ReportTitle title =
          publication.publish(
              marts,
              new RunFacts(
                  from.runId(),
                  said(engine, from),
                  counts,
                  from.fingerprints(),
                  from.contracts().contractSet().proposals().stream()
                      .map(p -> p.contract().id())
                      .toList()),
              directory.folder());
      requireUnchanged(from.inputs(), cache);
      return Finished.at(directory.seal(manifest(from, title, engine, counts, controls)), true);
    }
  }

  private Engine engine(Prepared from) {
    Engine engine = engines.open(rows(from.inputs()));
    from.references().register(engine);
    from.contracts().register(engine, sources.practice(), plan.scenarios());
    if (from.notes() != null) {
      InputViews.registerNotes(engine, from.notes());
    }
    WarehouseViews.register(engine, sources.warehouse(), plan.parameters());
    return engine;
  }

  // What takes minutes to compute is left for the next run.
  private TableCache cache(Engine engine, Prepared from) throws IOException {
    String program = RunInputs.program();
    boolean isShared =
        rows(from.inputs()) >= MANY_ROWS
            && !program.isEmpty()
            && sources.warehouse().isOnDisk()
            && Files.isWritable(sources.warehouse().onDisk());
    return isShared
        ? new RunInputs(
                sources.warehouse().onDisk(),
                from.inputs(),
                from.references().fingerprints(),
                from.notes())
            .cache(engine, program, Job.named(plan.job()), parameters())
        : TableCache.ofOneRun(engines.shared());
  }

  // Which engine runs, and why.
  private String said(Engine engine, Prepared from) {
    return "%s (%s)".formatted(engine.version(), engines.reason(rows(from.inputs())));
  }

  private static long rows(List<InputFile> inputs) {
    return inputs.stream().mapToLong(InputFile::rows).sum();
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = PracticeSettings.parameters(sources.practice());
    parameters.putAll(plan.parameters());
    return parameters;
  }

  private List<InputFile> inputs() {
    List<InputFile> inputs = new ArrayList<>();
    for (Table table : Warehouse.TABLES) {
      inputs.addAll(WarehouseReader.inputs(sources.warehouse(), table));
    }
    if (readsWorklist()) {
      inputs.addAll(new WorklistStore(sources.warehouse()).inputs());
    }
    return inputs;
  }

  // What people say of the worklist makes no other report another.
  private boolean readsWorklist() {
    return Job.named(plan.job()).reads(Warehouse.WORKLIST_EVENT);
  }

  private void requireUnchanged(List<InputFile> before, TableCache cache) throws IOException {
    if (!inputs().equals(before)) {
      cache.forget();
      throw new org.allowable.model.InputException(
          "The warehouse "
              + sources.warehouse()
              + " changed while the report ran. Nothing was published; run it again.");
    }
  }

  private String runId(List<InputFile> inputs, Map<String, String> references) {
    StringBuilder text = new StringBuilder(sources.toolVersion());
    new TreeMap<>(parameters())
        .forEach((key, value) -> text.append('\n').append(key).append('=').append(value));
    inputs.forEach(file -> text.append('\n').append(file.path()).append(' ').append(file.sha256()));
    references.forEach((path, sha256) -> text.append('\n').append(path).append(' ').append(sha256));
    // Whom a report is about is no parameter of a SELECT.
    text.append('\n').append(plan.proposalPayer());
    plan.scenarios().forEach(scenario -> text.append('\n').append(scenario));
    // A changed SELECT makes another report, whatever the version says.
    Job job = Job.named(plan.job());
    job.steps().forEach(step -> text.append('\n').append(step.sql().text()));
    job.marts().forEach(mart -> text.append('\n').append(mart.sql().text()));
    // So do other headers, labels and sheets.
    Tables.shownAs(plan.job()).forEach(file -> text.append('\n').append(file));
    return Sha256.of(text.toString()).substring(0, 12);
  }

  private static Map<String, Long> counts(JobRunner runner) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("claim_lines", runner.kept(ADJUDICATED));
    counts.put("remittance_rows", runner.kept(REMITTED));
    counts.put("distinct_prices", runner.kept(PRICED));
    counts.put("distinct_expectations", runner.kept(EXPECTED));
    return counts;
  }

  private List<Manifest.Control> controls(Map<String, Rows> marts) {
    return plan.controls().stream()
        .flatMap(mart -> controls(java.util.Objects.requireNonNull(marts.get(mart))).stream())
        .toList();
  }

  private static List<Manifest.Control> controls(Rows rows) {
    List<Manifest.Control> controls = new ArrayList<>();
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      @Nullable Object[] row = i.next();
      controls.add(
          new Manifest.Control(
              text(row[rows.table().indexOf("control")]),
              text(row[rows.table().indexOf("unit")]),
              number(row[rows.table().indexOf("expected_amount")]),
              number(row[rows.table().indexOf("found_amount")]),
              number(row[rows.table().indexOf("difference_amount")]),
              Boolean.TRUE.equals(row[rows.table().indexOf("is_required")])));
    }
    return controls;
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    return value instanceof BigDecimal number ? number : null;
  }

  private Manifest manifest(
      Prepared from,
      ReportTitle title,
      Engine engine,
      Map<String, Long> counts,
      List<Manifest.Control> controls) {
    Map<String, String> said = new TreeMap<>();
    parameters().forEach((key, value) -> said.put(key, value.toString()));
    return new Manifest(
        MANIFEST_SCHEMA,
        plan.job(),
        from.runId(),
        title,
        sources.toolVersion(),
        String.valueOf(System.getProperty("java.version")),
        said(engine, from),
        engine.settings(),
        said,
        from.inputs(),
        from.fingerprints(),
        counts,
        controls,
        List.of());
  }
}
