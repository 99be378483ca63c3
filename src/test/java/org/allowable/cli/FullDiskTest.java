package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disks of a few megabytes that fill while a command writes: exit code 3, a sentence that names the
 * folder and what to do, and the same command is right once there is room.
 *
 * <p>Each is a file system in memory that only the command sees, where the system allows that.
 */
@Tag("faults")
class FullDiskTest {

  // $1 is where it is mounted, $2 its size, $3 where its content goes in the end.
  private static final String SCRIPT =
      """
      mount -t tmpfs -o size=$2 tmpfs "$1" || exit 99
      disk=$1; keep=$3; shift 3
      "$@" >"$keep/first.out" 2>"$keep/first.err"; echo $? >"$keep/first.code"
      mount -o remount,size=500m "$disk"
      "$@" >"$keep/second.out" 2>"$keep/second.err"; echo $? >"$keep/second.code"
      cp -r "$disk" "$keep/disk"
      """;

  @TempDir private static Path folder;

  private static FaultyRuns runs = new FaultyRuns(Path.of(""), Path.of(""));
  private static Path warehouse = Path.of("");

  @BeforeAll
  static void make_files() throws Exception {
    assumeTrue(
        new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "" + folder)
                .start()
                .waitFor()
            == 0,
        "this system lets nobody mount a file system of his own");
    runs = FaultyRuns.in(folder);
    warehouse = folder.resolve("whole");
    runUsual(runs.ingest(warehouse));
  }

  private static void runUsual(Object... arguments) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temp"));
    Path logs = Files.createDirectories(folder.resolve("logs"));
    int code = CommandRun.start(temporary, null, logs, arguments).waitFor();
    assertThat(code).as(Files.readString(logs.resolve("err"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 30, 50, 70, 90})
  void an_ingest_onto_a_full_disk_is_whole_once_there_is_room(int percent) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk" + percent));
    Path kept = Files.createDirectory(folder.resolve("kept" + percent));
    run(
        disk,
        size(warehouse) * percent / 100,
        kept,
        folder.resolve("temp"),
        runs.ingest(disk.resolve("warehouse")));
    requireRefusal(kept, disk);
    assertThat(code(kept, "second")).as(text(kept, "second.err")).isZero();
    assertThat(WarehouseContent.counts(kept.resolve("disk/warehouse")))
        .isEqualTo(WarehouseContent.counts(warehouse));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 80})
  void a_report_onto_a_full_disk_is_whole_once_there_is_room(int percent) throws Exception {
    Path usual = Files.createDirectory(folder.resolve("usual-reports" + percent));
    runUsual(runs.report(warehouse, usual));
    Path disk = Files.createDirectory(folder.resolve("reports" + percent));
    Path kept = Files.createDirectory(folder.resolve("kept-reports" + percent));
    run(
        disk,
        size(usual) * percent / 100,
        kept,
        folder.resolve("temp"),
        runs.report(warehouse, disk));
    requireRefusal(kept, disk);
    assertThat(code(kept, "second")).as(text(kept, "second.err")).isZero();
    assertThat(names(kept.resolve("disk"))).isEqualTo(names(usual));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 512, 4096})
  void a_full_temporary_folder_stops_a_report_until_there_is_room(int kilobytes) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("temporary" + kilobytes));
    Path kept = Files.createDirectory(folder.resolve("kept-temporary" + kilobytes));
    Path out = Files.createDirectory(folder.resolve("reports-temporary" + kilobytes));
    run(disk, 1024L * kilobytes, kept, disk, runs.report(warehouse, out));
    requireRefusal(kept, disk);
    assertThat(code(kept, "second")).as(text(kept, "second.err")).isZero();
  }

  private static void run(Path disk, long size, Path kept, Path temporary, Object... arguments)
      throws Exception {
    List<String> before =
        List.of("unshare", "-rm", "sh", "-c", SCRIPT, "sh", "" + disk, "" + size, "" + kept);
    Path logs = Files.createDirectories(kept.resolve("logs"));
    int code = CommandRun.start(before, temporary, null, logs, arguments).waitFor();
    assertThat(code).as(Files.readString(logs.resolve("err"))).isZero();
  }

  private static void requireRefusal(Path kept, Path disk) throws IOException {
    assertThat(code(kept, "first")).as(text(kept, "first.err")).isEqualTo(3);
    assertThat(text(kept, "first.err"))
        .contains(disk.toString(), "no room left", "run again")
        .doesNotContain("Internal error", "at org.");
  }

  private static int code(Path kept, String name) throws IOException {
    return Integer.parseInt(text(kept, name + ".code").strip());
  }

  private static String text(Path kept, String name) throws IOException {
    return Files.readString(kept.resolve(name));
  }

  private static long size(Path of) throws IOException {
    long size = 0;
    try (Stream<Path> all = Files.walk(of)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  // Of files alone: folders are named by the run.
  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> all = Files.walk(of)) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
