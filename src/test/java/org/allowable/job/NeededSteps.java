package org.allowable.job;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allowable.sql.SqlStep;

/** The steps of a job that some of its tables need: a step costs a test about half a second. */
final class NeededSteps {

  private NeededSteps() {}

  /**
   * The job with those of its steps, and without marts.
   *
   * @param wanted tables to be made
   * @param made tables that the session has already
   */
  static Job of(Job job, Collection<String> wanted, Set<String> made) {
    return new Job(job.name(), needed(job, wanted, made), List.of());
  }

  /** The job with some of its marts, and what these and other tables need. */
  static Job withMarts(Job job, Set<String> marts, Collection<String> wanted) {
    List<Job.MartStep> kept =
        job.marts().stream().filter(mart -> marts.contains(mart.sql().name())).toList();
    Set<String> read = new HashSet<>(wanted);
    kept.forEach(mart -> read.addAll(mart.sql().reads(names(job))));
    return new Job(job.name(), needed(job, read, Set.of()), kept);
  }

  private static List<Job.Step> needed(Job job, Collection<String> wanted, Set<String> made) {
    Map<String, SqlStep> steps =
        job.steps().stream()
            .map(Job.Step::sql)
            .collect(Collectors.toMap(sql -> sql.name(), Function.identity()));
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      String table = open.pop();
      if (!made.contains(table) && needed.add(table)) {
        open.addAll(Objects.requireNonNull(steps.get(table), table).reads(steps.keySet()));
      }
    }
    return job.steps().stream().filter(step -> needed.contains(step.sql().name())).toList();
  }

  private static Set<String> names(Job job) {
    return job.steps().stream().map(step -> step.sql().name()).collect(Collectors.toSet());
  }
}
