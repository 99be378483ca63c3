package org.allowable.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.model.Tables;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** No status reaches a reader as a code: not one that SQL gives, nor one of a reference row. */
class StatusWordsTest {

  // Statuses are words in capitals; the codes of claims and remittances are shorter.
  private static final Pattern STATUS = Pattern.compile("'([A-Z]{4,}|[A-Z]+(?:_[A-Z]+)+)'");

  @Test
  void every_status_of_the_sql_files_has_words() throws IOException {
    Set<String> statuses = new TreeSet<>();
    for (Path file : files("jobs", ".sql")) {
      for (String line : Files.readAllLines(file)) {
        Matcher status = STATUS.matcher(line.replaceFirst("--.*", ""));
        while (status.find()) {
          statuses.add(status.group(1));
        }
      }
    }
    statuses.removeAll(codingRules());
    // A code that is looked for, not said.
    statuses.remove("CCCCC");
    assertThat(statuses).contains("NO_WAGE_INDEX", "ESCALATOR_NOT_APPLIED", "DIFFERS", "OPEN");
    assertThat(statuses).allSatisfy(StatusWordsTest::hasWords);
  }

  @Test
  void every_status_of_a_reference_row_has_words() throws IOException {
    Set<String> statuses = new TreeSet<>();
    for (Path file : files("data/reference", ".csv")) {
      try (CSVParser rows = CSVParser.parse(Files.readString(file), HEADED)) {
        if (rows.getHeaderNames().contains("pricing_status")) {
          for (CSVRecord row : rows) {
            statuses.add(row.get("pricing_status"));
          }
        }
      }
    }
    assertThat(statuses).contains("CONDITIONALLY_PACKAGED", "ANESTHESIA", "SURGEON_ROLE_NOT_PAID");
    assertThat(statuses).allSatisfy(StatusWordsTest::hasWords);
  }

  // Each has its label in its row.
  private static Set<String> codingRules() throws IOException {
    Set<String> rules = new TreeSet<>();
    Path file = Path.of("data/reference/coding_rule.csv");
    try (CSVParser rows = CSVParser.parse(Files.readString(file), HEADED)) {
      rows.forEach(row -> rules.add(row.get("rule")));
    }
    return rules;
  }

  private static final CSVFormat HEADED =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private static void hasWords(String status) {
    boolean isLabeled =
        Tables.rows("labels.csv").stream().anyMatch(row -> row.get("code").equals(status));
    assertThat(List.of(ComparisonText.leak(status), ComparisonText.finding(status)))
        .as("words for %s", status)
        .satisfiesAnyOf(
            words -> assertThat(isLabeled).isTrue(),
            words -> assertThat(words).anyMatch(said -> !said.equals(status)));
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
