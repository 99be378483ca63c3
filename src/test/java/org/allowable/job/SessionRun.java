package org.allowable.job;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/** The steps and marts of session limits over the lines of a test. */
final class SessionRun {

  /** The last day that the runs of tests know of. */
  static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

  private static final Job JOB =
      NeededSteps.withMarts(
          Job.named("retraining-review"),
          Set.of("mart_session_policy", "mart_session_radar", "mart_frequency_proof"),
          Set.of());

  private final Engine engine;
  private final Map<String, Rows> marts;

  private SessionRun(Engine engine, Map<String, Rows> marts) {
    this.engine = engine;
    this.marts = marts;
  }

  /**
   * Runs.
   *
   * @param reference the user's reference folder
   * @param work an empty folder
   */
  static SessionRun of(SessionHistory history, Path reference, Path work, Practice practice)
      throws IOException {
    Engine engine = SmallRun.newEngine();
    Files.createDirectories(work);
    ReferenceViews references = new ReferenceViews(reference, work);
    FrequencyPolicies.read(references).require(practice, Path.of("practice.yaml"));
    references.register(engine);
    InputViews.register(engine, practice);
    history.register(engine);
    List<Job.Step> steps =
        JOB.steps().stream()
            .filter(
                step ->
                    step.sql().resource().startsWith("jobs/11-frequency/")
                        || step.sql().resource().startsWith("jobs/10-denial/"))
            .toList();
    Map<String, Rows> marts =
        new JobRunner(engine, Progress.SILENT)
            .run(new Job(JOB.name(), steps, JOB.marts()), Map.of("as_of_date", AS_OF));
    return new SessionRun(engine, marts);
  }

  /** A practice with payers, each with its class and policies; null where it says nothing. */
  static Practice practice(Map<String, PayerClass> payers, Map<String, List<String>> policies) {
    List<Practice.Payer> said = new ArrayList<>();
    new TreeMap<>(payers)
        .forEach(
            (name, payerClass) ->
                said.add(
                    new Practice.Payer(
                        name,
                        payerClass,
                        List.of(name),
                        List.of(),
                        List.of(),
                        List.of(),
                        policies.get(name))));
    return new Practice(
        "Small practice",
        Practice.ApmStatus.NON_QP,
        null,
        SmallRun.PRACTICE.thresholds(),
        List.of(),
        List.of(
            new Practice.Facility(
                SessionHistory.FACILITY, Practice.PaymentSystem.ASC, BigDecimal.ONE)),
        List.of(),
        said,
        null,
        null);
  }

  /**
   * Writes a user's reference table: the shipped rows, some of their text replaced, and others.
   *
   * @return the user's folder
   */
  static Path table(Path folder, String table, String from, String to, String... more)
      throws IOException {
    String shipped = Files.readString(Path.of("data/reference", table + ".csv"));
    if (!shipped.contains(from)) {
      throw new AssertionError(from);
    }
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(table + ".csv"),
        shipped.replace(from, to) + (more.length == 0 ? "" : String.join("\n", more) + "\n"),
        StandardCharsets.UTF_8);
    return folder;
  }

  /** All rows of a table or mart. */
  List<Map<String, @Nullable Object>> rows(String table) {
    Rows mart = marts.get(table);
    if (mart == null) {
      return engine.all(table);
    }
    return MartRows.of(mart);
  }

  /** Rows with certain values. */
  List<Map<String, @Nullable Object>> rows(String table, Map<String, Object> values) {
    return rows(table).stream()
        .filter(
            row ->
                values.entrySet().stream()
                    .allMatch(v -> Objects.equals(v.getValue(), row.get(v.getKey()))))
        .toList();
  }

  /** The window of a patient's session of a day; by the limit where the policy has several. */
  Map<String, @Nullable Object> window(String patient, String day, String limit) {
    return only(
        rows(
            "int_session_window",
            Map.of(
                "patient_key",
                patient,
                "asked_date",
                LocalDate.parse(day),
                "asked_for",
                "session",
                "limit_name",
                limit)));
  }

  /** A patient's row of the radar. */
  Map<String, @Nullable Object> radar(String patient) {
    return only(rows("mart_session_radar", Map.of("patient", name(patient))));
  }

  /** How the marts name a patient. */
  String name(String patient) {
    return String.valueOf(only(rows("int_patient", Map.of("patient_key", patient))).get("patient"));
  }

  /** The proof of the denials of a patient, by day. */
  Map<String, @Nullable Object> proof(String patient) {
    return only(rows("mart_frequency_proof", Map.of("patient", name(patient))));
  }

  /** Verdict, reason and appeal of all proofs, by claim. */
  Map<String, String> verdicts() {
    return rows("mart_frequency_proof").stream()
        .collect(
            toMap(
                row -> String.valueOf(row.get("claim_id")),
                row -> row.get("verdict") + " " + row.get("verdict_reason")));
  }

  private static Map<String, @Nullable Object> only(List<Map<String, @Nullable Object>> rows) {
    if (rows.size() != 1) {
      throw new AssertionError("Expected one row, found " + rows);
    }
    return rows.get(0);
  }
}
