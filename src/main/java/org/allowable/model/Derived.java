package org.allowable.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every table that a SQL file makes, by name. */
public final class Derived {

  private static final Map<String, Table> BY_NAME =
      Stream.of(
              Staging.TABLES,
              Adjudication.TABLES,
              Pricing.TABLES,
              ContractPricing.TABLES,
              Denial.TABLES,
              DenialChain.TABLES,
              Sessions.TABLES,
              MonthlyReport.TABLES,
              PriceList.TABLES,
              ContractComparison.TABLES,
              CodingReview.TABLES,
              RetrainingReview.TABLES)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(Table::name, Function.identity()));

  private Derived() {}

  /**
   * The contract of a table.
   *
   * @throws IllegalArgumentException if none is declared
   */
  public static Table named(String name) {
    Table table = BY_NAME.get(name);
    if (table == null) {
      throw new IllegalArgumentException("No table " + name + " is declared");
    }
    return table;
  }
}
