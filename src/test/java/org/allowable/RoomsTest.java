package org.allowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.job.Job;
import org.allowable.model.Table;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.api.Test;

/** No SELECT reads a later room, and no report what another report made for itself. */
class RoomsTest {

  private static final Set<String> SHARED_BY_REPORTS =
      Set.of("control", "period", "without-answers");

  // Of each table, the folders in which a file makes it: some have a file for each kind of job.
  private static final Map<String, Set<Path>> MADE_IN = new HashMap<>();
  private static final Set<SqlStep> STEPS = new HashSet<>();

  static {
    for (String name : Rooms.jobs()) {
      for (SqlStep step : Rooms.steps(Job.named(name))) {
        STEPS.add(step);
        MADE_IN.computeIfAbsent(step.name(), made -> new HashSet<>()).add(folder(step));
      }
    }
  }

  private static Path folder(SqlStep step) {
    return Objects.requireNonNull(Path.of(step.resource()).getParent());
  }

  private static int place(Path folder) {
    int place = Rooms.shared().indexOf(folder);
    return place < 0 ? Rooms.shared().size() : place;
  }

  private static boolean isReadable(Path from, Path made) {
    boolean isReport = !Rooms.shared().contains(made);
    return isReport
        ? from.equals(made) || SHARED_BY_REPORTS.contains(made.getFileName().toString())
        : place(made) <= place(from);
  }

  @Test
  void no_select_reads_a_later_room_or_another_report() {
    List<String> upward = new ArrayList<>();
    int references = 0;
    for (SqlStep step : STEPS) {
      for (String table : step.reads(MADE_IN.keySet())) {
        references++;
        if (Objects.requireNonNull(MADE_IN.get(table)).stream()
            .noneMatch(made -> isReadable(folder(step), made))) {
          upward.add(step.resource() + " reads " + table);
        }
      }
    }
    assertThat(upward).isEmpty();
    assertThat(references).isGreaterThan(300);
  }

  @Test
  void a_file_lies_in_a_room_or_in_the_folder_of_a_report() throws java.io.IOException {
    try (var files = Files.walk(Path.of("jobs"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".sql"))
                  .map(file -> file.toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(Rooms.sqlFiles());
    }
  }

  @Test
  void every_table_is_made_before_it_is_read() {
    Set<String> all = new HashSet<>(MADE_IN.keySet());
    Set<String> inputs = new TreeSet<>(Rooms.inputs().stream().map(Table::name).toList());
    all.addAll(inputs);
    for (String name : Rooms.jobs()) {
      Set<String> made = new TreeSet<>(inputs);
      for (SqlStep step : Rooms.steps(Job.named(name))) {
        Set<String> read = step.reads(all);
        read.remove(step.name());
        assertThat(made).as(name + ": " + step.resource()).containsAll(read);
        made.add(step.name());
      }
    }
  }
}
