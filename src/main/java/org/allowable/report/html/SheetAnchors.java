package org.allowable.report.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allowable.report.Sheet;

/** The ids of the parts of a page, one for each sheet. */
final class SheetAnchors {

  private final Map<String, String> byName = new HashMap<>();

  /** The ids of these sheets, which are the same whenever the names are. */
  SheetAnchors(List<Sheet> sheets) {
    Set<String> taken = new HashSet<>();
    for (Sheet sheet : sheets) {
      String slug = "sheet-" + slug(sheet.name());
      String id = slug;
      for (int number = 2; !taken.add(id); number++) {
        id = slug + "-" + number;
      }
      if (byName.put(sheet.name(), id) != null) {
        throw new IllegalArgumentException("Two sheets are named " + sheet.name());
      }
    }
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /**
   * The id of a sheet.
   *
   * @throws IllegalArgumentException if there is no such sheet
   */
  String id(String sheet) {
    String id = byName.get(sheet);
    if (id == null) {
      throw new IllegalArgumentException("A link leads to " + sheet + ", which is no sheet");
    }
    return id;
  }

  /** The address of a sheet within the page. */
  String address(String sheet) {
    return "#" + id(sheet);
  }
}
