package org.allowable.ingest.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the elements of a sheet into rows of text, numbers as a person would write them. */
public final class SheetCells extends DefaultHandler {

  /** Takes rows. */
  @FunctionalInterface
  public interface SheetRowReader {

    /**
     * Takes a row.
     *
     * @param line its number on the sheet, from 1
     * @param cells stripped of surrounding blanks; one that is not there is an empty text. The list
     *     is used again for the next row
     * @return whether to go on
     */
    boolean read(long line, List<String> cells);
  }

  /** Ends the parsing when enough rows were read. */
  public static final class Enough extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  private static final int MOST_COLUMNS = 256;

  private final ReadOnlySharedStringsTable strings;
  private final SheetRowReader rows;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private long line;
  private int column;
  private @Nullable String type;
  private boolean inValue;

  /**
   * A sheet to be parsed.
   *
   * @param strings of its workbook
   * @param rows takes each row
   */
  public SheetCells(ReadOnlySharedStringsTable strings, SheetRowReader rows) {
    this.strings = strings;
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "row" -> {
        String number = attributes.getValue("r");
        line = number == null ? line + 1 : Long.parseLong(number);
        cells.clear();
        column = -1;
      }
      case "c" -> {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        text.setLength(0);
      }
      case "v", "t" -> inValue = true;
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inValue) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    switch (name) {
      case "v", "t" -> inValue = false;
      case "c" -> put(value().strip());
      case "row" -> {
        if (!rows.read(line, cells)) {
          throw new Enough();
        }
      }
      default -> {}
    }
  }

  private void put(String value) {
    if (value.isEmpty() || column >= MOST_COLUMNS) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, value);
  }

  private String value() {
    String raw = text.toString();
    if (raw.isBlank()) {
      return "";
    }
    if ("s".equals(type)) {
      return strings.getItemAt(Integer.parseInt(raw.strip())).getString();
    }
    return type == null || type.equals("n") ? number(raw.strip()) : raw;
  }

  // A sheet stores 32.3465 as 32.346499999999999: the shortest decimal that is the same number is
  // what was typed.
  private static String number(String raw) {
    BigDecimal number = BigDecimal.valueOf(Double.parseDouble(raw));
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
