package org.allowable.report.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/** Names that Excel accepts, no two alike: of sheets and of tables. */
final class SheetNames {

  private static final int MOST_CHARACTERS = 31;
  private static final int LAST_CHARACTERS = 13;

  private final Set<String> taken = new HashSet<>();
  private final Set<String> takenByTables = new HashSet<>();

  /** The name, with what Excel forbids replaced, cut, and numbered where it is taken. */
  String sheet(String wanted) {
    return sheet(wanted, 1);
  }

  /**
   * The name of a part of a sheet that is too long for one.
   *
   * @param part 1 is the sheet itself; 2 and on end in that number
   */
  String sheet(String wanted, int part) {
    String clean = ExcelText.clean(wanted).strip();
    for (int number = part; ; number++) {
      String ending = number == 1 ? "" : " " + number;
      String name = safe(shortened(clean, MOST_CHARACTERS - ending.length())) + ending;
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }

  private static String safe(String name) {
    String safe = WorkbookUtil.createSafeSheetName(name);
    // Excel keeps this one for itself.
    return safe.equalsIgnoreCase("History") ? safe + " " : safe;
  }

  // Long names of payers differ at their ends: "Blue Cross Blue Shield of ...".
  private static String shortened(String name, int room) {
    if (name.length() <= room) {
      return name;
    }
    int head = room - 1 - LAST_CHARACTERS;
    String start = name.substring(0, head).strip();
    return start + "\u2026" + name.substring(name.length() - LAST_CHARACTERS).strip();
  }

  /** A table's name made from its sheet's name: letters, digits and underscores. */
  String table(String sheetName) {
    // The prefix keeps names such as "RVU2025" from being taken for a cell.
    String base = "T_" + sheetName.replaceAll("[^A-Za-z0-9]+", "_");
    for (int number = 1; ; number++) {
      String name = number == 1 ? base : base + "_" + number;
      if (takenByTables.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }
}
