package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on a cluster that loses a worker on the way is the report of one machine. */
@Tag("faults")
class ClusterTest {

  // More rows than Spark holds in one partition, so that workers need each other's.
  private static final int LINES = 25_000;

  // About half way.
  private static final String STAGE = "int_standing_answer:";

  @TempDir private static Path folder;

  private static Path warehouse = Path.of("");
  private static List<Path> executorsOfTheKilled = List.of();
  private static int code;
  private static String err = "";

  @BeforeAll
  static void run_on_a_cluster_that_loses_a_worker() throws Exception {
    warehouse = folder.resolve("sample");
    CommandRun made =
        CommandRun.of("sample", "--lines", LINES, "--months", 3, "--seed", 1, "--out", warehouse);
    assertThat(made.code()).as(made.err()).isZero();
    Path logs = Files.createDirectory(folder.resolve("logs"));
    try (StandaloneCluster cluster =
        StandaloneCluster.in(Files.createDirectory(folder.resolve("cluster")))) {
      Process report =
          CommandRun.start(folder, null, logs, report("of-cluster", "--master", cluster.master()));
      while (report.isAlive() && !Files.readString(logs.resolve("err")).contains(STAGE)) {
        Thread.sleep(100);
      }
      executorsOfTheKilled = cluster.executors("worker2");
      cluster.killWorker();
      code = report.waitFor();
    }
    err = Files.readString(logs.resolve("err"));
  }

  private static Object[] report(String out, Object... further) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "monthly-report",
                "--verbose",
                "--warehouse",
                warehouse,
                "--month",
                "2026-10",
                "--out",
                folder.resolve(out)));
    words.addAll(Arrays.asList(further));
    return words.toArray();
  }

  private static Map<String, String> tables(String out) throws IOException {
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(out))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return tables;
  }

  @Test
  void the_worker_that_was_killed_had_worked() {
    assertThat(executorsOfTheKilled).as(err).isNotEmpty();
    assertThat(err).contains(STAGE);
  }

  @Test
  void every_table_is_that_of_one_machine() throws Exception {
    assertThat(code).as(err).isZero();
    Path logs = Files.createDirectory(folder.resolve("logs-of-one"));
    CommandRun one =
        CommandRun.inProcess(
            folder,
            Files.createFile(folder.resolve("in")),
            logs,
            report("of-one", "--engine", "spark"));
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(tables("of-cluster")).isNotEmpty().isEqualTo(tables("of-one"));
  }

  @Test
  void nothing_of_the_run_stays_in_the_warehouse() throws IOException {
    try (Stream<Path> left = Files.list(warehouse.resolve("_work"))) {
      assertThat(left).isEmpty();
    }
  }
}
