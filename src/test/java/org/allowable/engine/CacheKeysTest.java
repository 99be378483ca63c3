package org.allowable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.api.Test;

class CacheKeysTest {

  private static final SqlStep TREND = step("report/monthly-report/mart_trend");
  private static final Set<String> VIEWS = Set.of("int_report_line", "int_medicare_price");
  private static final Map<String, Object> SEPTEMBER =
      Map.of("first_month", "2025-09", "report_month", "2026-09");

  private static SqlStep step(String path) {
    String table = path.substring(path.lastIndexOf('/') + 1);
    return new SqlStep(table, "jobs/" + path + ".sql");
  }

  private static String key(String program, String lines, Map<String, Object> parameters) {
    CacheKeys keys = new CacheKeys(program);
    keys.input("int_report_line", lines);
    keys.input("int_medicare_price", "prices");
    keys.add(TREND, parameters, VIEWS);
    return keys.of("mart_trend");
  }

  private static final String USUAL = key("program", "lines", SEPTEMBER);

  @Test
  void the_same_of_the_same_has_the_same_key() {
    assertThat(key("program", "lines", SEPTEMBER)).isEqualTo(USUAL);
  }

  @Test
  void another_program_gives_another_key() {
    assertThat(key("other", "lines", SEPTEMBER)).isNotEqualTo(USUAL);
  }

  @Test
  void another_input_gives_another_key() {
    assertThat(key("program", "others", SEPTEMBER)).isNotEqualTo(USUAL);
  }

  @Test
  void another_value_of_a_parameter_gives_another_key() {
    Map<String, Object> august = Map.of("first_month", "2025-09", "report_month", "2026-08");
    assertThat(key("program", "lines", august)).isNotEqualTo(USUAL);
  }

  @Test
  void a_parameter_that_the_select_does_not_name_changes_no_key() {
    Map<String, Object> more =
        Map.of("first_month", "2025-09", "report_month", "2026-09", "queue_amount", "10");
    assertThat(key("program", "lines", more)).isEqualTo(USUAL);
  }

  @Test
  void a_key_changes_with_what_is_below_the_tables_it_reads() {
    assertThat(throughStaging("files")).isNotEqualTo(throughStaging("other files"));
  }

  private static String throughStaging(String files) {
    CacheKeys keys = new CacheKeys("program");
    keys.input("claim_line", files);
    keys.add(step("01-staging/stg_claim_line"), Map.of(), Set.of("claim_line"));
    keys.add(step("02-matching/int_submission"), Map.of(), Set.of("claim_line"));
    return keys.of("int_submission");
  }

  @Test
  void a_view_of_which_nothing_is_known_stops() {
    CacheKeys keys = new CacheKeys("program");
    keys.input("int_medicare_price", "prices");
    assertThatThrownBy(() -> keys.add(TREND, SEPTEMBER, VIEWS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("int_report_line");
  }
}
