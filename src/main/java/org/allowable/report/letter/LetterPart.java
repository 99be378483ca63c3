package org.allowable.report.letter;

import java.util.List;
import org.allowable.report.TableBlock;

/** A part of a letter, from top to bottom. */
public sealed interface LetterPart {

  /**
   * Words of one kind within a paragraph.
   *
   * @param text may have line feeds
   */
  record Stretch(String text, boolean isBold) {}

  /**
   * A paragraph; one without spans is an empty line.
   *
   * @param below points of room that follow it
   */
  record Words(List<Stretch> spans, float below) implements LetterPart {
    /** Copies the list. */
    public Words {
      spans = List.copyOf(spans);
    }

    /** The whole of it. */
    public String text() {
      return String.join("", spans.stream().map(Stretch::text).toList());
    }
  }

  /** A table that was made from data. */
  record Listing(TableBlock table) implements LetterPart {}
}
