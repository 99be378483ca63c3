package org.allowable.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.sql.SqlStep;

/** Runs the steps of a job over the tables of an engine and hands out its marts as plain rows. */
public final class JobRunner {

  private final Engine engine;
  private final Progress progress;
  private final Map<String, Long> keptRows = new ConcurrentHashMap<>();

  /**
   * A runner.
   *
   * @param engine in which the job's inputs are tables
   */
  public JobRunner(Engine engine, Progress progress) {
    this.engine = engine;
    this.progress = progress;
  }

  /**
   * Runs a job. Steps that do not read each other run beside each other, as far as there are cores.
   *
   * @param parameters values of the SQL files' named parameters
   * @return the marts by table name, in the order of the job
   */
  public Map<String, Rows> run(Job job, Map<String, Object> parameters) {
    return run(job, parameters, Set.of());
  }

  /** The same without some steps, that nothing reads but what is there already. */
  Map<String, Rows> run(Job job, Map<String, Object> parameters, Set<String> needless) {
    Map<String, Rows> marts = new ConcurrentHashMap<>();
    List<Job.Step> steps =
        job.steps().stream().filter(step -> !needless.contains(step.sql().name())).toList();
    StepShares shares = new StepShares(all(steps, job.marts()), progress);
    shares.say();
    StepOrder order = new StepOrder();
    for (Job.Step step : steps) {
      order.add(step.sql(), said(shares, step.sql(), () -> make(step, parameters, shares)));
    }
    for (Job.MartStep mart : job.marts()) {
      order.add(
          mart.sql(),
          said(shares, mart.sql(), () -> marts.put(mart.sql().name(), result(mart, parameters))));
    }
    order.run(Runtime.getRuntime().availableProcessors());
    Map<String, Rows> inOrder = new LinkedHashMap<>();
    for (Job.MartStep mart : job.marts()) {
      String name = mart.sql().name();
      inOrder.put(name, Objects.requireNonNull(marts.get(name)));
    }
    return inOrder;
  }

  private static List<SqlStep> all(List<Job.Step> steps, List<Job.MartStep> marts) {
    return Stream.concat(steps.stream().map(Job.Step::sql), marts.stream().map(Job.MartStep::sql))
        .toList();
  }

  private static Runnable said(StepShares shares, SqlStep step, Runnable task) {
    return () -> {
      task.run();
      shares.ended(step);
    };
  }

  private void make(Job.Step step, Map<String, Object> parameters, StepShares shares) {
    if (!step.keep()) {
      engine.view(step.sql(), parameters);
      return;
    }
    String table = step.sql().name();
    Engine.Kept kept = engine.keep(step.sql(), parameters);
    keptRows.put(table, kept.rows());
    shares.counted(table, kept.rows());
    progress.table(
        table + ": " + kept.rows() + " rows" + (kept.isFromBefore() ? ", as before" : ""));
  }

  private Rows result(Job.MartStep mart, Map<String, Object> parameters) {
    return mart.isDetail()
        ? engine.streamed(mart.sql(), parameters)
        : engine.held(mart.sql(), parameters);
  }

  /** Rows of a table that a step of this runner kept. */
  public long kept(String table) {
    return Objects.requireNonNull(keptRows.get(table), table);
  }
}
