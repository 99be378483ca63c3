package org.allowable.ingest.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
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
    return new GpciColumns(
        only(file, header, "contractor", n -> n.contains("(MAC)") || n.equals("MAC")),
        only(file, header, "state", n -> n.equals("STATE")),
        only(file, header, "locality number", n -> n.equals("LOCALITY NUMBER")),
        only(file, header, "locality name", n -> n.equals("LOCALITY NAME")),
        only(file, header, "work index", n -> n.contains("PW GPCI") || n.equals("GPCI WORK")),
        only(file, header, "practice index", n -> n.contains("PE GPCI") || n.equals("GPCI PE")),
        only(file, header, "malpractice index", n -> n.contains("MP GPCI") || n.equals("GPCI MP")));
  }

  private static int only(
      SourceFile file, SourceRow header, String what, Predicate<String> isMeant) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < header.cells().size(); i++) {
      if (isMeant.test(Recognition.name(header.cell(i)))) {
        found.add(i);
      }
    }
    if (found.size() != 1) {
      throw InputException.at(
          file.path(),
          "line " + header.line(),
          "one column of the " + what,
          String.valueOf(found.size()),
          ADVICE);
    }
    return found.get(0);
  }
}
