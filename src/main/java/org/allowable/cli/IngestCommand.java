package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.allowable.ingest.x12.FileStatus;
import org.allowable.ingest.x12.IngestedFile;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.ingest.x12.IngestionResult;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code allowable ingest}: X12 files become rows of a warehouse. */
@Command(
    name = "ingest",
    description = {
      "Put the X12 835 and 837P files of a folder into a warehouse.",
      "Files are known by what is in them. What the warehouse holds already does not go in again.",
      "A file that cannot be read whole is quarantined: nothing of it goes in, and the exit code"
          + " is 4."
    },
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "DIR",
      description = "Folder of X12 files; folders in it are read too.")
  private @Nullable Path source;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the warehouse; made if it is not there.")
  private @Nullable Path warehouse;

  @Option(
      names = "--patient-key",
      paramLabel = "FILE",
      description = "File with the patient key, instead of the warehouse's own.")
  private @Nullable Path patientKey;

  @Option(names = "--verbose", description = "Say what became of each file, on standard error.")
  private boolean isVerbose;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = require(spec).commandLine().getOut();
    PrintWriter err = require(spec).commandLine().getErr();
    Progress progress = isVerbose || isTerminal() ? err::println : Progress.SILENT;
    IngestionResult result =
        Ingestion.run(require(source), require(warehouse), patientKey, progress);
    print(result, out);
    boolean isClean = result.count(FileStatus.QUARANTINED) == 0;
    return (isClean ? ExitCode.OK : ExitCode.QUARANTINED).code();
  }

  // Java 22 has Console.isTerminal; up to 21 a pipe has no console.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private static void print(IngestionResult result, PrintWriter out) {
    out.printf(
        "%,d files: %,d loaded, %,d already loaded, %,d not claim data, %,d quarantined%n",
        result.files().size(),
        result.count(FileStatus.LOADED),
        result.count(FileStatus.ALREADY_LOADED),
        result.count(FileStatus.NOT_CLAIM_DATA),
        result.count(FileStatus.QUARANTINED));
    out.printf(
        "Added: %,d submitted claims with %,d lines%n", result.claims(), result.claimLines());
    out.printf(
        "Added: %,d payments of $%,.2f in all, with %,d claims and %,d remit lines%n",
        result.payments(), result.paymentTotal(), result.remitClaims(), result.remitLines());
    list("Not claim data", result, FileStatus.NOT_CLAIM_DATA, out);
    list("Quarantined; nothing of these went in", result, FileStatus.QUARANTINED, out);
  }

  private static void list(
      String title, IngestionResult result, FileStatus status, PrintWriter out) {
    if (result.count(status) > 0) {
      out.println(title + ":");
    }
    for (IngestedFile file : result.files(status)) {
      String place = file.segmentIndex() == null ? "" : ", segment " + file.segmentIndex();
      out.println("  " + file.sourceFile() + place + ": " + file.reason());
    }
  }

  private static <T> T require(@Nullable T given) {
    if (given == null) {
      throw new IllegalStateException("picocli fills required options");
    }
    return given;
  }
}
