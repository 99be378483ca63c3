package org.allowable.engine.embedded;

import java.util.stream.Collectors;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.ListOf;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.ColumnType.Struct;
import org.allowable.model.Table;

/** The types of a table's columns in DuckDB's words. */
final class ColumnTypes {

  private ColumnTypes() {}

  /** Every column with its type, as a table is declared. */
  static String declared(Table table) {
    return table.columns().stream()
        .map(column -> '"' + column.name() + "\" " + of(column.type()))
        .collect(Collectors.joining(", "));
  }

  /** Every column brought to its type. */
  static String cast(Table table) {
    return table.columns().stream()
        .map(c -> "cast(\"%1$s\" as %2$s) as \"%1$s\"".formatted(c.name(), of(c.type())))
        .collect(Collectors.joining(", "));
  }

  private static String of(ColumnType type) {
    if (type instanceof ListOf list) {
      return of(list.element()) + "[]";
    }
    if (type instanceof Struct struct) {
      return struct.fields().stream()
          .map(field -> '"' + field.name() + "\" " + of(field.type()))
          .collect(Collectors.joining(", ", "struct(", ")"));
    }
    return type == Plain.STRING ? "varchar" : type.toString();
  }
}
