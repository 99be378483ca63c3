package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in a process whose Java has too little memory for them. */
@Tag("faults")
class LittleMemoryTest {

  private static final String TOO_LITTLE = "-Xmx28m -XX:+UseSerialGC";
  private static final String SENTENCE =
      "The work needs more memory than Java may take here: 27 MB. Close other programs, or set"
          + " ALLOWABLE_JAVA_OPTIONS=-Xmx with more.";

  @TempDir private Path folder;

  @BeforeEach
  void make_two_practices() throws Exception {
    Files.createDirectories(folder.resolve("temp"));
    for (String name : List.of("one", "two")) {
      CommandRun made =
          CommandRun.of(
              "sample", "--lines", 3000, "--seed", 1, "--out", folder.resolve("all").resolve(name));
      assertThat(made.code()).as(made.err()).isZero();
    }
  }

  private int report(String option, Path of) throws Exception {
    return CommandRun.start(
            List.of("env", "JAVA_TOOL_OPTIONS=" + TOO_LITTLE),
            folder.resolve("temp"),
            null,
            folder,
            "monthly-report",
            option,
            of,
            "--month",
            "2026-09",
            "--out",
            folder.resolve("reports"))
        .waitFor();
  }

  private String said() throws Exception {
    return Files.readString(folder.resolve("err"));
  }

  @Test
  void a_report_says_in_a_sentence_that_memory_is_short() throws Exception {
    int code = report("--warehouse", folder.resolve("all/one"));
    assertThat(said()).contains(SENTENCE).doesNotContain("\tat ");
    assertThat(code).isEqualTo(ExitCode.INPUT.code());
  }

  @Test
  void a_practice_that_has_too_little_memory_does_not_end_the_others() throws Exception {
    report("--practices", folder.resolve("all"));
    assertThat(said())
        .contains("one: " + SENTENCE)
        .contains("two: " + SENTENCE)
        .contains("No report of 2 of 2 practices: one, two.");
  }
}
