package org.allowable.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table in plain text, for people at a terminal: columns as wide as their widest cell. */
final class TextTable {

  private static final int INDENT = 2;

  private final List<String> headers;
  private final List<Boolean> isNumber;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param headers of the columns; one that starts with # is of numbers, which stand to the right
   */
  TextTable(String... headers) {
    this.headers =
        List.of(headers).stream().map(h -> h.startsWith("#") ? h.substring(1) : h).toList();
    this.isNumber = List.of(headers).stream().map(h -> h.startsWith("#")).toList();
  }

  /** Adds a row. */
  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Writes header and rows. */
  void print(PrintWriter out) {
    out.println(line(headers));
    rows.forEach(row -> out.println(line(row)));
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String space = " ".repeat(width(i) - cells.get(i).length());
      line.append(" ".repeat(INDENT));
      line.append(isNumber.get(i) ? space + cells.get(i) : cells.get(i) + space);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int width = headers.get(column).length();
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }
}
