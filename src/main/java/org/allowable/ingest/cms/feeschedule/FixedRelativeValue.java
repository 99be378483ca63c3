package org.allowable.ingest.cms.feeschedule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.source.SourceRow;

/**
 * The relative value file as fixed columns. Source: CMS's record layout in RVU25D; the place of the
 * last column, which the layout leaves open, was read from the file and agrees with the CSV.
 */
final class FixedRelativeValue {

  // First and last position of each column, from 1, in the order of the CSV of 31 columns. The
  // description and the column that is not used for payment stay behind.
  private static final int[][] POSITIONS = {
    {1, 5},
    {6, 7},
    {0, 0},
    {58, 58},
    {0, 0},
    {60, 65},
    {67, 72},
    {73, 74},
    {76, 81},
    {82, 83},
    {85, 89},
    {91, 96},
    {97, 102},
    {103, 103},
    {104, 106},
    {107, 109},
    {110, 112},
    {113, 115},
    {116, 116},
    {117, 117},
    {118, 118},
    {119, 119},
    {120, 120},
    {128, 132},
    {133, 140},
    {142, 143},
    {144, 144},
    {146, 147},
    {152, 157},
    {159, 164},
    {166, 171},
  };

  private static final int SHORTEST = 171;
  private static final Pattern ROW = Pattern.compile("[A-Z0-9]{5}.*\\d\\.\\d\\d\\s*");

  private FixedRelativeValue() {}

  /** Whether a line is a row and not a header, trailer or blank. */
  static boolean isRow(String line) {
    return line.length() >= SHORTEST && !line.startsWith("HDR") && ROW.matcher(line).matches();
  }

  /** A line's columns in the order of the CSV; a header or trailer line becomes an empty row. */
  static SourceRow row(SourceRow source) {
    String line = source.cell(0);
    boolean note = line.startsWith("HDR") || line.startsWith("TRL") || source.filled() == 0;
    if (note) {
      return new SourceRow(source.line(), List.of());
    }
    if (!isRow(line)) {
      return source;
    }
    List<String> cells = new ArrayList<>(POSITIONS.length);
    for (int[] position : POSITIONS) {
      cells.add(
          position[0] == 0
              ? ""
              : line.substring(position[0] - 1, Math.min(position[1], line.length())).strip());
    }
    return new SourceRow(source.line(), cells);
  }
}
