package org.allowable.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: what makes a shell complete commands and options. */
@Command(
    name = "completion",
    footer = {"", "Examples:", "  allowable completion"},
    description = {
      "Print the script by which bash and zsh complete commands and options with the Tab key.",
      "Put it into ~/.local/share/bash-completion/completions/allowable, or source it."
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    CommandLine root = line.getParent();
    line.getOut().print(AutoComplete.bash(root.getCommandName(), root));
    line.getOut().flush();
    return ExitCode.OK.code();
  }
}
