package org.allowable.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.allowable.model.Rows;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV: UTF-8, commas, one line feed a row, plain numbers, ISO dates, nothing for
 * null.
 */
public final class CsvTable {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  // What spreadsheets take for the start of a formula, also in full width.
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

  private CsvTable() {}

  /**
   * Writes the file, over an old one.
   *
   * @param headers the names in the first line
   * @param rows one value per header; read once
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, List<String> headers, Iterator<@Nullable Object[]> rows)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (String header : headers) {
        printer.print(safe(header));
      }
      printer.println();
      while (rows.hasNext()) {
        row(printer, headers.size(), rows.next());
      }
    }
  }

  /**
   * Writes each mart as a file of its name into a folder, which is made.
   *
   * @param marts by table name
   */
  public static void writeAll(Map<String, Rows> marts, Path folder) throws IOException {
    writeAll(marts, folder, UnaryOperator.identity());
  }

  /**
   * Writes each mart as a file of its name into a folder, which is made.
   *
   * @param marts by table name
   * @param named what a column is called in the file
   */
  public static void writeAll(Map<String, Rows> marts, Path folder, UnaryOperator<String> named)
      throws IOException {
    Files.createDirectory(folder);
    for (Rows rows : marts.values()) {
      write(
          folder.resolve(rows.table().name() + ".csv"),
          rows.columns().stream().map(named).toList(),
          rows.iterator().get());
    }
  }

  private static void row(CSVPrinter printer, int width, @Nullable Object[] values)
      throws IOException {
    if (values.length != width) {
      throw new IllegalArgumentException(
          "A row has " + values.length + " values for " + width + " columns");
    }
    for (Object value : values) {
      printer.print(cell(value));
    }
    printer.println();
  }

  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Link link) {
      return cell(link.value());
    }
    if (value instanceof ComputedValue computed) {
      return cell(computed.value());
    }
    return value instanceof CharSequence text ? safe(text.toString()) : value;
  }

  // A text that a spreadsheet would run as a formula starts with an apostrophe instead. A number is
  // none, and whoever reads the file again must find it.
  private static String safe(String text) {
    boolean isFormula =
        !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    return isFormula ? "'" + text : text;
  }
}
