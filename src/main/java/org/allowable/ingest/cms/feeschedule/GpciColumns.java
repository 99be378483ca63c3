package org.allowable.ingest.cms.feeschedule;

import java.util.Locale;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.HeaderColumns;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.model.InputException;

/**
 * Where a file of geographic indices keeps its columns.
 *
 * @param carrier MAC number
 * @param state two letters
 * @param locality two digits
 * @param name locality name
 * @param work work index, with the floor where the file has one with and one without
 * @param ownWork work index without the floor; below zero where the file does not say it
 * @param pe practice expense index
 * @param mp malpractice index
 */
record GpciColumns(
    int carrier, int state, int locality, int name, int work, int ownWork, int pe, int mp) {

  private static final String ADVICE =
      "Keep one work index or, named so, one with the 1.0 floor and one without it, and import the"
          + " file again.";
  private static final Pattern WITHOUT_FLOOR = Pattern.compile("WITHOUT|W/O|\\bNO\\b.*FLOOR");

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
   * @param isFloorLaw where the law sets no floor, a work index that names none is the own one
   * @throws InputException where a column is missing or two could be meant
   */
  static GpciColumns of(CmsFile file, SourceRow header, boolean isFloorLaw) {
    HeaderColumns columns = new HeaderColumns(file, header, ADVICE);
    int own = columns.first(n -> isWork(n) && isWithoutFloor(n));
    int other = columns.first(n -> isWork(n) && !isWithoutFloor(n));
    int work =
        own != HeaderColumns.NONE && other == HeaderColumns.NONE
            ? own
            : columns.only("work index", n -> isWork(n) && !isWithoutFloor(n));
    boolean isOwn = !isFloorLaw && !HeaderColumns.name(header.cell(work)).contains("FLOOR");
    return new GpciColumns(
        columns.only("contractor", n -> n.contains("(MAC)") || n.equals("MAC")),
        columns.only("state", n -> n.equals("STATE")),
        columns.only("locality number", n -> n.equals("LOCALITY NUMBER")),
        columns.only("locality name", n -> n.equals("LOCALITY NAME")),
        work,
        own == HeaderColumns.NONE && isOwn ? work : own,
        columns.only("practice index", n -> n.contains("PE GPCI") || n.equals("GPCI PE")),
        columns.only("malpractice index", n -> n.contains("MP GPCI") || n.equals("GPCI MP")));
  }

  private static boolean isWork(String name) {
    return name.contains("PW GPCI") || name.equals("GPCI WORK");
  }

  private static boolean isWithoutFloor(String name) {
    return WITHOUT_FLOOR.matcher(name).find();
  }
}
