package org.allowable.report.excel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.allowable.report.Workbook;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a {@link Workbook} as an Excel file. Rows stream through; memory does not grow with them.
 * The same workbook makes the same bytes.
 */
public final class WorkbookWriter {

  private static final String PRODUCER = "Allowable";
  private static final String DRAFT = "draft.xlsx";
  private static final int ROWS_IN_MEMORY = 100;

  private final int rowsPerSheet;

  /**
   * @param rowsPerSheet how many rows a sheet holds before a table goes on to the next
   */
  WorkbookWriter(int rowsPerSheet) {
    this.rowsPerSheet = rowsPerSheet;
  }

  /**
   * Writes the file, over an old one. A table longer than a sheet goes on to "name 2".
   *
   * @throws IOException if it cannot be written; then there is no file, or the old one
   * @throws IllegalArgumentException if the workbook contradicts itself, such as by a link to no
   *     sheet
   */
  public static void write(Workbook workbook, Path file) throws IOException {
    new WorkbookWriter(SpreadsheetVersion.EXCEL2007.getMaxRows()).writeTo(workbook, file);
  }

  /** Writes the file with this writer's limit. */
  void writeTo(Workbook workbook, Path file) throws IOException {
    // Streamed rows wait in temporary files: in a folder that only we can read and that we remove.
    // Java keeps the folder that the property named at first, so it is asked for here.
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    Path temporary = Files.createTempDirectory(parent, "allowable-workbook-");
    try {
      Path draft =
          TempFile.withStrategy(
              new DefaultTempFileCreationStrategy(temporary.toFile()),
              () -> build(workbook, temporary.resolve(DRAFT)));
      copy(draft, file);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      deleteTree(temporary);
    }
  }

  // Half a workbook is worse than none.
  private static void copy(Path draft, Path file) throws IOException {
    try {
      DeterministicZip.copy(draft, file);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Path build(Workbook workbook, Path file) {
    try (SXSSFWorkbook book = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      // Other readers refuse the large-file form that POI writes by default.
      book.setZip64Mode(Zip64Mode.AsNeeded);
      new WorkbookFile(workbook, book, rowsPerSheet).writeSheets();
      properties(workbook, book.getXSSFWorkbook().getProperties());
      book.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void properties(Workbook workbook, POIXMLProperties properties) {
    Optional<Date> asOf = Optional.of(Date.from(workbook.asOf()));
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setTitle(ExcelText.line(workbook.documentTitle()));
    core.setSubjectProperty(ExcelText.line(workbook.subtitle()));
    core.setCreator(PRODUCER);
    core.setCreated(asOf);
    core.setModified(asOf);
    properties.getExtendedProperties().setApplication(PRODUCER);
    workbook
        .properties()
        .forEach(
            (name, value) ->
                properties
                    .getCustomProperties()
                    .addProperty(ExcelText.line(name), ExcelText.line(value)));
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
