package org.allowable.sample.truth;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header line; nulls are empty cells. */
final class CsvFile implements Closeable {

  private final Writer out;

  CsvFile(Path file, String... columns) throws IOException {
    out = Files.newBufferedWriter(file);
    out.append(String.join(",", columns)).append('\n');
  }

  void row(@Nullable Object... cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append(',');
      }
      line.append(text(cells[i]));
    }
    try {
      out.append(line.append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (cell instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    String text = cell.toString();
    boolean isQuoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
    return isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
