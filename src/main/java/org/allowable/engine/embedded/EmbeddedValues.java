package org.allowable.engine.embedded;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as DuckDB's driver hands them out, as the program knows them. */
final class EmbeddedValues {

  private EmbeddedValues() {}

  /** A number, text, date or truth as it is; of an array or a row a list. */
  static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof LocalDate date) {
      return date;
    }
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof Struct struct) {
      return list(struct.getAttributes());
    }
    return value;
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
    List<@Nullable Object> list = new ArrayList<>();
    for (@Nullable Object value : values) {
      list.add(plain(value));
    }
    return list;
  }
}
