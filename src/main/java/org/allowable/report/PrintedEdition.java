package org.allowable.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What of a workbook is printed, in words. */
public final class PrintedEdition {

  private PrintedEdition() {}

  /** Says what stays on the screen. */
  public static TextBlock inWords(List<Sheet> sheets) {
    List<String> words = new ArrayList<>();
    words.add(
        "Prints what a meeting needs, in 8-point type or larger. Of a long or wide table the first rows and columns print; the page footer says how many there are in all.");
    String alone =
        sheets.stream()
            .filter(sheet -> !sheet.page().isPrinted())
            .map(Sheet::name)
            .collect(Collectors.joining(", "));
    if (!alone.isEmpty()) {
      words.add(
          "On screen only: %s. To print one of these, clear its print area (Page Layout, Print Area)."
              .formatted(alone));
    }
    return new TextBlock("Printing", words);
  }
}
