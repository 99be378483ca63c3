package org.allowable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allowable.Sparks;
import org.allowable.engine.embedded.EmbeddedEngine;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a SELECT means is what it means on every engine; worked out by hand. */
@Tag("long")
class EnginesTest {

  private static final Table AMOUNT =
      Table.of("amount", "name", "name string, amount decimal(12,2), lines int, day date");

  @TempDir private static Path folder = Path.of("");

  private static List<Engine> engines = List.of();

  @BeforeAll
  static void open() {
    engines =
        List.of(
            new SparkEngine(Sparks.session().newSession(), folder),
            EmbeddedEngine.in(folder.resolve("embedded"), Long.MAX_VALUE));
  }

  @AfterAll
  static void close() {
    engines.forEach(Engine::close);
  }

  private static Stream<Arguments> meanings() {
    return Stream.of(
        // Half up, away from zero.
        Arguments.of("round(cast(2.5 as decimal(3,1)), 0)", "3"),
        Arguments.of("round(cast(-2.5 as decimal(3,1)), 0)", "-3"),
        Arguments.of("cast(cast(112.275 as decimal(9,3)) as decimal(9,2))", "112.28"),
        // 1.005 as a double is a little less, and would be rounded down.
        Arguments.of("round(cast(2.01 as decimal(12,2)) / cast(2 as decimal(12,2)), 2)", "1.01"),
        Arguments.of("round(cast(-2.01 as decimal(12,2)) / cast(2 as decimal(12,2)), 2)", "-1.01"),
        Arguments.of("round(cast(1.00 as decimal(12,2)) / cast(8.00 as decimal(12,2)), 2)", "0.13"),
        Arguments.of("round(cast(2.85 as decimal(12,2)) / cast(20 as decimal(12,2)), 4)", "0.1425"),
        Arguments.of("round(cast(2.85 as decimal(12,2)) / cast(20 as decimal(12,2)), 3)", "0.143"),
        Arguments.of(
            "round(cast(-2.85 as decimal(12,2)) / cast(20 as decimal(12,2)), 3)", "-0.143"),
        Arguments.of(
            "round(cast(1.00 as decimal(12,2)) / cast(3.00 as decimal(12,2)), 10)", "0.3333333333"),
        Arguments.of(
            "round(cast(2.00 as decimal(12,2)) / cast(3.00 as decimal(12,2)), 10)", "0.6666666667"),
        // A hair above and below a half, with each sign on each side.
        Arguments.of(
            "round(cast(1.0000000001 as decimal(18,10)) / cast(8 as decimal(12,2)), 2)", "0.13"),
        Arguments.of(
            "round(cast(0.9999999999 as decimal(18,10)) / cast(8 as decimal(12,2)), 2)", "0.12"),
        Arguments.of(
            "round(cast(-1.0000000001 as decimal(18,10)) / cast(8 as decimal(12,2)), 2)", "-0.13"),
        Arguments.of(
            "round(cast(1.0000000001 as decimal(18,10)) / cast(-8 as decimal(12,2)), 2)", "-0.13"),
        Arguments.of(
            "round(cast(-0.9999999999 as decimal(18,10)) / cast(-8 as decimal(12,2)), 2)", "0.12"),
        Arguments.of("cast(null as decimal(12,2)) / cast(0 as decimal(12,2))", "null"),
        Arguments.of("cast(1.00 as decimal(12,2)) / cast(null as decimal(12,2))", "null"),
        Arguments.of("try_divide(cast(1.00 as decimal(12,2)), cast(0 as decimal(12,2)))", "null"),
        // Eighteen digits hold none of these products.
        Arguments.of(
            "cast(cast(9999.99 as decimal(12,2)) * cast(1.123456789 as decimal(12,9)) * cast(0.5 as decimal(9,6)) as decimal(18,7))",
            "5617.2783277"),
        Arguments.of("cast(cast(250.00 as decimal(12,2)) * 80 / 100 as decimal(12,2))", "200.00"),
        // Nothing is not an empty text, and joins to nothing.
        Arguments.of("coalesce('', 'none')", ""),
        Arguments.of("concat('a', cast(null as string))", "null"),
        Arguments.of("array_join(array('a', cast(null as string), 'b'), ' ')", "a b"),
        Arguments.of("size(filter(split('', ' '), m -> m <> ''))", "0"),
        Arguments.of("split('a b', ' ')[1]", "b"),
        Arguments.of("try_element_at(split('x|y|z', '\\\\|'), 2)", "y"),
        Arguments.of("ltrim('0', '007')", "7"),
        Arguments.of("regexp_replace('4.500', '\\\\.?0+$', '')", "4.5"),
        Arguments.of("regexp_replace('C5-6', '^([CTLS])(\\\\d+)-(\\\\d+)$', '$1$2-$1$3')", "C5-C6"),
        Arguments.of("format_number(cast(12.50 as decimal(9,4)), '0.####')", "12.5"),
        Arguments.of("format_number(cast(7 as decimal(9,4)), '0.00####')", "7.00"),
        Arguments.of("array_position(array('a', 'b'), 'c')", "0"),
        // The last day of a month moves to the last of a shorter one.
        Arguments.of("add_months(date'2026-03-31', -1)", "2026-02-28"),
        Arguments.of("date_add(date'2026-12-31', 1)", "2027-01-01"),
        Arguments.of("datediff(date'2026-03-01', date'2026-02-01')", "28"),
        Arguments.of("trunc(date'2026-03-31', 'MM')", "2026-03-01"),
        Arguments.of("date_format(date'2026-03-31', 'yyyy-MM')", "2026-03"),
        // The third of four that tie is decided by the number.
        Arguments.of("array_sort(array(3, 1, 2))[0]", "1"),
        Arguments.of("exists(array(1, 2), e -> e > 1)", "true"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("meanings")
  void an_expression_means_the_same_on_both(String expression, String meaning) {
    for (Engine engine : engines) {
      engine.select("meaning", "select cast(" + expression + " as string) as meaning");
      assertThat(String.valueOf(engine.all("meaning").get(0).get("meaning")))
          .as(engine.version())
          .isEqualTo(meaning);
    }
  }

  private static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of(
            "select name as meaning from (select name, row_number() over (order by amount) as place from amount) where place = 1",
            "none"),
        Arguments.of(
            "select name as meaning from (select name, row_number() over (order by amount desc) as place from amount) where place = 3",
            "none"),
        Arguments.of("select max_by(name, lines) as meaning from amount", "large"),
        // Of what ties, a null comes first: it is the least and never the most.
        Arguments.of("select max_by(name, struct(1, amount)) as meaning from amount", "large"),
        Arguments.of("select min_by(name, struct(1, amount)) as meaning from amount", "none"),
        Arguments.of("select max(struct(1, amount, name)).name as meaning from amount", "large"),
        Arguments.of("select min(struct(1, amount, name)).name as meaning from amount", "none"),
        Arguments.of(
            "select array_join(array_sort(collect_set(name)), ' ') as meaning from amount where lines > 9",
            ""),
        Arguments.of(
            "select count(*) as meaning from amount as a left anti join amount as b on a.amount = b.amount",
            "1"),
        Arguments.of("select count_if(amount <=> null) as meaning from amount", "1"),
        Arguments.of("select count_if(lines > 1) as meaning from amount where lines > 9", "0"),
        Arguments.of(
            "select count_if(lines > 1) filter (where lines > 9) as meaning from amount", "0"),
        Arguments.of(
            "select sum(s.v) as meaning from amount lateral view explode(array(1, 2)) s as v", "9"),
        Arguments.of(
            "select name as meaning from (select * except (amount, lines, day) from amount) where name = 'none'",
            "none"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void a_question_has_the_same_answer_on_both(String question, String meaning) {
    for (Engine engine : engines) {
      engine.rows(
          AMOUNT,
          List.of(
              new Object[] {"small", amount("1.00"), 1, null},
              new Object[] {"large", amount("2.00"), 3, null},
              new @org.jspecify.annotations.Nullable Object[] {"none", null, 2, null}));
      engine.select("answer", question);
      Map<String, ?> row = engine.all("answer").get(0);
      assertThat(String.valueOf(row.get("meaning"))).as(engine.version()).isEqualTo(meaning);
    }
  }

  private static java.math.BigDecimal amount(String text) {
    return new java.math.BigDecimal(text);
  }

  private static Stream<String> faults() {
    return Stream.of(
        "2147483647 + cast(lines as int)",
        "cast(1.00 as decimal(12,2)) / cast(lines - lines as decimal(12,2))",
        "cast(name as int)",
        "cast(99999999.00 * lines as decimal(9,2))");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void what_has_no_value_is_a_fault_on_both(String expression) {
    for (Engine engine : engines) {
      engine.rows(AMOUNT, List.<Object[]>of(new Object[] {"a", amount("1.00"), 1, null}));
      assertThatThrownBy(
              () -> {
                engine.select("fault", "select " + expression + " as fault from amount");
                Objects.requireNonNull(engine.all("fault"));
              })
          .as(engine.version())
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static final Table KINDS =
      Table.of(
          "kinds",
          "number",
          "number bigint, text string, amount decimal(12,2), count int, day date, flag boolean");

  // Few rows and many take other ways into an engine.
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 2_000, 2_001, 5_000})
  void rows_that_are_loaded_are_the_same_on_both(int count) {
    for (Engine engine : engines) {
      engine.load(
          KINDS,
          reader ->
              IntStream.rangeClosed(1, count).forEach(number -> reader.accept(kinds(number))));
      engine.select(
          "loaded",
          """
          select count(*) as rows, count(text) as texts, coalesce(sum(amount), cast(0 as decimal(22,2))) as amount,
            coalesce(sum(count), 0) as counts, count(case when flag then 1 end) as flags,
            max(case when day = date '2026-02-28' then number end) as day
          from kinds""");
      long odd = (count + 1L) / 2;
      assertThat(engine.all("loaded").get(0).values())
          .as(engine.version())
          .extracting(
              value -> value == null ? "null" : new BigDecimal(value.toString()).toPlainString())
          .containsExactly(
              String.valueOf(count),
              String.valueOf(odd),
              count == 0 ? "0.00" : odd * odd + ".00",
              String.valueOf(7L * count),
              String.valueOf(odd),
              count < 59 ? "null" : "59");
    }
  }

  // As a run does that tries canary claims first.
  @Test
  void two_engines_of_one_folder_load_a_table_of_one_name() {
    for (int i = 0; i < 2; i++) {
      Engine engine = new SparkEngine(Sparks.session().newSession(), folder);
      engine.load(
          KINDS,
          reader ->
              IntStream.rangeClosed(1, 2_001).forEach(number -> reader.accept(kinds(number))));
      engine.select("loaded", "select count(*) as rows from kinds");
      assertThat(engine.all("loaded").get(0)).containsEntry("rows", 2_001L);
    }
  }

  // Odd numbers have a text, their own amount and a flag; the day is that of the year 2026.
  private static @Nullable Object[] kinds(int number) {
    boolean isOdd = number % 2 == 1;
    return new @Nullable Object[] {
      (long) number,
      isOdd ? "it's \"" + number + "\"" : null,
      isOdd ? amount(number + ".00") : null,
      7,
      number > 365 ? null : LocalDate.ofYearDay(2026, number),
      isOdd
    };
  }
}
