package org.allowable.report;

/**
 * A column of a table.
 *
 * @param header its name; unique in its table
 * @param format what its values are
 * @param widthCharacters its width in characters of the body text
 * @param definition what it means, in a sentence, shown with the header; may be empty
 * @param total whether a totals row adds it up; only where {@link Format#isAdditive} holds
 */
public record Column(
    String header, Format format, int widthCharacters, String definition, boolean total) {

  /** Checks that the column can be shown. */
  public Column {
    if (header.isBlank()) {
      throw new IllegalArgumentException("A column needs a header");
    }
    if (widthCharacters < 1 || widthCharacters > 255) {
      throw new IllegalArgumentException("Column " + header + ": a width is 1 to 255 characters");
    }
    if (total && !format.isAdditive()) {
      throw new IllegalArgumentException("Column " + header + ": " + format + " does not add up");
    }
  }

  /** A column of the usual width, without definition and total. */
  public static Column of(String header, Format format) {
    return new Column(header, format, format.widthCharacters(), "", false);
  }

  /** The same column, this wide. */
  public Column width(int characters) {
    return new Column(header, format, characters, definition, total);
  }

  /** The same column with its meaning. */
  public Column meaning(String sentence) {
    return new Column(header, format, widthCharacters, sentence, total);
  }

  /** The same column, added up in the totals row. */
  public Column totalled() {
    return new Column(header, format, widthCharacters, definition, true);
  }
}
