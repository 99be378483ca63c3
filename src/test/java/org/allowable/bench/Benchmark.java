package org.allowable.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code mvn -Pbench verify}: how long a monthly report takes on each engine, and how far that is
 * from a database that only answers its questions.
 */
public final class Benchmark {

  private static final Path FOLDER = Path.of("target/bench");
  private static final Path LIBRARY = Path.of("target/dist/lib");

  private Benchmark() {}

  /**
   * Runs and writes {@code target/bench/results.md} and {@code results.csv}.
   *
   * @param arguments the sizes in claim lines, by commas; the runs of each contender; the largest
   *     size that Spark answers too; a file that takes the page too, or nothing
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Long> sizes =
        Arrays.stream(arguments[0].split(",", -1)).map(String::strip).map(Long::valueOf).toList();
    int rounds = Integer.parseInt(arguments[1]);
    long largestOfSpark = Long.parseLong(arguments[2]);
    Files.createDirectories(FOLDER);
    takeWhatWasBuilt();
    List<Measurement> runs = new ArrayList<>();
    long cells = 0;
    for (long lines : sizes) {
      say("%,d lines: sample and script", lines);
      BenchmarkWarehouse data = BenchmarkWarehouse.of(lines, FOLDER);
      List<Contender> contenders = Contender.of(lines, largestOfSpark);
      cells += compared(data, contenders);
      for (int round = 1; round <= rounds; round++) {
        for (Contender contender : contenders) {
          Usage usage = contender.run(data);
          runs.add(new Measurement(lines, round, contender, usage));
          say(
              "%,d lines, round %d, %s: %.1f s, CPU %.1f s, %.0f MB",
              lines,
              round,
              contender.words(),
              usage.wallSeconds(),
              usage.cpuSeconds(),
              usage.peakMegabytes());
        }
      }
      // After each size: who stops it keeps what was measured.
      write(runs, rounds, cells, arguments.length > 3 ? arguments[3] : "");
    }
    say("%s", FOLDER.resolve("results.md"));
  }

  private static void write(List<Measurement> runs, int rounds, long cells, String page)
      throws IOException {
    BenchmarkPage found =
        new BenchmarkPage(
            List.copyOf(runs),
            "%s, %s. Rounds: %d. Cells compared, all equal: %,d."
                .formatted(LocalDate.now(ZoneOffset.UTC), Machine.words(), rounds, cells));
    Files.writeString(FOLDER.resolve("results.md"), found.markdown());
    Files.writeString(FOLDER.resolve("results.csv"), found.csv());
    if (!page.isBlank()) {
      Files.writeString(Path.of(page), found.markdown());
    }
  }

  // The launcher would build again what Maven has just built. Its first start lays out the classes.
  private static void takeWhatWasBuilt() throws IOException, InterruptedException {
    Files.deleteIfExists(LIBRARY.resolveSibling("allowable.jsa"));
    Files.writeString(LIBRARY.resolve(".complete"), "");
    Files.writeString(LIBRARY.resolve(".complete.new"), "");
    Usage.of(new ProcessBuilder("sh", "allowable", "--version"), FOLDER.resolve("version.log"));
  }

  // These runs do not count: they also bring the files into the system's memory.
  private static long compared(BenchmarkWarehouse data, List<Contender> contenders)
      throws IOException, InterruptedException {
    for (Contender contender : contenders) {
      contender.run(data);
    }
    List<Path> tables = Contender.EMBEDDED.tables(data);
    if (contenders.contains(Contender.SPARK)) {
      Answers.requireSameFiles(tables, Contender.SPARK.tables(data));
    }
    long cells = Answers.requireSameRows(tables, Contender.BARE.tables(data));
    say("%,d lines: %,d cells are equal", data.lines(), cells);
    return cells;
  }

  private static void say(String line, Object... values) {
    System.out.printf(line + "%n", values);
  }
}
