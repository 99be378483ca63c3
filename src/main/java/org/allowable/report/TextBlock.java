package org.allowable.report;

import java.util.List;

/**
 * Sentences.
 *
 * @param heading a small heading; may be empty
 * @param paragraphs each starts on a new line and wraps
 */
public record TextBlock(String heading, List<String> paragraphs) implements Block {

  /** Keeps its own list. */
  public TextBlock {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Paragraphs under a heading. */
  public static TextBlock of(String heading, String... paragraphs) {
    return new TextBlock(heading, List.of(paragraphs));
  }
}
