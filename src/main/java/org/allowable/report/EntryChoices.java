package org.allowable.report;

import java.util.List;

/**
 * One of a few words, chosen from a list.
 *
 * @param words the choices, in their order; together as long as Excel's own lists may be
 */
public record EntryChoices(List<String> words) implements CellEntry {

  private static final int MOST_CHARACTERS = 255;

  /** Checks that the list fits. */
  public EntryChoices {
    words = List.copyOf(words);
    if (String.join(",", words).length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("The choices are longer than a list of Excel's");
    }
  }
}
