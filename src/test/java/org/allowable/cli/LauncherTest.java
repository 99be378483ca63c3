package org.allowable.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the launcher starts Java. In Java's place stands a script that says how it was called. */
class LauncherTest {

  private static final String SMALL = "-XX:TieredStopAtLevel=1";
  private static final String LARGE = "-XX:+UseParallelGC";
  private static final long MANY = 5_000_001;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void install_the_launcher_as_built() throws IOException {
    Files.copy(Path.of("allowable"), folder.resolve("allowable"));
    for (String source : List.of("src/main", "jobs", "data/reference", "target/dist/lib")) {
      Files.createDirectories(folder.resolve(source));
    }
    Files.createFile(folder.resolve("pom.xml"));
    Files.createFile(folder.resolve("target/dist/lib/.complete"));
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
  }

  private List<String> started(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", folder.resolve("allowable").toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("JAVA_HOME", folder.resolve("java").toString()));
    builder.environment().remove("ALLOWABLE_JAVA_OPTIONS");
    Process launcher = builder.start();
    try (OutputStream none = launcher.getOutputStream()) {
      none.flush();
    }
    List<String> lines =
        new String(launcher.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(launcher.waitFor()).as(lines.toString()).isZero();
    return lines;
  }

  // As ingestion records them: one record a batch, of equal numbers of rows.
  private Path recorded(String name, long rows, int batches) throws IOException {
    Path records = Files.createDirectories(folder.resolve(name + "/_batches"));
    for (int batch = 0; batch < batches; batch++) {
      Files.writeString(
          records.resolve("batch-" + batch + ".json"),
          """
          {
            "batchId" : "batch-%d",
            "files" : [ {
              "path" : "claim_line/service_month=2026-09/batch.parquet",
              "rows" : %d,
              "bytes" : 999999999999,
              "sha256" : "00"
            }, {
              "path" : "remit_line/payment_month=2026-09/batch.parquet",
              "rows" : 1
            } ],
            "before" : [ ]
          }"""
              .formatted(batch, rows / batches - 1));
    }
    return folder.resolve(name);
  }

  private static void filled(Path file, long kilobytes) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] block = new byte[1024 * 1024];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < kilobytes; written += 1024) {
        out.write(block);
      }
    }
  }

  @Test
  void arguments_come_through_as_they_were_given() throws Exception {
    assertThat(started("price", "a b", "*", "")).endsWith("price", "a b", "*", "");
  }

  @ParameterizedTest
  @CsvSource({"monthly-report", "contract-comparison", "retraining-review"})
  void a_warehouse_that_runs_inside_the_program_is_small(String command) throws Exception {
    Path warehouse = recorded("warehouse", 4_999_000, 1);
    assertThat(started(command, "--warehouse", warehouse)).contains(SMALL).doesNotContain(LARGE);
  }

  @Test
  void a_warehouse_of_more_rows_is_large() throws Exception {
    Path warehouse = recorded("warehouse", MANY, 1);
    assertThat(started("monthly-report", "--warehouse", warehouse))
        .contains(LARGE)
        .doesNotContain(SMALL);
  }

  @Test
  void the_rows_of_all_batches_count() throws Exception {
    assertThat(started("monthly-report", "--warehouse", recorded("warehouse", 2 * MANY, 700)))
        .contains(LARGE);
  }

  @Test
  void an_option_with_an_equals_sign_counts_too() throws Exception {
    assertThat(started("monthly-report", "--warehouse=" + recorded("warehouse", MANY, 1)))
        .contains(LARGE);
  }

  @Test
  void a_name_with_a_blank_counts_too() throws Exception {
    assertThat(started("monthly-report", "--warehouse", recorded("a warehouse", MANY, 1)))
        .contains(LARGE);
  }

  @Test
  void spark_is_large_from_a_million_rows_on() throws Exception {
    Path warehouse = recorded("warehouse", 1_100_000, 1);
    assertThat(started("monthly-report", "--engine", "spark", "--warehouse", warehouse))
        .contains(LARGE);
  }

  @Test
  void spark_in_the_practice_file_counts_as_the_option() throws Exception {
    Path warehouse = recorded("warehouse", 1_100_000, 1);
    Files.writeString(warehouse.resolve("practice.yaml"), "engine: spark\n");
    assertThat(started("monthly-report", "--warehouse", warehouse)).contains(LARGE);
  }

  @Test
  void spark_in_a_practice_file_elsewhere_counts_as_the_option() throws Exception {
    Path warehouse = recorded("warehouse", 1_100_000, 1);
    Path practice = Files.writeString(folder.resolve("own.yaml"), "engine: spark\n");
    assertThat(started("monthly-report", "--warehouse", warehouse, "--practice", practice))
        .contains(LARGE);
  }

  @Test
  void the_rows_of_several_practices_count_together() throws Exception {
    recorded("practices/one", 3_000_000, 1);
    recorded("practices/two", 3_000_000, 1);
    assertThat(started("monthly-report", "--practices", folder.resolve("practices")))
        .contains(LARGE);
  }

  @Test
  void a_large_truth_beside_few_rows_is_small() throws Exception {
    Path warehouse = recorded("warehouse", 1_000, 1);
    filled(warehouse.resolve("truth/truth.parquet"), 240_000);
    assertThat(started("monthly-report", "--warehouse", warehouse)).contains(SMALL);
  }

  @Test
  void files_of_others_count_by_the_size_of_the_two_large_tables() throws Exception {
    Path warehouse = folder.resolve("foreign");
    filled(warehouse.resolve("claim_line/service_month=2026-09/part.parquet"), 210_000);
    assertThat(started("monthly-report", "--warehouse", warehouse)).contains(LARGE);
  }

  @Test
  void what_others_keep_beside_the_tables_does_not_count() throws Exception {
    Path warehouse = folder.resolve("foreign");
    filled(warehouse.resolve("claim_line/part.parquet"), 1_024);
    filled(warehouse.resolve("copies/part.parquet"), 240_000);
    assertThat(started("monthly-report", "--warehouse", warehouse)).contains(SMALL);
  }

  @Test
  void a_folder_of_large_x12_files_is_read_in_a_small_process() throws Exception {
    filled(folder.resolve("inbox/payments.835"), 110_000);
    assertThat(started("ingest", "--in", folder.resolve("inbox"), "--warehouse", "none"))
        .contains("-Xmn160m")
        .doesNotContain(SMALL);
  }

  @ParameterizedTest
  @CsvSource({"999999, -XX:TieredStopAtLevel=1", "1000000, -XX:+UseParallelGC"})
  void a_sample_is_large_from_a_million_lines_on(String lines, String option) throws Exception {
    assertThat(started("sample", "--lines", lines)).contains(option);
  }

  @Test
  void what_is_not_there_is_small() throws Exception {
    assertThat(started("monthly-report", "--warehouse", "nowhere")).contains(SMALL);
  }
}
