package org.allowable.engine.embedded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as they stand in the text of a SELECT. */
final class Literals {

  private Literals() {}

  /**
   * A value's text.
   *
   * @throws IllegalArgumentException if it is of another kind than columns and parameters have
   */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    }
    if (value instanceof BigDecimal amount) {
      return amount.signum() < 0 ? "(" + amount.toPlainString() + ")" : amount.toPlainString();
    }
    if (value instanceof LocalDate date) {
      return "date '" + date + "'";
    }
    if (value instanceof Double number) {
      return "cast('" + number + "' as double)";
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return "(" + value + ")";
    }
    if (value instanceof Object[] values) {
      return of(Arrays.asList(values));
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(Literals::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> fields) {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + " := " + of(field.getValue()))
          .collect(Collectors.joining(", ", "struct_pack(", ")"));
    }
    throw new IllegalArgumentException("A value of " + value.getClass());
  }
}
