package org.allowable.report;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param header its name; unique in its table
 * @param format what its values are
 * @param widthCharacters its width in characters of the body text
 * @param definition what it means, in a sentence, shown with the header; may be empty
 * @param total whether a totals row adds it up, which {@link Format#isAdditive} must allow; a
 *     computed column that does not add up is computed once more from the totals
 * @param formula how Excel computes it; rows hold what that comes to. Null where it is data
 * @param entry what the reader may enter in it, in blue; null where it is not for entry
 * @param name what {@link Formula#total} calls its sum; may be empty
 * @param isHidden whether it is there for programs alone
 * @param emphasis what a sheet lets stand out in it
 */
public record Column(
    String header,
    Format format,
    int widthCharacters,
    String definition,
    boolean total,
    @Nullable Formula formula,
    @Nullable CellEntry entry,
    String name,
    boolean isHidden,
    Emphasis emphasis) {

  /** Checks that the column can be shown. */
  public Column {
    if (header.isBlank()) {
      throw new IllegalArgumentException("A column needs a header");
    }
    if (widthCharacters < 1 || widthCharacters > 255) {
      throw new IllegalArgumentException("Column " + header + ": a width is 1 to 255 characters");
    }
    if (total && !format.isAdditive() && formula == null) {
      throw new IllegalArgumentException("Column " + header + ": " + format + " does not add up");
    }
    if (formula != null && entry != null) {
      throw new IllegalArgumentException("Column " + header + " is computed or entered, not both");
    }
  }

  /** A column of data. */
  public Column(
      String header, Format format, int widthCharacters, String definition, boolean total) {
    this(header, format, widthCharacters, definition, total, null, null, "", false, Emphasis.NONE);
  }

  /** A column of the usual width, without definition and total. */
  public static Column of(String header, Format format) {
    return new Column(header, format, format.widthCharacters(), "", false);
  }

  /** The same column under another header. */
  public Column header(String words) {
    return new Column(
        words,
        format,
        widthCharacters,
        definition,
        total,
        formula,
        entry,
        name,
        isHidden,
        emphasis);
  }

  /** The same column, this wide. */
  public Column width(int characters) {
    return new Column(
        header, format, characters, definition, total, formula, entry, name, isHidden, emphasis);
  }

  /** The same column for values of another kind, as wide as it was. */
  public Column as(Format otherFormat) {
    boolean totals = total && (otherFormat.isAdditive() || formula != null);
    return new Column(
        header,
        otherFormat,
        widthCharacters,
        definition,
        totals,
        formula,
        entry,
        name,
        isHidden,
        emphasis);
  }

  /** The same column with its meaning. */
  public Column meaning(String sentence) {
    return new Column(
        header, format, widthCharacters, sentence, total, formula, entry, name, isHidden, emphasis);
  }

  /** The same column with a cell in the totals row. */
  public Column totaled() {
    return new Column(
        header,
        format,
        widthCharacters,
        definition,
        true,
        formula,
        entry,
        name,
        isHidden,
        emphasis);
  }

  /**
   * The same column, computed in the workbook. {@link TableBlock#calculated} fills in what that
   * comes to.
   */
  public Column computed(Formula how) {
    return new Column(
        header, format, widthCharacters, definition, total, how, entry, name, isHidden, emphasis);
  }

  /** The same column for the reader to fill in. */
  public Column entered(CellEntry within) {
    return new Column(
        header,
        format,
        widthCharacters,
        definition,
        total,
        formula,
        within,
        name,
        isHidden,
        emphasis);
  }

  /** The same column, whose sum formulas anywhere in the workbook may use by this name. */
  public Column named(String sumName) {
    return new Column(
        header,
        format,
        widthCharacters,
        definition,
        total,
        formula,
        entry,
        CellName.check(sumName),
        isHidden,
        emphasis);
  }

  /** The same column, which only programs see. */
  public Column hidden() {
    return new Column(
        header, format, widthCharacters, definition, total, formula, entry, name, true, emphasis);
  }

  /** The same column, in which a sheet lets something stand out. */
  public Column emphasized(Emphasis what) {
    return new Column(
        header, format, widthCharacters, definition, total, formula, entry, name, isHidden, what);
  }
}
