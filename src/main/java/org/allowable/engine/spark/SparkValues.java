package org.allowable.engine.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Values as Spark hands them out, as the program knows them. */
final class SparkValues {

  private SparkValues() {}

  /** A number, text, date or truth as it is; of an array or a row a list. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Seq<?> values) {
      return list(CollectionConverters.asJava(values));
    }
    if (value instanceof Row row) {
      List<@Nullable Object> fields = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        fields.add(row.get(i));
      }
      return list(fields);
    }
    return value;
  }

  private static List<@Nullable Object> list(Iterable<?> values) {
    List<@Nullable Object> list = new ArrayList<>();
    values.forEach(value -> list.add(plain(value)));
    return list;
  }
}
