package org.allowable.cli;

import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How much a command says: a line a stage on a terminal, nothing in a pipe, all with --verbose. */
final class Verbosity {

  // Set by the launcher: standard error is a terminal. Java itself cannot tell for one stream.
  private static final String TERMINAL = "allowable.terminal";

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--verbose", description = "Show progress even when redirected.")
  private boolean verbose;

  @Option(names = "--quiet", description = "Print only the result.")
  private boolean quiet;

  /** Where stages are said: standard error, so that standard output can be piped. */
  Progress progress() {
    boolean says = verbose || (!quiet && Boolean.getBoolean(TERMINAL));
    if (!says || command == null) {
      return Progress.SILENT;
    }
    var err = command.commandLine().getErr();
    long start = System.nanoTime();
    return line -> {
      err.printf("  %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
      err.flush();
    };
  }
}
