package org.allowable.report;

import java.util.regex.Pattern;

/**
 * Names of cells in formulas: lower case words joined by underscores, such as {@code
 * target_multiple}. Two words at least, so that none is taken for a cell such as FY2025.
 */
final class CellName {

  // Names of tables start with t_.
  private static final Pattern NAME = Pattern.compile("(?!t_)[a-z]+(_[a-z0-9]+)+");
  private static final int MOST_CHARACTERS = 60;

  private CellName() {}

  /** Refuses what Excel would not take for a name. */
  static String check(String name) {
    if (name.length() > MOST_CHARACTERS || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A cell's name is lower case words joined by underscores, such as target_multiple");
    }
    return name;
  }
}
