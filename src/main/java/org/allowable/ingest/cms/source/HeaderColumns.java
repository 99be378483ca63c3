package org.allowable.ingest.cms.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.allowable.model.InputException;

/** Finds columns in a header by their names, wherever they stand. */
public final class HeaderColumns {

  /** The position of a column that a file does not have. */
  public static final int NONE = -1;

  private final CmsFile file;
  private final SourceRow header;
  private final String advice;

  /**
   * Columns of a header.
   *
   * @param advice what the user can do where a column is missing or two could be meant
   */
  public HeaderColumns(CmsFile file, SourceRow header, String advice) {
    this.file = file;
    this.header = header;
    this.advice = advice;
  }

  /** Columns of a file that CMS made: the advice is to take it from there again. */
  public static HeaderColumns of(CmsFile file, SourceRow header) {
    return new HeaderColumns(file, header, "Take the file from CMS again.");
  }

  /**
   * The position, from 0, of the only column of a name.
   *
   * @param what the column in words
   * @param isMeant tells it by its {@link #name}
   * @throws InputException where there is none or more than one
   */
  public int only(String what, Predicate<String> isMeant) {
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

  /** The position, from 0, of the first column of a name, or {@link #NONE}. */
  public int first(Predicate<String> isMeant) {
    List<Integer> found = found(isMeant);
    return found.isEmpty() ? NONE : found.get(0);
  }

  /**
   * A column name without the differences between exports: upper case, one blank for each run of
   * blanks and underscores.
   */
  public static String name(String cell) {
    return cell.toUpperCase(Locale.ROOT).replaceAll("[\\s_]+", " ").strip();
  }

  private List<Integer> found(Predicate<String> isMeant) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < header.cells().size(); i++) {
      if (isMeant.test(name(header.cell(i)))) {
        found.add(i);
      }
    }
    return found;
  }
}
