package org.allowable.ingest.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.model.InputException;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row whose cells are read by column; an empty cell, or one whose column the file lacks, is null.
 * A cell that cannot be read is refused by row and column, never with what stands in it.
 */
public final class CsvRow {

  // What a spreadsheet writes for a cell that it takes for a number.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(\\.\\d*)?(e[+-]?\\d+)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern EXPONENT = Pattern.compile("(?i).*\\de[+-]?\\d+");
  private static final Pattern PLUS_FOUR = Pattern.compile("(\\d{5})-?\\d{4}");
  private static final Pattern WHOLE = Pattern.compile("(\\d+)(?:\\.0*)?");
  private static final Pattern DRESSED = Pattern.compile("[$(].*|-\\$.*|.*\\d,\\d{3}.*");

  private static final int CODE_CHARACTERS = 5;

  private final Path file;
  private final CSVRecord record;

  CsvRow(Path file, CSVRecord record) {
    this.file = file;
    this.record = record;
  }

  /** The row's number as a spreadsheet shows it: the header is row 1. */
  public long number() {
    return record.getRecordNumber() + 1;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** All cells in the order of the file. */
  public List<String> cells() {
    return Arrays.asList(record.values());
  }

  /** All cells by column. */
  public Map<String, String> byColumn() {
    return record.toMap();
  }

  /** A cell's text. */
  public @Nullable String text(String column) {
    String cell = record.isMapped(column) ? record.get(column) : "";
    return cell.isEmpty() ? null : cell;
  }

  /**
   * A cell's text of a form.
   *
   * @param expected the form in words
   * @throws InputException if it has another form
   */
  public @Nullable String text(String column, Pattern form, String expected) {
    String cell = text(column);
    if (cell != null && !form.matcher(cell).matches()) {
      throw wrong(column, expected, "something else");
    }
    return cell;
  }

  /**
   * What is read of a cell that must not be empty.
   *
   * @param value what was read of it
   * @param expected what it should hold
   * @throws InputException if it is empty
   */
  public <T> T required(String column, @Nullable T value, String expected) {
    if (value == null) {
      throw wrong(column, expected, "nothing");
    }
    return value;
  }

  /**
   * A procedure code. A spreadsheet takes a code of digits for a number: it drops the zeros before
   * it and may show it with decimals, from which the code can be told, or rounded with an exponent.
   *
   * @throws InputException if the code cannot be told
   */
  public @Nullable String code(String column) {
    String cell = text(column);
    return cell == null || !NUMBER.matcher(cell).matches()
        ? cell
        : ofDigits(column, cell, CODE_CHARACTERS);
  }

  /**
   * A modifier.
   *
   * @throws InputException if it is a number with decimals and cannot be told
   */
  public @Nullable String modifier(String column) {
    String cell = text(column);
    return cell == null || !cell.contains(".") ? cell : ofDigits(column, cell, 2);
  }

  /**
   * A code of digits, with the zeros that a spreadsheet dropped.
   *
   * @throws InputException if it is no number, or too long
   */
  public @Nullable String digits(String column, int length) {
    String cell = text(column);
    return cell == null ? null : ofDigits(column, cell, length);
  }

  /**
   * The first five digits of a ZIP code: they say the locality, but for a few codes that CMS lists
   * by nine.
   *
   * @throws InputException if it is no ZIP code
   */
  public @Nullable String zip(String column) {
    String cell = text(column);
    Matcher plusFour = PLUS_FOUR.matcher(cell == null ? "" : cell);
    return cell == null ? null : ofDigits(column, plusFour.matches() ? plusFour.group(1) : cell, 5);
  }

  private String ofDigits(String column, String cell, int length) {
    Matcher whole = WHOLE.matcher(cell);
    if (!whole.matches() || whole.group(1).length() > length) {
      throw wrong(
          column,
          length + " digits",
          EXPONENT.matcher(cell).matches() ? "a number with an exponent" : "something else");
    }
    return "0".repeat(length - whole.group(1).length()) + whole.group(1);
  }

  /**
   * A day, written as 2026-10-31.
   *
   * @throws InputException if it is written otherwise: 9/10 is a day of September or of October
   */
  public @Nullable LocalDate date(String column) {
    String cell = text(column);
    try {
      return cell == null ? null : LocalDate.parse(cell);
    } catch (DateTimeException e) {
      throw wrong(column, "a date such as 2026-10-31", otherThanDate(String.valueOf(cell)));
    }
  }

  private static String otherThanDate(String cell) {
    if (cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return "a day that no calendar has";
    }
    return cell.matches("\\d+[/.-]\\d+[/.-]\\d+.*")
        ? "a date in another order or form"
        : "something else";
  }

  /**
   * A number, at this scale.
   *
   * @param scale decimals that it may have
   * @param precision digits that it may have in all
   * @throws InputException if it is none, or longer
   */
  public @Nullable BigDecimal number(String column, int scale, int precision) {
    String cell = text(column);
    if (cell == null) {
      return null;
    }
    String expected = "a number with at most " + scale + " decimals";
    if (DRESSED.matcher(cell).matches()) {
      throw wrong(column, expected, "a currency sign, parentheses or a comma");
    }
    if (!PLAIN.matcher(cell).matches()) {
      throw wrong(
          column,
          expected,
          NUMBER.matcher(cell).matches() ? "a number with an exponent" : "something else");
    }
    try {
      BigDecimal number = new BigDecimal(cell).setScale(scale, RoundingMode.UNNECESSARY);
      if (number.precision() <= precision) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Said below, as for a number that is too long.
    }
    throw wrong(column, expected, "something else");
  }

  /**
   * One of some words, in whatever letters it is written.
   *
   * @throws InputException if it is another
   */
  public @Nullable String choice(String column, String... words) {
    String cell = text(column);
    if (cell == null) {
      return null;
    }
    String chosen = cell.toLowerCase(Locale.ROOT);
    if (!List.of(words).contains(chosen)) {
      throw wrong(column, String.join(", ", words) + " or an empty cell", "something else");
    }
    return chosen;
  }

  /**
   * A flag: true, yes, y or 1; false, no, n or 0.
   *
   * @throws InputException if it is another word
   */
  public @Nullable Boolean flag(String column) {
    String cell = text(column);
    if (cell == null) {
      return null;
    }
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default -> throw wrong(column, "true, false or an empty cell", "something else");
    };
  }

  /** A complaint about a cell: what should stand there and what kind of thing does. */
  public InputException wrong(String column, String expected, String found) {
    return InputException.at(
        file,
        "row " + number() + ", column " + column,
        expected,
        found,
        "Correct the cell and run again; nothing was written.");
  }
}
