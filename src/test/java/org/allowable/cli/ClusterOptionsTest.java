package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a cluster or a store is said in one sentence, before the work. */
class ClusterOptionsTest {

  @TempDir private Path warehouse;

  private CommandRun report(Object... further) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "monthly-report",
                    "--practice",
                    "data/example/practice.yaml",
                    "--month",
                    "2026-09"),
                Stream.of(further))
            .toArray());
  }

  @Test
  void a_master_that_nobody_answers_for_is_named() {
    CommandRun run = report("--warehouse", warehouse, "--master", "spark://127.0.0.1:1");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err().strip())
        .startsWith("--master: expected a Spark master at spark://127.0.0.1:1,")
        .doesNotContain("\n");
  }

  @Test
  void a_master_of_another_kind_is_refused() {
    CommandRun run = report("--warehouse", warehouse, "--master", "yarn");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err()).startsWith("--master: expected spark://HOST:PORT");
  }

  @Test
  void the_embedded_engine_and_a_cluster_are_refused_together() {
    CommandRun run =
        report("--warehouse", warehouse, "--master", "spark://127.0.0.1:1", "--engine", "embedded");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err()).startsWith("--engine embedded: expected");
  }

  @Test
  void a_secret_in_the_warehouse_s_uri_is_refused_and_not_repeated() {
    CommandRun run = report("--warehouse", "s3a://key:secret@bucket/w");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("--warehouse").doesNotContain("secret@");
  }
}
