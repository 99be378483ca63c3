package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reports over one invented practice of 12,000 lines, as its user makes them on the embedded
 * engine. Each is made once in a process of tests; who reads them leaves them as they are.
 */
public final class SampleReports {

  /** The last month of the history, and that of the monthly report. */
  public static final String MONTH = "2026-09";

  private static final String LINES = "12000";
  private static final Path FOLDER = folder();
  private static final Map<String, Path> MADE = new ConcurrentHashMap<>();

  private SampleReports() {}

  /** The folder of the monthly report of {@link #MONTH}. */
  public static Path monthly() {
    return of("monthly-report", "--month", MONTH);
  }

  /** The folder of the contract comparison to {@link #MONTH}. */
  static Path comparison() {
    return of("contract-comparison", "--to", MONTH);
  }

  /** The folder of the retraining review of the quarter that ends with {@link #MONTH}. */
  static Path review() {
    return of("retraining-review", "--quarter", "2026Q3");
  }

  /** The folder of the scorecards of {@link #MONTH}. */
  static Path scorecard() {
    return of("scorecard", "--month", MONTH);
  }

  /** The folder of a monthly report over forty payers, the regions of a fund of a long name. */
  static Path fortyPayers() {
    return MADE.computeIfAbsent(
        "forty payers",
        name -> {
          Path practice = FOLDER.resolve("forty-payers.yaml");
          Path warehouse = FOLDER.resolve("forty-payers");
          write(practice, withPayers(40));
          run(
              "sample",
              "--lines",
              "5000",
              "--seed",
              "1",
              "--practice",
              practice.toString(),
              "--out",
              warehouse.toString());
          return run(
                  "monthly-report",
                  "--month",
                  MONTH,
                  "--engine",
                  "embedded",
                  "--warehouse",
                  warehouse.toString(),
                  "--out",
                  FOLDER.resolve("forty-payers-reports").toString())
              .folder();
        });
  }

  /** Where the history of the reports is. */
  public static Path warehouse() {
    return MADE.computeIfAbsent(
        "sample",
        name -> {
          Path made = FOLDER.resolve("warehouse");
          run(name, "--lines", LINES, "--seed", "1", "--out", made.toString());
          return made;
        });
  }

  /** The folder of the report that a command makes. */
  static Path named(String command) {
    return switch (command) {
      case "monthly-report" -> monthly();
      case "contract-comparison" -> comparison();
      case "retraining-review" -> review();
      case "scorecard" -> scorecard();
      default -> throw new IllegalArgumentException(command);
    };
  }

  private static Path of(String... command) {
    Path warehouse = warehouse();
    return MADE.computeIfAbsent(
        command[0],
        name -> {
          List<String> words = new ArrayList<>(List.of(command));
          words.addAll(List.of("--engine", "embedded", "--warehouse", warehouse.toString()));
          words.addAll(List.of("--out", FOLDER.resolve("reports").toString()));
          return run(words.toArray(String[]::new)).folder();
        });
  }

  private static CommandRun run(String... words) {
    CommandRun run = CommandRun.of((Object[]) words);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The example practice with other payers.
  private static String withPayers(int count) {
    StringBuilder text =
        new StringBuilder(example().replaceAll("(?s)\npayers:\n.*", "\npayers:\n"));
    for (int i = 1; i <= count; i++) {
      text.append("  - name: Consolidated Brotherhood of Teamsters Health and Welfare Trust Fund ")
          .append("of Region %d\n    payer_class: commercial\n".formatted(i))
          .append("    identifiers: [\"FUND%1$02d\"]\n    names: [\"FUND %1$02d\"]\n".formatted(i))
          .append("    percent_of_medicare:\n      - {from: 2023-01-01, percent: ")
          .append("%d}\n".formatted(110 + i));
    }
    return text.toString();
  }

  private static String example() {
    try {
      return Files.readString(Path.of("data/example/practice.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Beyond any one class: it goes with the process.
  private static Path folder() {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "reports");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
