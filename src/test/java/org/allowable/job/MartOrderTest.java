package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The columns that a mart is ordered by, of those that it shows, tell any two of its rows apart:
 * rows that tie would stand as the engine, or its threads, left them.
 */
@Tag("long")
class MartOrderTest {

  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final Pattern COLUMN =
      Pattern.compile("(?:\\w+\\.)?(\\w+)(?: nulls (?:first|last))?");

  private static final Map<String, List<List<@Nullable Object>>> PLACES = new TreeMap<>();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void run_every_job() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(6_000, 29, sample, 13, LAST, null, null, false), Progress.SILENT);
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    for (EveryJob.Asked asked : EveryJob.asked(practice, LAST)) {
      Path work = Files.createDirectories(folder.resolve(asked.job()));
      Job job = Job.named(asked.job());
      ReferenceViews references = ReferenceViews.of(folder.resolve("none"), work, List.of(job));
      try (Engine engine = SmallRun.newEngine()) {
        Map<String, String> texts = new TreeMap<>();
        job.marts().forEach(mart -> texts.put(mart.sql().name(), mart.sql().text().strip()));
        asked
            .run(job, engine, sample, practice, references)
            .forEach((mart, rows) -> PLACES.put(mart, places(texts, mart, MartRows.of(rows))));
      }
    }
  }

  private static List<List<@Nullable Object>> places(
      Map<String, String> texts, String mart, List<Map<String, @Nullable Object>> rows) {
    List<List<@Nullable Object>> places = new ArrayList<>();
    if (rows.size() > 1) {
      List<String> order = order(texts.getOrDefault(mart, ""), rows.get(0).keySet());
      // Rows that are alike in every cell may change places.
      rows.stream().distinct().forEach(row -> places.add(place(row, order)));
    }
    return places;
  }

  // What a row has in the columns of the order.
  private static List<@Nullable Object> place(
      Map<String, @Nullable Object> row, List<String> order) {
    List<@Nullable Object> place = new ArrayList<>();
    order.forEach(column -> place.add(row.get(column)));
    return place;
  }

  // An item that is no column tells nothing apart; nor does the largest first: that amounts differ
  // in one history says nothing of the next.
  private static List<String> order(String select, Set<String> columns) {
    String items = select.substring(select.lastIndexOf("order by") + "order by".length());
    return Stream.of(items.split(","))
        .map(item -> COLUMN.matcher(item.strip()))
        .filter(Matcher::matches)
        .map(item -> item.group(1))
        .filter(columns::contains)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> no_two_rows_of_a_mart_tie() {
    return PLACES.entrySet().stream()
        .map(
            mart ->
                DynamicTest.dynamicTest(
                    mart.getKey(), () -> assertThat(mart.getValue()).doesNotHaveDuplicates()));
  }
}
