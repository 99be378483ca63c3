package org.allowable.report.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/** Names that Excel accepts, no two alike: of sheets and of tables. */
final class SheetNames {

  private static final int MOST_CHARACTERS = 31;

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
    String safe = WorkbookUtil.createSafeSheetName(ExcelText.clean(wanted).strip());
    // Excel keeps this one for itself.
    if (safe.equalsIgnoreCase("History")) {
      safe = safe + " ";
    }
    for (int number = part; ; number++) {
      String ending = number == 1 ? "" : " " + number;
      int room = MOST_CHARACTERS - ending.length();
      String name = (safe.length() > room ? safe.substring(0, room).strip() : safe) + ending;
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
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
