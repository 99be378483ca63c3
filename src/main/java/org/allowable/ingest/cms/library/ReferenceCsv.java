package org.allowable.ingest.cms.library;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.allowable.model.Utf8Text;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A reference table's file: a header line of the columns, then the rows; an empty cell is null. */
public final class ReferenceCsv {

  /** How the name of a file ends. */
  static final String ENDING = ".csv";

  /** How the name of a file ends that is packed. */
  static final String PACKED = ".csv.gz";

  // A table that was imported before the column was added says nothing of it.
  private static final Map<String, String> ADDED =
      Map.of(Reference.GPCI.name(), "work_gpci_without_floor");

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private ReferenceCsv() {}

  /** Takes one row after another. */
  @FunctionalInterface
  public interface RowReader {
    /** Takes a row's cells and its line in the file, from 1. */
    void row(List<String> cells, long line);
  }

  /** Whether a file is named as one of a table, packed or not. */
  static boolean isNamed(Path file) {
    return file.toString().endsWith(ENDING) || file.toString().endsWith(PACKED);
  }

  /**
   * Writes a file, packed where its name ends with {@code .gz}.
   *
   * @param file in a folder that exists; an earlier file is replaced
   * @param rows cells in the order of the table's columns; an empty string is a null
   * @throws IOException where the disk does not do it
   */
  public static void write(Path file, Table table, List<List<String>> rows) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    try (Writer writer =
        new OutputStreamWriter(
            file.toString().endsWith(PACKED)
                ? new GZIPOutputStream(out)
                : new BufferedOutputStream(out),
            StandardCharsets.UTF_8)) {
      writer.write(line(table.columnNames()));
      for (List<String> row : rows) {
        writer.write(line(row));
      }
    }
  }

  private static String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
    }
    return line.append('\n').toString();
  }

  private static String quoted(String cell) {
    boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * All rows of a file, as {@link #forEach} hands them out. Cells that say the same are one text,
   * which a large table needs.
   */
  public static List<List<String>> read(Path file, Table table) {
    List<List<String>> rows = new ArrayList<>();
    Map<String, String> texts = new HashMap<>();
    forEach(
        file,
        table,
        (cells, line) ->
            rows.add(cells.stream().map(cell -> texts.computeIfAbsent(cell, c -> c)).toList()));
    return rows;
  }

  /**
   * Reads row by row: cells in the order of the table's columns, unchecked; an empty string is a
   * null.
   *
   * @throws InputException where the header is not the table's, a row has too few or too many
   *     cells, or the text is not comma separated
   */
  public static void forEach(Path file, Table table, RowReader reader) {
    List<String> columns = table.columnNames();
    try (Reader text = open(file);
        CSVParser parser = FORMAT.parse(text)) {
      boolean inRows = false;
      int lacking = -1;
      for (CSVRecord row : parser) {
        List<String> cells = row.toList();
        if (inRows) {
          cells = lacking < 0 ? cells : with(cells, lacking, "");
          refuseWidth(file, columns, cells, parser.getCurrentLineNumber());
          reader.row(cells, parser.getCurrentLineNumber());
        } else {
          String added = ADDED.getOrDefault(table.name(), "");
          lacking = cells.contains(added) ? -1 : columns.indexOf(added);
          refuseHeader(file, table, columns, lacking < 0 ? cells : with(cells, lacking, added));
          inRows = true;
        }
      }
      if (!inRows) {
        refuseHeader(file, table, columns, List.of());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          file + " cannot be read as comma separated UTF-8 text. Save it as such.", e);
    }
  }

  private static List<String> with(List<String> cells, int position, String cell) {
    List<String> all = new ArrayList<>(cells);
    all.add(Math.min(position, all.size()), cell);
    return all;
  }

  private static Reader open(Path file) throws IOException {
    return file.toString().endsWith(PACKED) ? Utf8Text.openPacked(file) : Utf8Text.open(file);
  }

  private static void refuseHeader(
      Path file, Table table, List<String> columns, List<String> cells) {
    for (int i = 0; i < Math.max(columns.size(), cells.size()); i++) {
      if (i >= columns.size() || i >= cells.size() || !columns.get(i).equals(cells.get(i))) {
        String expected = i < columns.size() ? columns.get(i) : "no further column";
        String found = i < cells.size() ? "another name" : "nothing";
        throw InputException.at(
            file,
            "line 1, column " + (i + 1),
            expected,
            found,
            "The columns of %s are, in this order: %s."
                .formatted(table.name(), String.join(",", columns)));
      }
    }
  }

  private static void refuseWidth(Path file, List<String> columns, List<String> cells, long line) {
    if (cells.size() != columns.size()) {
      throw InputException.at(
          file,
          "line " + line,
          columns.size() + " cells",
          String.valueOf(cells.size()),
          "Put a text that holds a comma in double quotes.");
    }
  }
}
