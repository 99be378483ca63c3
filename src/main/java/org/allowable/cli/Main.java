package org.allowable.cli;

import java.io.PrintWriter;
import org.allowable.model.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Allowable. */
@Command(
    name = "allowable",
    description = "What every line should have been allowed, was allowed and paid, and why not.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {SampleCommand.class})
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, for a caller that wants the code and not the end of the process. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((fault, line, parsed) -> explain(fault, line.getErr()));
  }

  // One sentence for the user's mistakes. A fault shows where in our code, not the message: it may
  // quote a cell.
  private static int explain(Exception fault, PrintWriter err) {
    if (fault instanceof InputException) {
      err.println(fault.getMessage());
      return ExitCode.INPUT.code();
    }
    err.println("A fault of the program: " + fault.getClass().getSimpleName());
    for (StackTraceElement element : fault.getStackTrace()) {
      if (element.getClassName().startsWith("org.allowable.")) {
        err.println("  at " + element);
      }
    }
    return ExitCode.FAULT.code();
  }
}
