package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.engine.Engine;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.model.Warehouse;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with contracts, and what they do to the practice's own lines. */
public final class ContractCheckRun {

  private static final String JOB = "contract-check";

  private static final String NOT_VALID = "mart_not_valid";

  private static final LocalDate ALL_ANSWERS = LocalDate.of(9999, 12, 31);

  private static final int MONTHS_BEFORE = 11;

  private ContractCheckRun() {}

  /**
   * What is to be checked.
   *
   * @param practice the practice file's content
   * @param practiceFile the practice file
   * @param contracts the folder of contract files; null for the practice's
   * @param reference the user's reference folder
   * @param warehouse claims to try the contracts on; null for none
   * @param through the last of the twelve months that are looked at; null for the warehouse's last
   */
  public record CheckSettings(
      Practice practice,
      Path practiceFile,
      @Nullable Path contracts,
      Path reference,
      @Nullable FilePlace warehouse,
      @Nullable YearMonth through) {}

  /**
   * What was found.
   *
   * @param contracts how many contracts there are
   * @param problems everything that is wrong; then nothing was priced
   * @param findings what is not wrong but should be known
   * @param canaries canary claims and what came out
   * @param volume what the contracts do to the practice's lines; null without a warehouse
   * @param notValid {@code mart_not_valid}: why people say that contracts are wrong; null where
   *     nobody does
   */
  public record Found(
      int contracts,
      List<String> problems,
      List<String> findings,
      List<CanaryRun.Result> canaries,
      @Nullable Volume volume,
      @Nullable Rows notValid) {

    /** Canary claims that came out otherwise than somebody worked them out. */
    public List<CanaryRun.Result> failedCanaries() {
      return canaries.stream().filter(canary -> !canary.isMet()).toList();
    }
  }

  /**
   * What contracts do to the lines of twelve months.
   *
   * @param first month
   * @param last month
   * @param coverage {@code mart_contract_coverage}
   * @param gaps {@code mart_contract_gap}
   */
  public record Volume(YearMonth first, YearMonth last, Rows coverage, Rows gaps) {}

  /**
   * Checks.
   *
   * @throws InputException if a reference table or the warehouse is not as it must be
   */
  public static Found run(CheckSettings settings, Engines engines, Progress progress)
      throws IOException {
    boolean isSaidWrong = isSaidWrong(settings.warehouse());
    List<Job> jobs = new ArrayList<>(List.of(Job.named(JOB), Job.named(CanaryRun.JOB)));
    if (isSaidWrong) {
      jobs.add(Job.named(WorklistPlan.JOB));
    }
    ReferenceViews references =
        ReferenceViews.of(settings.reference(), engines.work(), List.copyOf(jobs));
    RunContracts contracts =
        RunContracts.read(
            settings.contracts(), settings.practice(), settings.practiceFile(), references);
    var reading = contracts.reading();
    int count = reading.contractSet().contracts().size();
    List<String> problems =
        reading.problems().stream().map(InputException::getMessage).map(String::valueOf).toList();
    if (!problems.isEmpty()) {
      return new Found(count, problems, List.of(), List.of(), null, null);
    }
    List<String> findings = reading.contractSet().findings(settings.practice());
    List<CanaryRun.Result> canaries =
        CanaryRun.run(references, contracts, settings.practice(), engines, progress);
    FilePlace warehouse = settings.warehouse();
    if (warehouse == null) {
      return new Found(count, problems, findings, canaries, null, null);
    }
    Engine engine = engines.open(rows(warehouse));
    references.register(engine);
    contracts.register(engine, settings.practice());
    Volume volume = volume(engine, settings, warehouse, progress);
    Rows notValid = null;
    if (isSaidWrong) {
      Engine other = engines.open(rows(warehouse));
      references.register(other);
      contracts.register(other, settings.practice());
      notValid = notValid(other, settings, warehouse, progress);
    }
    return new Found(count, problems, findings, canaries, volume, notValid);
  }

  private static boolean isSaidWrong(@Nullable FilePlace warehouse) throws IOException {
    return warehouse != null
        && new WorklistStore(warehouse).read().stands(WorklistStatus.NOT_VALID);
  }

  // The worklist's own steps, and of its marts the one.
  private static Rows notValid(
      Engine engine, CheckSettings settings, FilePlace warehouse, Progress progress) {
    Map<String, Object> parameters = PracticeSettings.parameters(settings.practice());
    parameters.putAll(WorklistPlan.of(settings.practice(), ALL_ANSWERS).parameters());
    WarehouseViews.register(engine, warehouse, parameters);
    WarehouseViews.registerWorklist(engine, warehouse);
    Job worklist = Job.named(WorklistPlan.JOB);
    Job one =
        new Job(
            worklist.name(),
            worklist.steps(),
            worklist.marts().stream().filter(m -> m.sql().name().equals(NOT_VALID)).toList());
    return Objects.requireNonNull(
        new JobRunner(engine, progress)
            .run(one, parameters, new StepReach(one).needless(table -> false, Set.of()))
            .get(NOT_VALID));
  }

  private static long rows(FilePlace warehouse) {
    return WarehouseReader.inputs(warehouse, Warehouse.CLAIM_LINE).stream()
        .mapToLong(file -> file.rows())
        .sum();
  }

  private static Volume volume(
      Engine engine, CheckSettings settings, FilePlace warehouse, Progress progress) {
    WarehouseViews.register(engine, warehouse, Warehouse.CLAIM_LINE);
    WarehouseViews.register(engine, warehouse, Warehouse.REMIT_LINE);
    YearMonth last = settings.through() == null ? LastServiceMonth.of(engine) : settings.through();
    YearMonth first = last.minusMonths(MONTHS_BEFORE);
    Map<String, Object> parameters = PracticeSettings.parameters(settings.practice());
    parameters.put("first_month", first.toString());
    parameters.put("last_month", last.toString());
    Map<String, Rows> marts = new JobRunner(engine, progress).run(Job.named(JOB), parameters);
    return new Volume(
        first,
        last,
        Objects.requireNonNull(marts.get("mart_contract_coverage")),
        Objects.requireNonNull(marts.get("mart_contract_gap")));
  }
}
