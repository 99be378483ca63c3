package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands that make one run, and one that was killed. */
class RunDirectoryTest {

  private static final String NAME = "monthly-report-2026-09-abc";

  @TempDir private Path out;

  @Test
  void a_run_that_another_command_is_making_is_refused() throws IOException {
    try (RunDirectory running = RunDirectory.begin(out, NAME)) {
      assertThatThrownBy(() -> RunDirectory.begin(out, NAME))
          .isInstanceOf(InputException.class)
          .hasMessage("Another command is making this report in " + out + ". Wait for it to end.");
      assertThat(running.folder()).isDirectory();
    }
  }

  @Test
  void a_run_stays_refused_after_the_first_refusal() throws IOException {
    try (RunDirectory running = RunDirectory.begin(out, NAME)) {
      assertThatThrownBy(() -> RunDirectory.begin(out, NAME)).isInstanceOf(InputException.class);
      assertThatThrownBy(() -> RunDirectory.begin(out, NAME)).isInstanceOf(InputException.class);
      assertThat(running.folder()).isDirectory();
    }
  }

  @Test
  void another_run_may_be_made_beside_it() throws IOException {
    try (RunDirectory running = RunDirectory.begin(out, NAME);
        RunDirectory other = RunDirectory.begin(out, NAME + "d")) {
      assertThat(running.folder()).isDirectory();
      assertThat(other.folder()).isDirectory();
    }
  }

  @Test
  void a_run_that_ended_leaves_nothing() throws IOException {
    RunDirectory.begin(out, NAME).close();
    RunDirectory.begin(out, NAME).close();
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void what_a_killed_run_left_is_removed_by_the_next() throws IOException {
    Files.writeString(
        Files.createDirectory(out.resolve(".staging-" + NAME + "-1")).resolve("a.csv"), "half");
    Files.createFile(out.resolve("." + NAME + ".lock"));
    RunDirectory.begin(out, NAME).close();
    assertThat(out).isEmptyDirectory();
  }
}
