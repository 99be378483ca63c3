package org.allowable.ingest.cms.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of a file as it came.
 *
 * @param line line of a text or row of a sheet, from 1
 * @param cells the cells, stripped of surrounding blanks; a missing cell is an empty string
 */
public record SourceRow(long line, List<String> cells) {

  /** A procedure code in CMS's files. */
  public static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}");

  /** Keeps the cells from change. */
  public SourceRow {
    cells = List.copyOf(cells);
  }

  /** The cell at a position from 0, or an empty string where the row is shorter. */
  public String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  /** How many cells hold something; a Control-Z that ends old files is nothing. */
  public long filled() {
    return cells.stream().filter(cell -> !cell.isEmpty() && !cell.equals("\u001a")).count();
  }

  /**
   * Whether a row of a list of codes is a note or blank: at most one cell holds something, and the
   * first is no code of five characters.
   */
  public boolean isNote() {
    return filled() <= 1 && !CODE.matcher(cell(0)).matches();
  }
}
