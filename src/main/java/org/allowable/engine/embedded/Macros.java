package org.allowable.engine.embedded;

import java.util.List;

/** What DuckDB does not have and a macro can say. */
final class Macros {

  /** Their definitions, each after those that it uses. */
  static final List<String> ALL =
      List.of(
          // The value in units of a millionth of a millionth, as a whole number.
          """
          create macro whole_number(amount) as
            cast(replace(cast(cast(amount as decimal(38,12)) as varchar), '.', '') as hugeint)
          """,
          // Fourteen decimals, cut off, and a fifteenth that says whether more would follow:
          // rounded
          // to fewer, or compared with a number of fewer, it is what the exact quotient would be.
          """
          create macro cut_quotient(numerator, denominator) as
            cast(
              (numerator * 100000000000000 // denominator) * 10
              + sign(numerator * 100000000000000 % denominator) * sign(denominator)
              as decimal(38,0)) * 0.000000000000001
          """,
          // Nothing is divided by zero to null, which is told apart after: within a case DuckDB
          // calculates again what stands there twice.
          """
          create macro quotient(numerator, denominator) as
            coalesce(cut_quotient(whole_number(numerator), whole_number(denominator)),
              if(denominator = 0 and numerator is not null, error('Division by zero'), null))
          """,
          // Without the zeros at its end, but for the decimals that must be there.
          """
          create macro trimmed_number(amount, least) as
            if(least = 0,
              regexp_replace(regexp_replace(cast(amount as varchar), '(\\.\\d*?)0+$', '\\1'), '\\.$', ''),
              regexp_replace(cast(amount as varchar), '(\\.\\d{2}\\d*?)0+$', '\\1'))
          """);

  private Macros() {}
}
