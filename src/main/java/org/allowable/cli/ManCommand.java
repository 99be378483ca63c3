package org.allowable.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code man}: the manual page. */
@Command(
    name = "man",
    footer = {"", "Examples:", "  allowable man"},
    description = {
      "Print the manual page: all commands with their options, for the program man.",
      "Put it into ~/.local/share/man/man1/allowable.1, or read it with man -l."
    },
    mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    own.commandLine().getOut().print(new ManPage(own.root()).text());
    own.commandLine().getOut().flush();
    return ExitCode.OK.code();
  }
}
