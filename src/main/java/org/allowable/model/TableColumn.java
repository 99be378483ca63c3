package org.allowable.model;

/**
 * A column of a table.
 *
 * @param isRequired whether every row has a value
 */
public record TableColumn(String name, ColumnType type, boolean isRequired) {

  /**
   * Reads a column as it is declared: its name, its type, and {@code not null} where it is
   * required.
   */
  static TableColumn of(String declared) {
    String text = declared.strip();
    boolean isRequired = text.endsWith(" not null");
    String named = isRequired ? text.substring(0, text.length() - " not null".length()) : text;
    int blank = named.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("No type for " + declared);
    }
    return new TableColumn(
        named.substring(0, blank), ColumnType.of(named.substring(blank + 1)), isRequired);
  }
}
