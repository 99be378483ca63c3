package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.allowable.config.SparkMaster;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.job.Engines;
import org.allowable.model.InputException;
import org.allowable.model.StorageFault;
import org.allowable.model.Unfinished;
import org.allowable.report.chart.Fonts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
      ScorecardCommand.class,
      ContractComparisonCommand.class,
      RetrainingReviewCommand.class,
      WorklistCommand.class,
      PacketCommand.class,
      ContractCommand.class,
      CodingReviewCommand.class,
      VerifyCommand.class,
      SampleCommand.class,
      CompletionCommand.class,
      ManCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {"", "Help for a command: allowable help COMMAND"})
public final class Main {

  private Main() {}

  private static final Set<String> READ =
      Set.of(
          "--in",
          "--practice",
          "--contracts",
          "--notes",
          "--proposal",
          "--update",
          "--template",
          "--claims");
  // An example stands on one line.
  private static final int HELP_WIDTH = 120;
  private static final Set<String> ASKING = Set.of("--help", "-h", "--version", "-V");

  // Set when the user or the system ends the process: what fails then is no fault.
  private static volatile boolean isEnding;

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    // The launcher says so too; spark-submit knows nothing of it.
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    System.setProperty("java.awt.headless", "true");
    if (Arrays.stream(arguments).noneMatch(ASKING::contains)) {
      prepare();
    }
    int code = commandLine().execute(arguments);
    Engines.stop();
    isEnding = true;
    // YARN takes a driver that exits by itself for one that failed.
    if (code != ExitCode.OK.code() || SparkMaster.submitted() == null) {
      System.exit(code);
    }
  }

  // Whatever a library spills goes where nobody else may look.
  private static void prepare() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      PrivateDirectory temporary = PrivateDirectory.create();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(temporary)));
      System.setProperty("java.io.tmpdir", temporary.path().toString());
      Fonts.install(temporary.path());
    } catch (IOException | RuntimeException e) {
      isEnding = true;
      InputException said = StorageFault.in(e, List.of(parent)).orElse(null);
      if (said == null) {
        throw new IllegalStateException(e);
      }
      System.err.println(said.getMessage());
      System.exit(ExitCode.INPUT.code());
    }
  }

  /** The command line, for a caller that wants the code and not the end of the process. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_WIDTH)
        .setExecutionStrategy(Main::run)
        .setParameterExceptionHandler((mistake, arguments) -> explain(mistake))
        .setExecutionExceptionHandler(
            (fault, line, parsed) -> explain(fault, written(parsed), line.getErr()));
  }

  private static int run(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError | LinkageError e) {
      ParseResult last = parsed;
      while (last.hasSubcommand()) {
        last = last.subcommand();
      }
      throw new ExecutionException(
          last.commandSpec().commandLine(), "no memory left", outOfMemory(e));
    }
  }

  /**
   * What to do where Java's heap did not suffice, also for a class to start with, which then is
   * missing as long as the process lives; what was begun is dropped by then.
   *
   * @throws Error the fault, if it is another
   */
  static InputException outOfMemory(Error fault) {
    if (!isOutOfMemory(fault)) {
      throw fault;
    }
    return new InputException(
        "The work needs more memory than Java may take here: %d MB. Close other programs, or set ALLOWABLE_JAVA_OPTIONS=-Xmx with more."
            .formatted(Runtime.getRuntime().maxMemory() >> 20),
        fault);
  }

  // Of a class that could not start, Java keeps the name of the fault alone.
  private static boolean isOutOfMemory(Error fault) {
    String name = OutOfMemoryError.class.getName();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError || String.valueOf(cause.getMessage()).contains(name)) {
        return true;
      }
    }
    return false;
  }

  // One sentence, and where the options are listed: the whole usage would hide what is wrong.
  private static int explain(ParameterException mistake) {
    CommandLine line = mistake.getCommandLine();
    String command = line.getCommandSpec().qualifiedName(" ");
    // A required option that is missing may be one that is misspelt.
    List<String> unmatched = line.getUnmatchedArguments();
    ParameterException first =
        unmatched.isEmpty() ? mistake : new UnmatchedArgumentException(line, unmatched);
    String said = String.valueOf(first.getMessage());
    if (first instanceof UnmatchedArgumentException unknown
        && !unknown.getSuggestions().isEmpty()) {
      said += "; did you mean " + String.join(" or ", unknown.getSuggestions()) + "?";
    }
    String help = command.replaceFirst("^allowable ?", "allowable help ").strip();
    String end = said.endsWith("?") || said.endsWith(".") ? "" : ".";
    line.getErr().println(said + end + " Options and examples: " + help);
    return line.getCommandSpec().exitCodeOnInvalidInput();
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

  /** What a stopped process says: what it had finished, and what became of the rest. */
  static String stopped(List<String> finished, List<Unfinished.Left> left) {
    StringBuilder said = new StringBuilder("Stopped.");
    if (!finished.isEmpty()) {
      said.append(" Finished: ").append(String.join(", ", finished)).append('.');
    }
    if (!left.isEmpty()) {
      said.append(" Not finished: ")
          .append(left.stream().map(Unfinished.Left::what).collect(Collectors.joining(", ")))
          .append('.');
    }
    if (!left.stream().allMatch(Unfinished.Left::isRemoved)) {
      said.append(" What could not be removed the next run removes.");
    } else if (!left.isEmpty() || finished.isEmpty()) {
      said.append(finished.isEmpty() ? " Nothing was left behind." : " Nothing of that was left.");
    }
    return said.toString();
  }

  // The process ends here whatever happens; its successor sweeps.
  private static void end(PrivateDirectory temporary) {
    if (!isEnding) {
      isEnding = true;
      List<Unfinished.Left> left = Unfinished.removeAll();
      System.err.println(
          (Boolean.getBoolean(Verbosity.TERMINAL) ? TerminalLine.ERASE : "")
              + stopped(Unfinished.finished(), left));
    }
    try {
      temporary.close();
    } catch (IOException e) {
      System.err.println(
          "The folder " + temporary.path() + " is left behind; the next run removes it.");
    }
  }

  // The folders and files that the command was given, and the temporary one.
  private static List<Path> written(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    List<Path> written = new ArrayList<>();
    for (OptionSpec option : last.commandSpec().options()) {
      Object value = option.getValue();
      if (value instanceof FilePlace place && place.isOnDisk()) {
        written.add(place.onDisk());
      }
      if (value instanceof Path path && !READ.contains(option.longestName())) {
        written.add(path);
      }
    }
    written.add(Path.of(System.getProperty("java.io.tmpdir")));
    return written;
  }

  /**
   * Says what went wrong: one sentence for the user's mistakes. A fault shows where in our code,
   * not the message: it may quote a cell.
   *
   * @param written the folders that the work writes to
   * @return the exit code
   */
  static int explain(Exception fault, List<Path> written, PrintWriter err) {
    if (isEnding) {
      return ExitCode.STOPPED.code();
    }
    InputException said = StorageFault.in(fault, written).orElse(null);
    if (said != null) {
      err.println(said.getMessage());
      return ExitCode.INPUT.code();
    }
    err.println("Internal error: " + fault.getClass().getSimpleName());
    for (StackTraceElement element : fault.getStackTrace()) {
      if (element.getClassName().startsWith("org.allowable.")) {
        err.println("  at " + element);
      }
    }
    keepForDeveloper(fault, err);
    return ExitCode.FAULT.code();
  }
}
