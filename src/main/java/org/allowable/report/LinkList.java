package org.allowable.report;

import java.util.List;

/**
 * The way to other sheets: a table of contents.
 *
 * @param heading a small heading; may be empty
 * @param entries one line each
 */
public record LinkList(String heading, List<Entry> entries) implements Block {

  /**
   * A line of the list.
   *
   * @param sheet the name of a sheet
   * @param description the question it answers
   */
  public record Entry(String sheet, String description) {}

  /** Keeps its own list. */
  public LinkList {
    entries = List.copyOf(entries);
  }
}
