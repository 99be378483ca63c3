package org.allowable.sample.price;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a reference table says, with the days on which it holds.
 *
 * @param to the last day; null where it still holds
 */
record Dated<T>(LocalDate from, @Nullable LocalDate to, T value) {

  static <T> Dated<T> of(CSVRecord row, T value) {
    String to = row.get("effective_to_date");
    return new Dated<>(
        LocalDate.parse(row.get("effective_from_date")),
        to == null ? null : LocalDate.parse(to),
        value);
  }

  /** The value of the first row that holds on a day, if any. */
  static <T> @Nullable T on(List<Dated<T>> rows, LocalDate date) {
    for (Dated<T> row : rows) {
      if (row.holds(date)) {
        return row.value();
      }
    }
    return null;
  }

  private boolean holds(LocalDate date) {
    return !date.isBefore(from) && (to == null || !date.isAfter(to));
  }
}
