package org.allowable.job;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.allowable.sql.SqlStep;

/** Which steps of a job read which, and how far a change reaches. */
final class StepReach {

  private final Map<String, SqlStep> all = new LinkedHashMap<>();
  private final Map<String, Set<String>> reads = new HashMap<>();
  private final Set<String> kept = new HashSet<>();
  private final Set<String> marts = new HashSet<>();

  StepReach(Job job) {
    for (Job.Step step : job.steps()) {
      add(step.sql());
      if (step.keep()) {
        kept.add(step.sql().name());
      }
    }
    for (Job.MartStep mart : job.marts()) {
      add(mart.sql());
      marts.add(mart.sql().name());
    }
  }

  private void add(SqlStep step) {
    reads.put(step.name(), step.reads(all.keySet()));
    all.put(step.name(), step);
  }

  /**
   * The kept tables that a later run asks for, in which some things are other than in this one:
   * they do not rest on any of these, and something that does reads them.
   *
   * @param parameters that are other
   * @param tables that come in and are other
   */
  Set<String> lasting(Set<String> parameters, Set<String> tables) {
    Set<String> changed = new HashSet<>(marts);
    all.forEach(
        (name, step) -> {
          if (parameters.stream().anyMatch(parameter -> step.text().contains(":" + parameter))
              || !step.reads(tables).isEmpty()
              || reads(name).stream().anyMatch(changed::contains)) {
            changed.add(name);
          }
        });
    Set<String> lasting = new TreeSet<>();
    changed.forEach(name -> behind(name, changed::contains, lasting));
    return lasting;
  }

  // What a table reads, through tables that nobody keeps.
  private void behind(String name, Predicate<String> isChanged, Set<String> found) {
    for (String read : reads(name)) {
      if (isChanged.test(read)) {
        continue;
      }
      if (kept.contains(read)) {
        found.add(read);
      } else {
        behind(read, isChanged, found);
      }
    }
  }

  /**
   * The steps that need not run: nothing reads them but what is there already.
   *
   * @param isThere whether a table was made before
   * @param asked tables that are asked for beside the marts
   */
  Set<String> needless(Predicate<String> isThere, Set<String> asked) {
    Set<String> needed = new HashSet<>();
    marts.forEach(mart -> need(mart, isThere, needed));
    asked.forEach(table -> need(table, isThere, needed));
    Set<String> needless = new HashSet<>(all.keySet());
    needless.removeAll(needed);
    return needless;
  }

  private void need(String name, Predicate<String> isThere, Set<String> needed) {
    if (needed.add(name) && !(kept.contains(name) && isThere.test(name))) {
      reads(name).forEach(read -> need(read, isThere, needed));
    }
  }

  private Set<String> reads(String name) {
    return reads.getOrDefault(name, Set.of());
  }
}
