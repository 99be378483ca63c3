package org.allowable.cli;

import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * How much a command says on standard error: on a terminal what is under way, with its share and
 * the time left; in a pipe a line at the start and at the end of a report; each table with
 * --verbose.
 */
final class Verbosity {

  // Set by the launcher: which streams are a terminal. Java itself cannot tell for one stream.
  static final String TERMINAL = "allowable.terminal";
  private static final String TERMINAL_OUT = "allowable.terminal.out";

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--verbose", description = "Show every table that is made, with its time.")
  private boolean verbose;

  @Option(names = "--quiet", description = "Print only the result.")
  private boolean quiet;

  /** What a command that answers at once says: nothing in a pipe. */
  Progress progress() {
    return progress(false);
  }

  /** What a command that makes reports says. */
  Progress ofReport() {
    return progress(true);
  }

  private Progress progress(boolean isReport) {
    if (command == null || (quiet && !verbose)) {
      return Progress.SILENT;
    }
    var err = command.commandLine().getErr();
    if (verbose) {
      return new VerboseLines(err);
    }
    if (Boolean.getBoolean(TERMINAL)) {
      return new TerminalLine(err, System::nanoTime);
    }
    return isReport ? new FirstAndLastLine(err, command.name().replace('-', ' ')) : Progress.SILENT;
  }

  /** Whether the result goes to somebody's eyes, and not to a program. */
  boolean isRead() {
    return !quiet && Boolean.getBoolean(TERMINAL_OUT);
  }
}
