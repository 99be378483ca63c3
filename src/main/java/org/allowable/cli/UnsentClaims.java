package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.ingest.x12.FileStatus;
import org.allowable.ingest.x12.IngestedFile;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.ingest.x12.IngestionResult;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Warehouse;

/**
 * Claims that a command was given: 837P files, or a table claim_line.
 *
 * @param warehouse a folder with the table claim_line
 * @param quarantined files that could not be read whole, each with its reason
 */
record UnsentClaims(Path warehouse, java.util.List<String> quarantined) {

  /**
   * Finds the claims.
   *
   * @param in a warehouse, its folder claim_line, a folder of 837P files, or one such file
   * @param work a private folder, to which X12 files are read
   * @throws InputException if there is nothing at that place
   */
  static UnsentClaims at(Path in, Path work, Progress progress) throws IOException {
    String table = Warehouse.CLAIM_LINE.name();
    if (Files.isDirectory(in.resolve(table))) {
      return new UnsentClaims(in, java.util.List.of());
    }
    Path absolute = in.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.isDirectory(in) && absolute.endsWith(table) && parent != null) {
      return new UnsentClaims(parent, java.util.List.of());
    }
    if (Files.isDirectory(in)) {
      return read(in, work, progress);
    }
    if (!Files.isRegularFile(in)) {
      throw new InputException(
          "There are no claims at "
              + in
              + ". Name a folder or file of 837P claims, or a warehouse.");
    }
    Path alone = Files.createDirectory(work.resolve("claims"));
    Files.copy(in, alone.resolve(absolute.getFileName().toString()));
    return read(alone, work, progress);
  }

  private static UnsentClaims read(Path folder, Path work, Progress progress) throws IOException {
    Path warehouse = work.resolve("claims-read");
    IngestionResult result = Ingestion.run(folder, warehouse, null, progress);
    return new UnsentClaims(
        warehouse, result.files(FileStatus.QUARANTINED).stream().map(UnsentClaims::why).toList());
  }

  private static String why(IngestedFile file) {
    String place = file.segmentIndex() == null ? "" : ", segment " + file.segmentIndex();
    return file.sourceFile() + place + ": " + file.reason();
  }
}
