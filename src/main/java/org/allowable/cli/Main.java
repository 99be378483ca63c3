package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.job.SparkSessions;
import org.allowable.model.InputException;
import org.allowable.report.chart.Fonts;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Allowable. */
@Command(
    name = "allowable",
    description = "What every line should have been allowed, was allowed and paid, and why not.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      ReferenceCommand.class,
      PriceCommand.class,
      MonthlyReportCommand.class,
      ContractComparisonCommand.class,
      RetrainingReviewCommand.class,
      ContractCommand.class,
      CodingReviewCommand.class,
      SampleCommand.class
    })
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) throws IOException {
    PrivateDirectory temporary = PrivateDirectory.create();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(temporary)));
    // Whatever a library spills goes where nobody else may look.
    System.setProperty("java.io.tmpdir", temporary.path().toString());
    Fonts.install(temporary.path());
    int code = commandLine().execute(arguments);
    SparkSessions.stop();
    System.exit(code);
  }

  /** The command line, for a caller that wants the code and not the end of the process. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((fault, line, parsed) -> explain(fault, line.getErr()));
  }

  // The whole story, which may quote cells, goes to a private file, and only where one is named.
  private static void keepForDeveloper(Exception fault, PrintWriter err) {
    String file = System.getenv("ALLOWABLE_FAULT_FILE");
    if (file == null) {
      err.println("Set ALLOWABLE_FAULT_FILE to a file name to keep all of it; it may quote cells.");
      return;
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(file)))) {
      fault.printStackTrace(out);
    } catch (IOException e) {
      err.println("The file that ALLOWABLE_FAULT_FILE names cannot be written.");
    }
  }

  // The process ends here whatever happens; its successor sweeps.
  private static void remove(PrivateDirectory temporary) {
    try {
      temporary.close();
    } catch (IOException e) {
      System.err.println(
          "The folder " + temporary.path() + " is left behind; the next run removes it.");
    }
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
    keepForDeveloper(fault, err);
    return ExitCode.FAULT.code();
  }
}
