package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.ingest.x12.HeldTransaction;
import org.allowable.ingest.x12.IngestedFile;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.ingest.x12.IngestionResult;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Claims that a command was given: 837P files, or a table claim_line.
 *
 * @param warehouse a folder with the table claim_line
 * @param hasLines whether any claim line is there, as far as that is known
 * @param hasOwnKey whether patients are known by a key of these claims alone
 * @param quarantined transactions and files that could not be read whole, each with its reason
 */
record PreBillClaims(
    Path warehouse, boolean hasLines, boolean hasOwnKey, List<String> quarantined) {

  /**
   * Finds the claims.
   *
   * @param in a warehouse, its folder claim_line, a folder of 837P files, or one such file
   * @param patientKey a file with the key to know patients by; null for one of their own
   * @param work a private folder, to which X12 files are read
   * @throws InputException if there is nothing at that place, or a key for a warehouse
   */
  static PreBillClaims at(Path in, @Nullable Path patientKey, Path work, Progress progress)
      throws IOException {
    String table = Warehouse.CLAIM_LINE.name();
    if (Files.isDirectory(in.resolve(table))) {
      return warehouse(in, patientKey);
    }
    Path absolute = in.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.isDirectory(in) && absolute.endsWith(table) && parent != null) {
      return warehouse(parent, patientKey);
    }
    if (Files.isDirectory(in)) {
      return read(in, patientKey, work, progress);
    }
    if (!Files.isRegularFile(in)) {
      throw new InputException(
          "There are no claims at "
              + in
              + ". Name a folder or file of 837P claims, or a warehouse.");
    }
    Path alone = Files.createDirectory(work.resolve("claims"));
    Files.copy(in, alone.resolve(absolute.getFileName().toString()));
    return read(alone, patientKey, work, progress);
  }

  private static PreBillClaims warehouse(Path warehouse, @Nullable Path patientKey) {
    if (patientKey != null) {
      throw new InputException(
          "--patient-key is for 837P files, and " + warehouse + " is a warehouse. Leave it out.");
    }
    return new PreBillClaims(warehouse, true, false, List.of());
  }

  private static PreBillClaims read(
      Path folder, @Nullable Path patientKey, Path work, Progress progress) throws IOException {
    Path warehouse = work.resolve("claims-read");
    IngestionResult result = Ingestion.run(folder, warehouse, patientKey, progress);
    return new PreBillClaims(
        warehouse,
        result.claimLines() > 0,
        patientKey == null,
        Stream.of(
                result.refusedWhole().stream().map(PreBillClaims::why),
                result.partlyRead().stream().map(PreBillClaims::why),
                result.held().stream().map(HeldTransaction::sentence))
            .flatMap(each -> each)
            .toList());
  }

  private static String why(IngestedFile file) {
    String place = file.segmentIndex() == null ? "" : ", segment " + file.segmentIndex();
    return file.sourceFile() + place + ": " + file.reason();
  }
}
