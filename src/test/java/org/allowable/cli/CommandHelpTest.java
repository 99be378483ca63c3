package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertThat(asked.out()).startsWith("Usage: allowable " + command + " ");
  }
}
