package org.allowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allowable.job.Job;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code jobs/schema.lock} again where that is asked for. That every SELECT makes what stands
 * there is {@link SqlContractTest}'s to hold.
 */
class SchemaLockTest {

  @Test
  void the_lock_holds_what_selects_make_and_nothing_else() throws IOException {
    if (Boolean.getBoolean("allowable.regenerate")) {
      SchemaLock.write(job -> SqlContractTest.emptyInputs(), SqlContractTest.PARAMETERS);
    }
    Set<String> made =
        Rooms.jobs().stream()
            .flatMap(name -> Rooms.steps(Job.named(name)).stream())
            .map(SqlStep::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> locked =
        Files.readAllLines(Path.of("jobs/schema.lock")).stream()
            .skip(2)
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(locked).isEqualTo(made);
  }
}
