package org.allowable.ingest.cms.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of text files. CMS ends lines with CR LF, LF or a bare CR, and writes notes in Windows
 * letters; the columns that we keep are ASCII, so Latin-1 reads every file without loss.
 */
final class TextRows {

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  // Exports end some codes with a blank that does not break, as Windows or as DOS writes it.
  private static final Pattern HARD_BLANKS = Pattern.compile("[\\u00a0\\u00ff\\s]+$");

  private TextRows() {}

  /** The rows at the start of a text that may be cut in the middle of a row. */
  static List<SourceRow> first(byte[] head, int limit) {
    List<SourceRow> rows = new ArrayList<>();
    try (CSVParser parser = parser(head, new StringReader(text(head)))) {
      for (CSVRecord row : parser) {
        rows.add(row(parser, row, new HashMap<>()));
        if (rows.size() == limit) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Not delimited text, or cut inside quotes: what was read is enough to recognize it.
      return rows;
    }
    return rows;
  }

  /** The lines of a text, without their ends. */
  static Stream<String> lines(byte[] bytes) {
    return Arrays.stream(text(bytes).split("\r\n|\r|\n", -1));
  }

  /** All rows of a delimited text. */
  static List<SourceRow> delimited(CmsFile file) {
    List<SourceRow> rows = new ArrayList<>();
    Map<String, String> texts = new HashMap<>();
    try (Reader reader = Files.newBufferedReader(file.content(), StandardCharsets.ISO_8859_1);
        CSVParser parser = parser(file.head(), reader)) {
      for (CSVRecord row : parser) {
        rows.add(row(parser, row, texts));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          file.path()
              + ", after line "
              + (rows.isEmpty() ? 0 : rows.get(rows.size() - 1).line())
              + ": the text cannot be read as separated by commas or tabs. Take the file from CMS again.",
          e);
    }
    return rows;
  }

  /** All lines of a text that is laid out in fixed columns, each as a row of one cell. */
  static List<SourceRow> fixed(CmsFile file) {
    try {
      List<String> lines = lines(Files.readAllBytes(file.content())).toList();
      List<SourceRow> rows = new ArrayList<>(lines.size());
      for (String line : lines) {
        rows.add(new SourceRow(rows.size() + 1L, List.of(line)));
      }
      return rows;
    } catch (IOException e) {
      throw CmsFile.unreadable(file.path(), e);
    }
  }

  private static CSVParser parser(byte[] head, Reader reader) throws IOException {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(count(head, '\t') > count(head, ',') ? '\t' : ',')
        .setIgnoreEmptyLines(false)
        .get()
        .parse(reader);
  }

  private static int count(byte[] bytes, char wanted) {
    int count = 0;
    for (byte b : bytes) {
      count += b == wanted ? 1 : 0;
    }
    return count;
  }

  // Large files say the same few thousand texts again and again: each is kept once.
  private static SourceRow row(CSVParser parser, CSVRecord row, Map<String, String> texts) {
    List<String> cells = new ArrayList<>(row.size());
    for (String cell : row) {
      String text = cell.startsWith(BYTE_ORDER_MARK) ? cell.substring(3) : cell;
      cells.add(texts.computeIfAbsent(text, t -> HARD_BLANKS.matcher(t).replaceFirst("").strip()));
    }
    return new SourceRow(parser.getCurrentLineNumber(), cells);
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(3) : text;
  }
}
