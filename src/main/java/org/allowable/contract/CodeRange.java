package org.allowable.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Procedure codes from one to another of the same form: five digits, or four with the same letter
 * before or behind them.
 *
 * @param from first code
 * @param to last code
 */
public record CodeRange(String from, String to) {

  private static final Pattern TEXT =
      Pattern.compile("([A-Z]?\\d{4}[A-Z]?|\\d{5})(?:\\s*-\\s*([A-Z]?\\d{4}[A-Z]?|\\d{5}))?");
  private static final int CODE_LENGTH = 5;

  /** Reads 62323 or 62320-62327; empty where it is neither. */
  static Optional<CodeRange> of(String text) {
    Matcher match = TEXT.matcher(text.strip().toUpperCase(java.util.Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    String from = match.group(1);
    String to = match.group(2) == null ? from : match.group(2);
    CodeRange range = new CodeRange(from, to);
    boolean isOne =
        from.length() == CODE_LENGTH && form(from).equals(form(to)) && from.compareTo(to) <= 0;
    return isOne ? Optional.of(range) : Optional.empty();
  }

  /** A code's form: its digits as 9, its letter as itself. Only codes of one form are compared. */
  static String form(String code) {
    return code.replaceAll("\\d", "9");
  }

  /** This range's form. */
  String form() {
    return form(from);
  }

  /** How many codes there could be. */
  int width() {
    return number(to) - number(from) + 1;
  }

  /** Whether a code is in it. */
  boolean contains(String code) {
    return form(code).equals(form()) && code.compareTo(from) >= 0 && code.compareTo(to) <= 0;
  }

  /** Whether some code is in both. */
  boolean overlaps(CodeRange other) {
    return form().equals(other.form())
        && from.compareTo(other.to) <= 0
        && other.from.compareTo(to) <= 0;
  }

  private static int number(String code) {
    return Integer.parseInt(code.replaceAll("\\D", ""));
  }

  @Override
  public String toString() {
    return from.equals(to) ? from : from + "-" + to;
  }
}
