package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The manual page. */
class ManCommandTest {

  @Test
  void the_page_has_every_command_every_option_and_every_exit_code() {
    List<String> wanted = new ArrayList<>();
    named(Main.commandLine(), wanted);
    Arrays.stream(ExitCode.values()).forEach(code -> wanted.add(".B " + code.code() + "\n"));
    assertThat(wanted).hasSizeGreaterThan(100);
    assertThat(CommandRun.of("man").out()).startsWith(".TH ALLOWABLE 1 ").contains(wanted);
  }

  private static void named(CommandLine of, List<String> wanted) {
    of.getSubcommands()
        .forEach(
            (name, command) -> {
              if (!name.equals("help")) {
                wanted.add(".SS " + escaped(command.getCommandSpec().qualifiedName(" ")) + "\n");
                command
                    .getCommandSpec()
                    .options()
                    .forEach(option -> wanted.add(escaped(option.longestName())));
                named(command, wanted);
              }
            });
  }

  // As the page writes them: a hyphen behind a backslash.
  private static String escaped(String name) {
    return name.replace("-", "\\-");
  }

  @Test
  void a_percent_sign_is_one() {
    assertThat(CommandRun.of("man").out()).doesNotContain("%%", "@|", "${");
  }
}
