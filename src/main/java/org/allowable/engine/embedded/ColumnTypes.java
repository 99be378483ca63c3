package org.allowable.engine.embedded;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.allowable.model.Table;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** The types of a table's columns in DuckDB's words. */
final class ColumnTypes {

  private ColumnTypes() {}

  /** Every column with its type, as a table is declared. */
  static String declared(Table table) {
    return Arrays.stream(table.schema().fields())
        .map(field -> '"' + field.name() + "\" " + of(field.dataType()))
        .collect(Collectors.joining(", "));
  }

  /** Every column brought to its type. */
  static String cast(Table table) {
    return Arrays.stream(table.schema().fields())
        .map(f -> "cast(\"%1$s\" as %2$s) as \"%1$s\"".formatted(f.name(), of(f.dataType())))
        .collect(Collectors.joining(", "));
  }

  private static String of(DataType type) {
    if (type instanceof ArrayType array) {
      return of(array.elementType()) + "[]";
    }
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields())
          .map(field -> '"' + field.name() + "\" " + of(field.dataType()))
          .collect(Collectors.joining(", ", "struct(", ")"));
    }
    return type.catalogString().equals("string") ? "varchar" : type.catalogString();
  }
}
