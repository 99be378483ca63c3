package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whoever asks a command for help gets it. */
class CommandHelpTest {

  static List<String> commands() {
    return below("", Main.commandLine()).toList();
  }

  private static Stream<String> below(String path, CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .flatMap(
            entry -> {
              String name = path + " " + entry.getKey();
              return Stream.concat(Stream.of(name.strip()), below(name, entry.getValue()));
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_says_how_it_is_used(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    arguments.add("--help");
    CommandRun asked = CommandRun.of(arguments.toArray());
    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("Usage: allowable " + command + " ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_is_explained_by_help(String command) {
    List<String> arguments = new ArrayList<>(List.of(("help " + command).split(" ", -1)));
    CommandRun asked = CommandRun.of(arguments.toArray());
    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("Usage: allowable " + command.replaceFirst(" .*", "") + " ");
  }

  static List<String> examples() {
    return commands().stream()
        .map(command -> List.of((command + " --help").split(" ", -1)))
        .flatMap(arguments -> CommandRun.of(arguments.toArray()).out().lines())
        .map(String::strip)
        .filter(line -> line.startsWith("allowable "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_a_command_that_can_be_given(String example) {
    String[] words = example.replaceAll("\"[^\"]*\"", "NAME").split(" ", -1);
    assertThat(
            Main.commandLine()
                .parseArgs(java.util.Arrays.copyOfRange(words, 1, words.length))
                .hasSubcommand())
        .isTrue();
  }

  @Test
  void every_command_that_does_something_has_an_example() {
    assertThat(
            commands().stream().filter(c -> !List.of("reference", "contract", "help").contains(c)))
        .allSatisfy(
            command ->
                assertThat(examples()).anyMatch(line -> line.startsWith("allowable " + command)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "monthly-report --mont 2026-09 | Unknown options: '--mont', '2026-09'; did you mean --month?",
        "monthly-report --warehouse w | Missing required option: '--month=MONTH', '--quarter=QUARTER' or '--year=YEAR'",
        "monthly-report --warehouse w --month 2026-09 --quarter 2026-Q3 | Name one of --month, --quarter and --year.",
        "monthly-report --warehouse w --quarter 2026-Q3 --year 2026 | Name one of --month, --quarter and --year.",
        "monthly-report --warehouse w --quarter 2026-Q5 | Invalid value for option '--quarter': write a quarter as 2026-Q3.",
        "monthly-report --warehouse w --year 26 | Invalid value for option '--year': write a year as 2026.",
        "ingest --in x --warehouse | Missing required parameter for option '--warehouse' (PLACE)",
        "sampel | Unmatched argument at index 0: 'sampel'; did you mean sample"
      })
  void an_option_that_is_wrong_is_one_sentence_and_a_pointer(String words, String said) {
    CommandRun run = CommandRun.of((Object[]) words.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("Options and examples: allowable help");
    assertThat(run.err()).startsWith(said);
  }
}
