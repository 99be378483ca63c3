package org.allowable.ingest.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.allowable.model.InputException;

/** Finds columns in a header by their names, wherever they stand. */
final class HeaderColumns {

  private final CmsFile file;
  private final SourceRow header;
  private final String advice;

  /**
   * @param advice what the user can do where a column is missing or two could be meant
   */
  HeaderColumns(CmsFile file, SourceRow header, String advice) {
    this.file = file;
    this.header = header;
    this.advice = advice;
  }

  /** Columns of a file that CMS made. */
  static HeaderColumns of(CmsFile file, SourceRow header) {
    return new HeaderColumns(file, header, "Take the file from CMS again.");
  }

  /**
   * The only column of a name.
   *
   * @param what the column in words
   * @param isMeant tells it by its {@link Recognition#name}
   * @throws InputException where there is none or more than one
   */
  int only(String what, Predicate<String> isMeant) {
    List<Integer> found = found(isMeant);
    if (found.size() != 1) {
      throw InputException.at(
          file.path(),
          "line " + header.line(),
          "one column of the " + what,
          String.valueOf(found.size()),
          advice);
    }
    return found.get(0);
  }

  /** The first column of a name, or {@link GpciColumns#NONE} where there is none. */
  int first(Predicate<String> isMeant) {
    List<Integer> found = found(isMeant);
    return found.isEmpty() ? GpciColumns.NONE : found.get(0);
  }

  private List<Integer> found(Predicate<String> isMeant) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < header.cells().size(); i++) {
      if (isMeant.test(Recognition.name(header.cell(i)))) {
        found.add(i);
      }
    }
    return found;
  }
}
