package org.allowable.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The retraining review of a sample, and again with reference rows that a user changed.
 *
 * @param lines rows of {@code int_review_line}
 * @param marts by table name
 */
record RetrainingRun(
    Engine engine,
    Map<String, Object> parameters,
    List<Map<String, @Nullable Object>> lines,
    Map<String, Rows> marts) {

  private static final Set<String> USUAL_MARTS =
      Set.of(
          "mart_review_control",
          "mart_physician_rate",
          "mart_physician_verdict",
          "mart_physician_action",
          "mart_denial_pattern",
          "mart_code_pair",
          "mart_frequency_proof");

  // What tests ask of the session beside the marts.
  private static final Set<String> ASKED =
      Set.of(
          "int_review_line",
          "int_denial",
          "int_first_payer_answer",
          "int_answered_line",
          "int_adjudicated_line",
          "int_session_window",
          "int_session_line");

  private static final Job JOB = job(USUAL_MARTS);

  private static Job job(Set<String> marts) {
    return NeededSteps.withMarts(Job.named("retraining-review"), marts, ASKED);
  }

  /** Runs all steps over a sample, for the months up to its last. */
  static RetrainingRun of(Path sample, YearMonth first, YearMonth last, Path work)
      throws IOException {
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    return over(sample, practice, work.resolve("none"), first, last, work, USUAL_MARTS);
  }

  /** Runs all steps over a warehouse, and of the marts those that are named. */
  static RetrainingRun over(
      Path warehouse,
      Practice practice,
      Path reference,
      YearMonth first,
      YearMonth last,
      Path work,
      Set<String> marts)
      throws IOException {
    Job job = job(marts);
    Engine engine = SmallRun.newEngine();
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(
        RetrainingReviewPlan.of(practice, "the quarter", first, last, null).parameters());
    WarehouseViews.register(engine, warehouse, parameters);
    Files.createDirectories(work);
    ReferenceViews.of(reference, work, List.of(job)).register(engine);
    InputViews.register(engine, practice);
    return run(job, engine, parameters);
  }

  /** The denials and their review again, over the same answers. */
  RetrainingRun again(Path reference, Path work) throws IOException {
    Job job =
        new Job(
            JOB.name(),
            JOB.steps().stream().filter(s -> isAgain(s.sql().resource())).toList(),
            JOB.marts());
    Files.createDirectories(work);
    ReferenceViews.of(reference, work, List.of(job)).register(engine);
    return run(job, engine, parameters);
  }

  private static boolean isAgain(String resource) {
    return resource.startsWith("jobs/10-denial/")
        || resource.startsWith("jobs/report/retraining-review/");
  }

  private static RetrainingRun run(Job job, Engine engine, Map<String, Object> parameters) {
    Map<String, Rows> marts = new JobRunner(engine, Progress.SILENT).run(job, parameters);
    List<Map<String, @Nullable Object>> lines = engine.all("int_review_line");
    return new RetrainingRun(engine, parameters, lines, marts);
  }

  /** The rows of a mart. */
  List<Map<String, @Nullable Object>> rows(String mart) {
    return MartRows.of(Objects.requireNonNull(marts.get(mart), mart));
  }
}
