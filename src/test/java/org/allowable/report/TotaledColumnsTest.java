package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.model.Tables;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What stands in no totals row, because its sum means nothing. */
class TotaledColumnsTest {

  // count(distinct ...), one more pair of parentheses within, a filter after it, and its name.
  private static final Pattern DISTINCT =
      Pattern.compile(
          "count\\(distinct (?:[^()]|\\([^()]*\\))*\\)(?: filter \\([^()]*\\))? as (\\w+)");

  private static final Pattern SHOWN_AS = Pattern.compile("(\\w+) as (\\w+)");

  // Days, ranks, limits and the middle of many: one of each, never so many of something.
  private static final Pattern NO_AMOUNT =
      Pattern.compile(
          "(^|_)(day|days|month|months|rank|order|ordinal|number|cap|median|quartile|percentile|rate"
              + "|share|multiple|index|year)(_|$)");

  private static String jobs(String ending) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  private static List<CSVRecord> totaled() {
    return Tables.rows("columns.csv").stream()
        .filter(row -> row.get("total").equals("sum"))
        .toList();
  }

  @Test
  void a_count_of_distinct_things_is_in_no_total_under_any_heading() throws IOException {
    Set<String> distinct = new TreeSet<>();
    DISTINCT.matcher(jobs(".sql")).results().forEach(name -> distinct.add(name.group(1)));
    assertThat(distinct).contains("physician_count", "claim_count");
    Set<String> headings = new TreeSet<>(distinct);
    SHOWN_AS
        .matcher(jobs("workbook.yaml"))
        .results()
        .filter(shown -> distinct.contains(shown.group(1)))
        .forEach(shown -> headings.add(shown.group(2)));
    assertThat(totaled())
        .extracting(row -> row.get("column"))
        .doesNotContainAnyElementsOf(headings);
  }

  @Test
  void what_is_of_one_unit_or_may_stand_in_several_rows_is_in_no_total() {
    assertThat(totaled())
        .isNotEmpty()
        .noneMatch(
            row ->
                row.get("definition").contains("one unit")
                    || row.get("header").contains("one unit")
                    || row.get("definition").contains("several rows"));
  }

  @Test
  void days_ranks_limits_and_rates_are_in_no_total() {
    assertThat(totaled())
        .extracting(row -> row.get("column"))
        .filteredOn(column -> !column.endsWith("_amount"))
        .noneMatch(NO_AMOUNT.asPredicate());
  }

  @Test
  void quantities_of_different_services_are_in_no_total() {
    assertThat(totaled())
        .extracting(row -> row.get("column"))
        .noneMatch(name -> name.endsWith("unit_quantity"));
  }
}
