package org.allowable.report;

/**
 * Names that are too long for their place: beginning and end stay, for names that begin alike (one
 * fund in several states) differ at the end.
 */
public final class ShortName {

  private static final String CUT = "\u2026";
  private static final int LEAST_WITH_END = 12;
  // In a sentence of a heading.
  private static final int IN_HEADING = 44;

  private ShortName() {}

  /** A name within a heading. */
  public static String inHeading(String name) {
    return of(name, IN_HEADING);
  }

  /**
   * A name, with an ellipsis for what is too long.
   *
   * @param characters the most it may have, at least 1
   */
  public static String of(String name, int characters) {
    String text = name.strip();
    int length = text.codePointCount(0, text.length());
    if (length <= characters) {
      return text;
    }
    int room = Math.max(0, characters - 1);
    if (room < LEAST_WITH_END) {
      return text.substring(0, text.offsetByCodePoints(0, room)).stripTrailing() + CUT;
    }
    String start = wholeWords(text.substring(0, text.offsetByCodePoints(0, room / 2)), text);
    int rest = room - start.codePointCount(0, start.length());
    String end = text.substring(text.offsetByCodePoints(text.length(), -rest)).stripLeading();
    int space = end.indexOf(' ');
    // A letter or two of a word tell nothing.
    return start + CUT + (space > 0 && space <= 2 ? end.substring(space + 1) : end);
  }

  // Up to the last word that is whole, unless that would leave too little.
  private static String wholeWords(String start, String text) {
    int space = start.lastIndexOf(' ');
    boolean isWhole = Character.isWhitespace(text.charAt(start.length()));
    return (isWhole || space < start.length() / 2 ? start : start.substring(0, space))
        .stripTrailing();
  }
}
