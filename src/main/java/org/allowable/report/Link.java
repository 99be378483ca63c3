package org.allowable.report;

import org.jspecify.annotations.Nullable;

/**
 * A cell value that leads to another sheet of the same workbook.
 *
 * @param value what the cell shows: any cell value but a link
 * @param sheet the name of the sheet, as its {@link Sheet} has it
 * @param row the row to land on, counted from 1 in the rows of the sheet's first table; 0 for its
 *     top
 */
public record Link(@Nullable Object value, String sheet, int row) {

  /** Checks that the link can be followed. */
  public Link {
    if (value instanceof Link) {
      throw new IllegalArgumentException("A link shows a value, not a link");
    }
    if (row < 0) {
      throw new IllegalArgumentException("A row counts from 1; 0 is the top of the sheet");
    }
  }

  /** A link to the top of a sheet. */
  public static Link to(String sheet, @Nullable Object value) {
    return new Link(value, sheet, 0);
  }
}
