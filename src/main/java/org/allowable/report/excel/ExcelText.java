package org.allowable.report.excel;

import java.util.Arrays;

/** Text as Excel can hold it. */
final class ExcelText {

  /** What a cell holds at most. */
  private static final int MOST_CHARACTERS = 32_767;

  private static final double CAPITAL = 1.2;
  private static final double SMALL = 0.9;

  private ExcelText() {}

  /**
   * The text without control characters (a line feed stays), lone surrogates and what is too long.
   */
  static String clean(String text) {
    if (text.length() <= MOST_CHARACTERS && text.chars().allMatch(ExcelText::isPlain)) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(ExcelText::orSpace).forEach(clean::appendCodePoint);
    if (clean.length() > MOST_CHARACTERS) {
      clean.setLength(MOST_CHARACTERS - 1);
      clean.append('\u2026');
    }
    return clean.toString();
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7F;
  }

  private static int orSpace(int c) {
    boolean isControl = Character.isISOControl(c) && c != '\n';
    boolean isLoneSurrogate = Character.getType(c) == Character.SURROGATE;
    boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE;
    return isControl || isLoneSurrogate || isNoCharacter ? ' ' : c;
  }

  /** One line: a header, which a table must repeat to the letter. */
  static String line(String text) {
    return clean(text).replace('\n', ' ').strip();
  }

  /**
   * Whether a text stands in one line of a column, whose width is counted in digits: small letters
   * are narrower in Calibri, capitals wider.
   */
  static boolean fits(String text, int widthCharacters) {
    double digits =
        text.chars()
            .mapToDouble(c -> Character.isUpperCase(c) ? CAPITAL : Character.isDigit(c) ? 1 : SMALL)
            .sum();
    return digits <= widthCharacters;
  }

  /** Lines that a text takes in this many characters. */
  static int lines(String text, int charactersPerLine) {
    int lines = 0;
    for (String paragraph : clean(text).split("\n", -1)) {
      lines += wrapped(paragraph, Math.max(1, charactersPerLine));
    }
    return lines;
  }

  /** Characters of the longest part that a line is not broken within. */
  static int longestWord(String text) {
    return Arrays.stream(clean(text).split("[ \n]|(?<=-)", -1))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static int wrapped(String paragraph, int width) {
    int lines = 1;
    int used = 0;
    for (String word : paragraph.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > width) {
        lines++;
        used = 0;
      }
      used += (used == 0 ? 0 : 1) + word.length();
      lines += (used - 1) / width;
      used = used == 0 ? 0 : (used - 1) % width + 1;
    }
    return lines;
  }
}
