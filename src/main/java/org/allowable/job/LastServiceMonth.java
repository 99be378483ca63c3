package org.allowable.job;

import java.time.LocalDate;
import java.time.YearMonth;
import org.allowable.engine.Engine;
import org.allowable.model.InputException;

/** The last month of a warehouse's services. */
final class LastServiceMonth {

  private LastServiceMonth() {}

  /**
   * Looks it up.
   *
   * @param engine of which {@code claim_line} is a table
   * @throws InputException if no claim line has a date of service
   */
  static YearMonth of(Engine engine) {
    engine.select("last_service_day", "select max(claim_line_start_date) as day from claim_line");
    Object last = engine.all("last_service_day").get(0).get("day");
    if (last == null) {
      throw new InputException("The warehouse has no claim line with a date of service.");
    }
    return YearMonth.from((LocalDate) last);
  }
}
