package org.allowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.config.PayerPages;
import org.allowable.config.PolicyChanges;
import org.allowable.engine.embedded.EmbeddedEngine;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.engine.spark.SqlFunctions;
import org.allowable.job.Job;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every SQL file, analyzed over empty tables of the declared schemas. */
class SqlContractTest {

  static final Map<String, Object> PARAMETERS = parameters();

  private static final Set<String> KNOWN =
      Stream.concat(Tables.allComingIn().stream(), Tables.madeBySelects().stream())
          .map(Table::name)
          .collect(Collectors.toSet());

  private static Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("date_basis", "service");
    parameters.put("report_month", "2026-10");
    parameters.put("first_month", "2025-10");
    parameters.put("period_first_month", "2026-10");
    parameters.put("period_unit", "MONTH");
    parameters.put("apm_status", "non_qp");
    parameters.put("participation", "participating");
    parameters.put("last_month", "2026-10");
    parameters.put("as_of_date", LocalDate.of(2026, 10, 31));
    parameters.put("commercial_target", new BigDecimal("2.0000"));
    parameters.put("medicare_advantage_target", new BigDecimal("0.0000"));
    parameters.put("workers_compensation_target", new BigDecimal("1.5000"));
    parameters.put("other_target", new BigDecimal("0.0000"));
    parameters.put("volume_change_percent", new BigDecimal("0.0000"));
    parameters.put("least_rate_step", new BigDecimal("0.03"));
    parameters.put("least_other_share", new BigDecimal("0.15"));
    parameters.put("small_number", 11);
    parameters.put("payer", "");
    parameters.put("unreduced_scenario", "unreduced");
    parameters.put("asked_payer", "");
    parameters.put("asked_cause", "");
    parameters.put("first_date", LocalDate.of(2026, 7, 1));
    parameters.put("last_date", LocalDate.of(2026, 9, 30));
    parameters.put("year_first_date", LocalDate.of(2025, 10, 1));
    parameters.put("training_months", 6);
    parameters.put("least_lines", 30);
    parameters.put("pattern_limit", 3);
    parameters.put("example_limit", 3);
    parameters.put("action_limit", 3);
    parameters.put("inner_level", 0.95);
    parameters.put("outer_level", 0.998);
    parameters.put("control_level", 0.9973);
    parameters.put("inner_deviate", 1.96);
    parameters.put("detection_deviate", 2.8);
    parameters.put("fixed_year", "2025");
    parameters.put("most_payer_pages", PayerPages.MOST);
    parameters.put("payer_page_share", PayerPages.SHARE);
    parameters.put("payer_page_rows", PayerPages.ROWS);
    parameters.putAll(PolicyChanges.parameters());
    for (String name :
        List.of("underpaid_amount", "underpaid_share", "queue_amount", "queue_share")) {
      parameters.put(name, new BigDecimal("1.00"));
    }
    return parameters;
  }

  // Jobs share SELECTs: each is planned once, over tables that are empty and named alike.
  @TestFactory
  Stream<DynamicTest> a_file_selects_what_its_table_declares() {
    SparkEngine engine = emptyInputs();
    Set<String> planned = new HashSet<>();
    return Rooms.jobs().stream()
        .flatMap(
            name -> {
              Set<String> there =
                  Rooms.inputs().stream().map(Table::name).collect(Collectors.toSet());
              return tests(
                  Job.named(name),
                  step -> {
                    assertThat(there).containsAll(step.reads(KNOWN));
                    there.add(step.name());
                    if (planned.add(step.resource())) {
                      engine.plan(step, PARAMETERS);
                      engine.rows(step.makes(), List.of());
                    }
                    requireScale(step);
                  });
            });
  }

  private static Stream<DynamicTest> tests(Job job, Consumer<SqlStep> test) {
    return Rooms.steps(job).stream()
        .map(
            step ->
                DynamicTest.dynamicTest(
                    job.name() + ": " + step.resource(), () -> test.accept(step)));
  }

  private static void requireScale(SqlStep step) {
    for (TableColumn field : step.makes().columns()) {
      assertThat(precision(field.type()))
          .as("%s.%s: a decimal of 38 digits loses scale in silence", step.name(), field.name())
          .isLessThan(38);
    }
  }

  @TestFactory
  Stream<DynamicTest> a_file_is_planned_by_the_embedded_engine() {
    EmbeddedEngine engine = EmbeddedEngine.in(Path.of("target"), 0);
    Rooms.inputs().forEach(table -> engine.rows(table, List.of()));
    Set<String> planned = new HashSet<>();
    return Rooms.jobs().stream()
        .flatMap(
            name ->
                tests(
                    Job.named(name),
                    step -> {
                      if (planned.add(step.resource())) {
                        engine.view(step, PARAMETERS);
                        engine.rows(step.makes(), List.of());
                      }
                    }));
  }

  @Test
  void a_column_has_its_type_wherever_it_stands() {
    List<String> others =
        Stream.concat(Tables.allComingIn().stream(), Tables.madeBySelects().stream())
            .flatMap(
                table ->
                    table.columns().stream()
                        .filter(column -> !isOfItsType(column))
                        .map(column -> table.name() + "." + column.name() + " " + column.type()))
            .toList();
    assertThat(others).as("not as jobs/columns.csv says").isEmpty();
  }

  private static boolean isOfItsType(TableColumn column) {
    return Tables.columnTypes().getOrDefault(column.name(), List.of()).stream()
        .anyMatch(type -> type.equals(column.type()) || type.isNarrowerThan(column.type()));
  }

  @Test
  void no_column_is_described_that_no_table_has() {
    Set<String> known =
        Stream.concat(Tables.allComingIn().stream(), Tables.madeBySelects().stream())
            .flatMap(table -> table.columnNames().stream())
            .collect(Collectors.toSet());
    assertThat(known).containsAll(Tables.columnTypes().keySet());
  }

  private static int precision(ColumnType type) {
    return type instanceof Decimal decimal ? decimal.precision() : 0;
  }

  @Test
  void every_file_belongs_to_a_job() throws IOException {
    Set<String> used =
        Rooms.jobs().stream()
            .flatMap(name -> Rooms.steps(Job.named(name)).stream())
            .map(SqlStep::resource)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Rooms.sqlFiles()).isEqualTo(used);
  }

  @Test
  void the_first_line_states_grain() throws IOException {
    for (String file : Rooms.sqlFiles()) {
      assertThat(Files.readAllLines(Path.of(file)).get(0)).as(file).startsWith("-- Grain: ");
    }
  }

  @Test
  void an_open_end_of_a_rule_is_read_in_one_way() throws IOException {
    for (String file : Rooms.sqlFiles()) {
      String others =
          Files.readString(Path.of(file))
              .replaceAll(
                  "between (\\w+\\.)?effective_from_date and coalesce\\(\\1effective_to_date, date'9999-12-31'\\)",
                  "");
      assertThat(others).as(file).doesNotContainPattern("\\w\\.effective_to_date (is null|>=)");
    }
  }

  @Test
  void a_select_is_no_longer_than_one_reads() throws IOException {
    for (String file : Rooms.sqlFiles()) {
      assertThat(Files.readAllLines(Path.of(file)).size()).as(file).isLessThan(155);
    }
  }

  // A table that is kept for the next run is known by its inputs alone.
  @Test
  void no_select_asks_for_the_present_or_for_chance() throws IOException {
    for (String file : Rooms.sqlFiles()) {
      assertThat(Files.readString(Path.of(file)))
          .as(file)
          .doesNotContainPattern(
              "(?i)\\b(current_date|current_timestamp|localtimestamp|now *\\(|rand *\\(|randn *\\(|uuid *\\()");
    }
  }

  @Test
  void a_misspelt_column_is_found() {
    SparkEngine engine = emptyInputs();
    engine.select("payment", "select payment_idd from (select 1 as payment_idd)");
    SqlStep step =
        Job.named("monthly-report").steps().stream()
            .map(Job.Step::sql)
            .filter(s -> s.name().equals("int_file_total"))
            .findFirst()
            .orElseThrow();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> engine.plan(step, PARAMETERS)))
        .hasMessageContaining("file_sha256");
  }

  static SparkEngine emptyInputs() {
    SparkSession spark = Sparks.session().newSession();
    SqlFunctions.register(spark);
    SparkEngine engine = new SparkEngine(spark, Path.of("target"));
    Rooms.inputs().forEach(table -> engine.rows(table, List.of()));
    return engine;
  }
}
