package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several practices in one run: a report each, as if each had been alone. */
@Tag("long")
class PracticeFoldersTest {

  @TempDir private static Path folder;

  private static final Map<List<String>, Together> RUNS = new HashMap<>();

  /** A run over the three practices, and where its reports are. */
  private record Together(CommandRun run, Path out) {}

  private static Path practices = Path.of("");

  // Alder and Cedar are whole; Birch, between them, has a practice file with an unknown key.
  @BeforeAll
  static void make_three_practices() throws IOException {
    practices = folder.resolve("practices");
    for (String name : List.of("alder", "birch", "cedar")) {
      practice(practices, name);
    }
    Path broken = practices.resolve("birch/practice.yaml");
    Files.writeString(broken, Files.readString(broken) + "\nthreshold: 1\n");
  }

  private static void practice(Path among, String name) throws IOException {
    Path warehouse = among.resolve(name);
    int seed = name.charAt(0);
    assertThat(CommandRun.of("sample", "--lines", 600, "--seed", seed, "--out", warehouse).code())
        .isZero();
    Path file = warehouse.resolve("practice.yaml");
    // Whose it is stands in the name of the practice, of its sites and of its physicians.
    Files.writeString(
        file,
        Files.readString(file)
            .replace("name: Example Pain Practice", "name: " + name + " pain practice")
            .replace("name: Riverside", "name: " + name + " riverside")
            .replaceAll("name: ([A-Z])\\. ", "name: $1. " + name + " "));
  }

  static List<List<String>> commands() {
    return List.of(
        List.of("monthly-report", "--month", "2026-09"),
        List.of("contract-comparison", "--to", "2026-09"),
        List.of("retraining-review", "--quarter", "2026Q3"));
  }

  static List<List<String>> furtherCommands() {
    return commands().subList(1, commands().size());
  }

  private static CommandRun run(List<String> command, Object... further) {
    return CommandRun.of(
        Stream.of(command.stream(), Arrays.stream(further), Stream.of("--quiet"))
            .flatMap(words -> words)
            .toArray(Object[]::new));
  }

  private static Together together(List<String> command) {
    return RUNS.computeIfAbsent(
        command,
        each -> {
          Path out = folder.resolve("out-" + each.get(0));
          return new Together(run(each, "--practices", practices, "--out", out), out);
        });
  }

  // Every file of a folder with its content.
  private static Map<String, String> content(Path of) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(of)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        // The list of reports says on which day they were made.
        boolean isList = file.getFileName().toString().equals("index.html");
        content.put(
            of.relativize(file).toString(),
            isList ? text.replaceAll(">\\d{4}-\\d{2}-\\d{2}<", "><") : text);
      }
    }
    return content;
  }

  // A workbook is an archive: its text is that of its parts.
  private static String text(Path of) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> paths = Files.walk(of)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        text.append(file);
        if (file.toString().endsWith(".xlsx")) {
          try (InputStream in = Files.newInputStream(file);
              ZipInputStream parts = new ZipInputStream(in)) {
            while (parts.getNextEntry() != null) {
              text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
          }
        } else {
          text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return text.toString();
  }

  @Test
  void what_is_written_for_a_practice_is_what_a_run_for_it_alone_writes() throws IOException {
    requireAsIfAlone(commands().get(0));
  }

  @ParameterizedTest
  @MethodSource("furtherCommands")
  @Tag("faults")
  void what_a_further_report_writes_is_what_a_run_for_the_practice_alone_writes(
      List<String> command) throws IOException {
    requireAsIfAlone(command);
  }

  private static void requireAsIfAlone(List<String> command) throws IOException {
    // The last one: what an earlier practice left would show.
    Path alone = Files.createTempDirectory(folder, "alone");
    CommandRun one = run(command, "--warehouse", practices.resolve("cedar"), "--out", alone);
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(content(together(command).out().resolve("cedar")))
        .isEqualTo(content(alone))
        .isNotEmpty();
  }

  @Test
  void nothing_of_a_practice_stands_in_the_report_of_another() throws IOException {
    requireOnePractice(commands().get(0));
  }

  @ParameterizedTest
  @MethodSource("furtherCommands")
  @Tag("faults")
  void nothing_of_a_practice_stands_in_a_further_report_of_another(List<String> command)
      throws IOException {
    requireOnePractice(command);
  }

  private static void requireOnePractice(List<String> command) throws IOException {
    Path out = together(command).out();
    assertThat(text(out.resolve("alder"))).contains("alder").doesNotContain("birch", "cedar");
    assertThat(text(out.resolve("cedar"))).contains("cedar").doesNotContain("birch", "alder");
  }

  @Test
  void a_practice_that_fails_stops_no_other_and_the_code_says_that_some_failed()
      throws IOException {
    Together together = together(commands().get(0));
    assertThat(together.run().code()).as(together.run().err()).isEqualTo(4);
    try (Stream<Path> made = Files.list(together.out())) {
      assertThat(made.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("alder", "cedar", "index.html");
    }
  }

  @Test
  void each_practice_has_one_line_and_what_failed_one_sentence_more() {
    Path out = together(commands().get(0)).out();
    CommandRun run = together(commands().get(0)).run();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("alder: " + out.resolve("alder")).endsWith(".xlsx");
    assertThat(lines.get(1)).isEqualTo("birch: no report, exit code 3");
    assertThat(lines.get(2)).startsWith("cedar: " + out.resolve("cedar")).endsWith(".xlsx");
    assertThat(run.err().lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("birch: " + practices.resolve("birch/practice.yaml"))
        .contains("threshold");
    assertThat(run.err()).endsWith("No report of 1 of 3 practices: birch.\n");
  }

  @Test
  void a_failed_control_of_one_practice_is_said_with_its_name() throws IOException {
    Path two = folder.resolve("two");
    practice(two, "alder");
    practice(two, "birch");
    Path contracts = Files.createDirectory(two.resolve("alder/contracts"));
    Path example = Path.of("data/example/contracts");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = contracts.resolve(example.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path canary = contracts.resolve("canary.csv");
    Files.writeString(canary, Files.readString(canary).replace("265.00,", "265.01,"));
    CommandRun run =
        run(commands().get(0), "--practices", two, "--out", folder.resolve("canaries"));
    assertThat(run.code()).as(run.err()).isEqualTo(4);
    assertThat(run.err()).startsWith("alder: ").contains("a canary claim failed");
    assertThat(run.out()).startsWith("alder: no report, exit code 5\nbirch: ");
  }

  @Test
  void where_every_practice_fails_the_code_is_that_of_the_first() throws IOException {
    Path none = Files.createDirectories(folder.resolve("none"));
    Files.createDirectory(none.resolve("alder"));
    Files.createDirectory(none.resolve("birch"));
    assertThat(run(commands().get(0), "--practices", none, "--out", folder.resolve("never")).code())
        .isEqualTo(3);
  }

  @Test
  void a_report_that_was_made_before_is_named_again() {
    Path out = together(commands().get(0)).out();
    String first = together(commands().get(0)).run().out();
    String second = run(commands().get(0), "--practices", practices, "--out", out).out();
    assertThat(second.replace(" This report was made before, from the same inputs:", ""))
        .isNotEqualTo(second)
        .isEqualTo(first);
  }

  @Test
  void reports_do_not_go_among_the_practices() {
    CommandRun run =
        run(commands().get(0), "--practices", practices, "--out", practices.resolve("reports"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("Name another with --out.");
    assertThat(practices.resolve("reports")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--practice", "--contracts", "--warehouse"})
  void what_belongs_to_one_practice_is_not_for_all(String option) {
    CommandRun run = run(commands().get(0), "--practices", practices, option, folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains(option);
  }

  @Test
  void notes_of_one_practice_are_not_for_all() {
    CommandRun run = run(commands().get(2), "--practices", practices, "--notes", "notes.csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("--notes is of one practice");
  }

  @Test
  void neither_a_warehouse_nor_practices_is_a_wrong_command_line() {
    CommandRun run = run(commands().get(0));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'--warehouse=DIR' or '--practices=DIR'");
  }

  // The first session's folder is gone when the second begins.
  @Test
  @Tag("faults")
  void each_practice_has_a_spark_of_its_own() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("spark/logs"));
    Path temporary = Files.createDirectories(folder.resolve("spark/temp"));
    List<Object> arguments = new ArrayList<>(commands().get(0));
    arguments.addAll(List.of("--engine", "spark", "--practices", practices));
    arguments.addAll(List.of("--out", folder.resolve("spark/out")));
    Path none = Files.writeString(logs.resolve("in"), "");
    CommandRun run = CommandRun.inProcess(temporary, none, logs, arguments.toArray());
    assertThat(run.code()).as(run.err()).isEqualTo(4);
    assertThat(run.out()).contains("alder: " + folder).contains("cedar: " + folder);
    assertThat(temporary).isEmptyDirectory();
  }
}
