package org.allowable.report;

import java.util.List;

/**
 * A sheet of a workbook.
 *
 * @param name on its tab; what Excel forbids is replaced, and links use this name as it stands here
 * @param title what it answers, as a headline
 * @param note how to read it, in a sentence or two; may be empty
 * @param blocks its content from top to bottom
 * @param page how it is printed
 * @param notice what its printed pages say of whom they concern, in place of what the workbook's
 *     say; empty where they say that
 */
public record Sheet(
    String name, String title, String note, List<Block> blocks, Page page, String notice) {

  /** Keeps its own list. */
  public Sheet {
    blocks = List.copyOf(blocks);
  }

  /** A sheet whose printed pages say what the workbook's do. */
  public Sheet(String name, String title, String note, List<Block> blocks, Page page) {
    this(name, title, note, blocks, page, "");
  }

  /** A sheet printed on wide pages. */
  public static Sheet of(String name, String title, String note, Block... blocks) {
    return new Sheet(name, title, note, List.of(blocks), Page.LANDSCAPE);
  }

  /** The same sheet printed another way. */
  public Sheet on(Page otherPage) {
    return new Sheet(name, title, note, blocks, otherPage, notice);
  }

  /** The same sheet, whose printed pages say of whom they concern. */
  public Sheet noticing(String words) {
    return new Sheet(name, title, note, blocks, page, words);
  }
}
