package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.x12.FileStatus;
import org.allowable.ingest.x12.HeldTransaction;
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
    footer = {
      "",
      "Examples:",
      "  allowable ingest --in incoming --warehouse warehouse",
      "  allowable ingest --in incoming --warehouse warehouse --patient-key key.txt --strict"
    },
    description = {
      "Put the X12 835 and 837P files of a folder into a warehouse.",
      "Files are known by what is in them. What the warehouse holds already does not go in again.",
      "A transaction (ST to SE) that cannot be read whole is held: nothing of it goes in, the"
          + " others do, and the exit code is 4; so it is where a part of a file cannot be read."
    },
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 50;
  private static final int FIRST_NAMED = 3;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"--in", "--source"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of X12 files; folders in it are read too.")
  private @Nullable Path source;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "PLACE",
      converter = PlaceConverter.class,
      description =
          "Folder of the warehouse, or its URI in a store (hdfs:, s3a:, abfss:, gs:); made if it is not there.")
  private @Nullable FilePlace warehouse;

  @Option(
      names = "--patient-key",
      paramLabel = "FILE",
      description = "File with the patient key, instead of the warehouse's own.")
  private @Nullable Path patientKey;

  @Option(
      names = "--strict",
      description =
          "Refuse a file whole when an envelope is wrong or a transaction cannot be read.")
  private boolean isStrict;

  @Option(names = "--verbose", description = "Say what became of each file, on standard error.")
  private boolean isVerbose;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = require(spec).commandLine().getOut();
    PrintWriter err = require(spec).commandLine().getErr();
    Progress progress = isVerbose || isTerminal() ? err::println : Progress.SILENT;
    IngestionResult result =
        Ingestion.run(require(source), require(warehouse), patientKey, isStrict, progress);
    print(result, out);
    return (result.isWhole() ? ExitCode.OK : ExitCode.QUARANTINED).code();
  }

  // Java 22 has Console.isTerminal; up to 21 a pipe has no console.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private static void print(IngestionResult result, PrintWriter out) {
    long foreign = result.count(FileStatus.NOT_X12);
    out.printf(
        "%,d files: %,d loaded, %,d already loaded, %,d not claim data, %,d quarantined%s%n",
        result.files().size(),
        result.count(FileStatus.LOADED),
        result.count(FileStatus.ALREADY_LOADED),
        result.count(FileStatus.NOT_CLAIM_DATA),
        result.count(FileStatus.QUARANTINED),
        foreign == 0 ? "" : String.format(", %,d not X12", foreign));
    out.printf(
        "Added: %,d submitted claims with %,d lines%n", result.claims(), result.claimLines());
    out.printf(
        "Added: %,d payments of $%,.2f in all, with %,d claims and %,d remit lines%n",
        result.payments(), result.paymentTotal(), result.remitClaims(), result.remitLines());
    if (result.warnings() > 0) {
      out.printf(
          "Loaded with a warning: %,d faults of envelopes or dates that lose nothing; the monthly"
              + " report's data quality counts them, --strict refuses them%n",
          result.warnings());
    }
    list("Not claim data", "passed over", result.files(FileStatus.NOT_CLAIM_DATA), out);
    list("Not X12; named once", "passed over", result.newlyNotX12(), out);
    list("Loaded in part", "loaded in part", result.partlyRead(), out);
    list("Quarantined; nothing of these went in", "quarantined", result.refusedWhole(), out);
    held("Held; nothing of these transactions went in", result.held(false), out);
    held("Counted once; another copy of a check that differs", result.held(true), out);
    if (result.hiddenFiles() > 0) {
      out.printf(
          "Passed over: %,d hidden files, whose names begin with a dot%n", result.hiddenFiles());
    }
  }

  // Files of one clearinghouse or one export are often wrong in the same way.
  private static void list(String title, String what, List<IngestedFile> files, PrintWriter out) {
    if (files.isEmpty()) {
      return;
    }
    out.println(title + ":");
    Map<String, List<IngestedFile>> byReason =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> String.valueOf(file.reason()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byReason.forEach(
        (reason, same) ->
            out.println(
                same.size() == 1 ? line(same.get(0)) : line(what, same.size(), reason, same)));
  }

  private static String line(IngestedFile file) {
    String place = file.segmentIndex() == null ? "" : ", segment " + file.segmentIndex();
    return "  " + file.sourceFile() + place + ": " + file.reason();
  }

  private static String line(String what, int count, String reason, List<IngestedFile> same) {
    String first =
        same.stream()
            .limit(FIRST_NAMED)
            .map(IngestedFile::sourceFile)
            .collect(Collectors.joining(", "));
    String more = count > FIRST_NAMED ? String.format(" and %,d more", count - FIRST_NAMED) : "";
    return String.format(
        "  %,d files %s for the same reason: %s (%s%s)", count, what, reason, first, more);
  }

  private static void held(String title, List<HeldTransaction> held, PrintWriter out) {
    if (held.isEmpty()) {
      return;
    }
    BigDecimal paid = sum(held, HeldTransaction::amount);
    BigDecimal charged =
        sum(
            held.stream().filter(each -> "837".equals(each.setCode())).toList(),
            HeldTransaction::charges);
    out.printf(
        "%s: %,d, with $%,.2f paid and $%,.2f of claims as far as they can be read%n",
        title, held.size(), paid, charged);
    held.stream().limit(MOST_NAMED).forEach(each -> out.println("  " + each.sentence()));
    if (held.size() > MOST_NAMED) {
      out.printf("  and %,d more; the monthly report names them all%n", held.size() - MOST_NAMED);
    }
  }

  private static BigDecimal sum(
      List<HeldTransaction> held, Function<HeldTransaction, @Nullable BigDecimal> amount) {
    return held.stream()
        .map(amount)
        .flatMap(Stream::ofNullable)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <T> T require(@Nullable T given) {
    if (given == null) {
      throw new IllegalStateException("picocli fills required options");
    }
    return given;
  }
}
