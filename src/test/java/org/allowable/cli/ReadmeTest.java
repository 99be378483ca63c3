package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md shows is what a reader gets. */
@Tag("long")
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("```[a-z]*\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\"\\s]+)");

  @TempDir private Path folder;

  private static List<String> blocks(String start) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.startsWith(start))
        .toList();
  }

  private String priced(String requests, String... options) throws IOException {
    Path in = Files.writeString(folder.resolve("requests.csv"), requests);
    Path out = folder.resolve("prices.csv");
    Object[] arguments =
        Stream.concat(Stream.of("price", "--in", in, "--out", out), Arrays.stream(options))
            .toArray();
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return Files.readString(out);
  }

  @Test
  void the_price_of_the_first_request_is_what_is_said() throws IOException {
    List<String> cells =
        List.of(priced(blocks("hcpcs_code").get(0)).lines().toList().get(1).split(",", -1));
    assertThat(cells).containsSubsequence("900.00", "PRICED", "282.20", "2025A");
    assertThat(Files.readString(Path.of("README.md")))
        .contains("gives `PRICED`, 282.20, with release 2025A");
  }

  @Test
  void the_explanation_of_the_second_request_is_what_is_shown() throws IOException {
    assertThat(priced(blocks("hcpcs_code").get(1), "--explain").strip())
        .isEqualTo(blocks("Row 1: ").get(0).strip());
  }

  @Test
  void the_price_of_the_typed_service_is_what_is_shown() throws IOException {
    Path out = folder.resolve("typed.txt");
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(
        WORD.matcher(blocks("./allowable price 62323").get(0))
            .results()
            .skip(1)
            .map(ReadmeTest::word)
            .toList());
    arguments.addAll(List.of("--explain", "--out", out));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(out).strip()).isEqualTo(blocks("62323, ").get(0).strip());
  }

  static List<List<String>> commands() throws IOException {
    return blocks("./allowable").stream()
        .flatMap(block -> block.replace("\\\n", " ").lines())
        .map(line -> line.replaceAll(" [<>|] .*", ""))
        .map(line -> WORD.matcher(line).results().skip(1).map(ReadmeTest::word).toList())
        .toList();
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_line_is_one_that_the_program_knows(List<String> arguments) {
    assertThatCode(() -> Main.commandLine().parseArgs(arguments.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_file_of_the_repository_that_a_command_line_reads_is_there(List<String> arguments) {
    assertThat(arguments.stream().filter(each -> each.startsWith("data/example/")).map(Path::of))
        .allSatisfy(file -> assertThat(file).exists());
  }
}
