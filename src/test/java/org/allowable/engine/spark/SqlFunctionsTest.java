package org.allowable.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.allowable.Sparks;
import org.allowable.statistics.Dispersion;
import org.allowable.statistics.ExactInterval;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.FunnelLimits;
import org.allowable.statistics.NamingRule;
import org.allowable.statistics.ObservedExpected;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class SqlFunctionsTest {

  private static SparkSession spark;

  @BeforeAll
  static void register() {
    spark = Sparks.session().newSession();
    SqlFunctions.register(spark);
  }

  @Test
  void funnel_limits_are_those_of_java() {
    Row row =
        row(
            "funnel_lower(lines, rate, 0.998, 1.2), funnel_upper(lines, rate, 0.998, 1.2)"
                + " from values (400, cast(0.08 as decimal(9, 6))) as t(lines, rate)");

    assertThat(row.getDouble(0)).isEqualTo(FunnelLimits.lower(400, 0.08, 0.998, 1.2));
    assertThat(row.getDouble(1)).isEqualTo(FunnelLimits.upper(400, 0.08, 0.998, 1.2));
  }

  @Test
  void comparable_lines_are_those_of_java() {
    assertThat(row("funnel_lines(32.5, 31.25d, 0.08)").getDouble(0))
        .isEqualTo(Funnel.comparableLines(32.5, 31.25, 0.08));
  }

  @Test
  void the_dispersion_of_a_column_is_that_of_java() {
    Row row =
        row(
            "dispersion(collect_list(score)) from values (3.0d), (-3.0d), (2.5d), (-2.5d), (4.0d),"
                + " (-4.0d), (1.0d), (-1.0d), (2.0d), (null) as t(score)");
    List<Double> scores = List.of(3.0, -3.0, 2.5, -2.5, 4.0, -4.0, 1.0, -1.0, 2.0);

    assertThat(row.getDouble(0)).isEqualTo(Dispersion.of(scores).factor()).isGreaterThan(1);
  }

  @Test
  void limits_of_a_ratio_are_those_of_java() {
    Row row = row("exact_ratio_lower(10L, 4.5, 20, 0.95), exact_ratio_upper(10, 4.5, 20.0, 0.95)");

    assertThat(row.getDouble(0)).isEqualTo(ExactInterval.ratio(10, 4.5, 20, 0.95).low());
    assertThat(row.getDouble(1)).isEqualTo(ExactInterval.ratio(10, 4.5, 20, 0.95).high());
  }

  @Test
  void limits_of_a_rate_are_those_of_java() {
    Row row = row("binomial_lower(15, 148, 0.95), binomial_upper(15, 148, 0.95)");

    assertThat(row.getDouble(0)).isEqualTo(ExactInterval.rate(15, 148, 0.95).low());
    assertThat(row.getDouble(1)).isEqualTo(ExactInterval.rate(15, 148, 0.95).high());
  }

  @Test
  void what_is_not_known_has_no_limits() {
    Row row =
        row(
            "funnel_upper(null, 0.08, 0.95, 1), funnel_upper(0, 0.08, 0.95, 1),"
                + " funnel_lines(0, 0, 0.08), exact_ratio_upper(1, 0, 5, 0.95), exact_ratio_upper(1, 2, 0, 0.95),"
                + " binomial_upper(0, 0, 0.95), dispersion(null)");

    for (int i = 0; i < row.size(); i++) {
      assertThat(row.isNullAt(i)).as("column %d", i).isTrue();
    }
  }

  @Test
  void functions_run_over_the_rows_of_a_table() {
    spark.range(1, 50).createOrReplaceTempView("numbers");

    assertThat(row("min(funnel_upper(id, 0.08, 0.998, 1)) from numbers").getDouble(0))
        .isEqualTo(FunnelLimits.upper(49, 0.08, 0.998, 1));
  }

  @Test
  void who_is_flagged_in_sql_is_named_in_java() {
    List<Row> rows =
        spark
            .sql(
                "select id, 0.08 * id / 30 > funnel_upper(funnel_lines(30, 33.5, 0.08), 0.08,"
                    + " 0.998, 1.3) from range(0, 120)")
            .collectAsList();
    Funnel funnel = new Funnel(0.08, 1.3);

    assertThat(rows).hasSize(120);
    for (Row row : rows) {
      ObservedExpected tally = new ObservedExpected(400, row.getLong(0), 30, 33.5);
      assertThat(row.getBoolean(1))
          .as("%d denied", row.getLong(0))
          .isEqualTo(NamingRule.USUAL.names(funnel, tally));
    }
  }

  private static Row row(String columns) {
    return spark.sql("select " + columns).head();
  }
}
