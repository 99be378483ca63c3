package org.allowable.engine.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A piece of a SELECT's text, as far as a translation must tell pieces apart. */
sealed interface SqlPart {

  /** A name, a number, an operator, or what was translated already. */
  record Word(String text) implements SqlPart {
    boolean is(String other) {
      return text.equalsIgnoreCase(other);
    }

    String lower() {
      return text.toLowerCase(Locale.ROOT);
    }

    boolean isName() {
      return Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
    }
  }

  /** What a quoted text says, without quotes and escapes. */
  record Quoted(String content) implements SqlPart {}

  /** An expression that is whole in itself and already translated. */
  record Whole(String sql) implements SqlPart {}

  /**
   * What stands in parentheses or brackets.
   *
   * @param open the opening sign
   * @param items separated by commas
   */
  record Group(char open, List<List<SqlPart>> items) implements SqlPart {}

  /**
   * Reads a SELECT. Comments are left out.
   *
   * @throws IllegalArgumentException if a quote or a parenthesis is not closed
   */
  static List<SqlPart> read(String sql) {
    Reader reader = new Reader(sql);
    List<List<SqlPart>> items = reader.items('\0');
    if (items.size() != 1) {
      throw new IllegalArgumentException("A comma outside of the SELECT");
    }
    return items.get(0);
  }

  /** Goes through the text once. */
  final class Reader {

    private static final List<String> LONG_SIGNS =
        List.of("<=>", "<>", "<=", ">=", "!=", "->", "||");

    private final String sql;
    private int at;

    private Reader(String sql) {
      this.sql = sql;
    }

    private List<List<SqlPart>> items(char close) {
      List<List<SqlPart>> items = new ArrayList<>();
      List<SqlPart> item = new ArrayList<>();
      while (skipSpace() && sql.charAt(at) != close) {
        char sign = sql.charAt(at);
        if (sign == ',' && close != '\0' && !isQuery(items.isEmpty() ? item : items.get(0))) {
          at++;
          items.add(item);
          item = new ArrayList<>();
        } else {
          item.add(part(sign));
        }
      }
      if (close != '\0' && at >= sql.length()) {
        throw new IllegalArgumentException("Not closed: " + close);
      }
      if (!item.isEmpty() || !items.isEmpty() || close == '\0') {
        items.add(item);
      }
      return items;
    }

    // The columns of a SELECT are its own affair.
    private static boolean isQuery(List<SqlPart> item) {
      return !item.isEmpty()
          && item.get(0) instanceof Word word
          && (word.is("select") || word.is("with"));
    }

    private SqlPart part(char sign) {
      if (sign == '(' || sign == '[') {
        at++;
        Group group = new Group(sign, List.copyOf(items(sign == '(' ? ')' : ']')));
        at++;
        return group;
      }
      if (sign == '\'') {
        return quoted();
      }
      return new Word(word(sign));
    }

    private boolean skipSpace() {
      while (at < sql.length()) {
        if (sql.startsWith("--", at)) {
          int end = sql.indexOf('\n', at);
          at = end < 0 ? sql.length() : end;
        } else if (Character.isWhitespace(sql.charAt(at))) {
          at++;
        } else {
          return true;
        }
      }
      return false;
    }

    private SqlPart quoted() {
      StringBuilder content = new StringBuilder();
      for (at++; at < sql.length(); at++) {
        char sign = sql.charAt(at);
        if (sign == '\\') {
          at++;
          content.append(sql.charAt(at));
        } else if (sign != '\'') {
          content.append(sign);
        } else if (sql.startsWith("''", at)) {
          at++;
          content.append(sign);
        } else {
          at++;
          return new Quoted(content.toString());
        }
      }
      throw new IllegalArgumentException("A text is not closed");
    }

    private String word(char sign) {
      int start = at;
      if (Character.isLetterOrDigit(sign) || sign == '_') {
        boolean isNumber = Character.isDigit(sign);
        while (at < sql.length() && isOfWord(sql.charAt(at), isNumber)) {
          at++;
        }
        return sql.substring(start, at);
      }
      at +=
          LONG_SIGNS.stream()
              .filter(s -> sql.startsWith(s, start))
              .findFirst()
              .orElse("?")
              .length();
      return sql.substring(start, at);
    }

    private static boolean isOfWord(char sign, boolean isNumber) {
      return Character.isLetterOrDigit(sign) || sign == '_' || (isNumber && sign == '.');
    }
  }
}
