package org.allowable.ingest.cms;

import java.util.Locale;
import org.allowable.model.InputException;

/**
 * Where a file of geographic indices keeps its columns.
 *
 * @param carrier MAC number
 * @param state two letters
 * @param locality two digits
 * @param name locality name
 * @param work work index
 * @param pe practice expense index
 * @param mp malpractice index
 */
record GpciColumns(int carrier, int state, int locality, int name, int work, int pe, int mp) {

  private static final String ADVICE =
      "Keep one work index, with the floor that holds, and import the file again.";

  /** Whether a row names the columns of geographic indices. */
  static boolean isHeader(SourceRow row) {
    boolean addendum =
        row.cell(0).toUpperCase(Locale.ROOT).startsWith("MEDICARE ADMINISTRATIVE CONTRACTOR")
            && row.cells().stream().anyMatch(cell -> cell.contains("GPCI"));
    return addendum || row.cells().contains("gpci_work");
  }

  /**
   * Finds the columns in a header.
   *
   * @throws InputException where a column is missing or two could be meant
   */
  static GpciColumns of(SourceFile file, SourceRow header) {
    HeaderColumns columns = new HeaderColumns(file, header, ADVICE);
    return new GpciColumns(
        columns.only("contractor", n -> n.contains("(MAC)") || n.equals("MAC")),
        columns.only("state", n -> n.equals("STATE")),
        columns.only("locality number", n -> n.equals("LOCALITY NUMBER")),
        columns.only("locality name", n -> n.equals("LOCALITY NAME")),
        columns.only("work index", n -> n.contains("PW GPCI") || n.equals("GPCI WORK")),
        columns.only("practice index", n -> n.contains("PE GPCI") || n.equals("GPCI PE")),
        columns.only("malpractice index", n -> n.contains("MP GPCI") || n.equals("GPCI MP")));
  }
}
