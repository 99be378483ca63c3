package org.allowable.cli;

import static org.allowable.cli.OwnGroups.ADDED;
import static org.allowable.cli.OwnGroups.RENAMED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Denial groups that a practice renamed or added: their lines are on every sheet, once. */
@Tag("long")
class DenialGroupsTest {

  @TempDir private static Path folder = Path.of("");

  private static Path sample = Path.of("");
  private static Path reference = Path.of("");
  private static Path monthly = Path.of("");

  @BeforeAll
  static void run_the_reports_with_own_groups() throws IOException {
    sample = folder.resolve("sample");
    CommandRun.of("sample", "--lines", 2000, "--seed", 12, "--months", 13, "--out", sample);
    reference = OwnGroups.writeTo(folder.resolve("reference"));
    monthly = run("monthly-report", "--month", "2026-09", "--date-basis", "payment");
  }

  private static Path run(String report, Object... period) {
    List<Object> all = new ArrayList<>(List.of(report));
    all.addAll(List.of(period));
    all.addAll(
        List.of(
            "--warehouse",
            sample,
            "--practice",
            sample.resolve("practice.yaml"),
            "--reference",
            reference,
            "--out",
            folder.resolve(report)));
    CommandRun made = CommandRun.of(all.toArray());
    assertThat(made.code()).as(made.err()).isZero();
    return made.folder();
  }

  // The maker of the sample knows the codes of each denial that stands.
  private static Map<String, Long> planted() throws IOException {
    Set<String> denied = new HashSet<>();
    for (CSVRecord line : OwnGroups.csv(sample.resolve("truth/line.csv"))) {
      if (line.get("is_current").equals("yes")
          && line.get("is_voided").equals("no")
          && line.get("is_denied").equals("yes")) {
        denied.add(key(line));
      }
    }
    Map<String, Long> groups = new TreeMap<>();
    for (CSVRecord denial : OwnGroups.csv(sample.resolve("truth/denial.csv"))) {
      if (denial.get("is_standing").equals("yes")
          && denial.get("denial_date").startsWith("2026-09")
          && denied.contains(key(denial))) {
        groups.merge(group(denial), 1L, Long::sum);
      }
    }
    return groups;
  }

  private static String group(CSVRecord denial) {
    String group = denial.get("denial_group");
    if (group.equals("Documentation") && denial.get("reason_code").equals("16")) {
      return ADDED;
    }
    return group.equals("Bundling") ? RENAMED : group;
  }

  private static String key(CSVRecord row) {
    return row.get("claim_id") + "/" + row.get("claim_line_number");
  }

  @Test
  void the_month_has_lines_of_both_groups() throws IOException {
    assertThat(planted()).containsKeys(RENAMED, ADDED);
  }

  @Test
  void the_sheet_by_physician_has_a_column_for_every_group() throws IOException {
    Map<String, Long> planted = planted();
    planted.remove("Duplicate");
    try (OpenedWorkbook book = new OpenedWorkbook(RunFiles.workbook(monthly))) {
      for (Map.Entry<String, Long> group : planted.entrySet()) {
        assertThat(book.total("Denials by physician", group.getKey()))
            .as(group.getKey())
            .isEqualByComparingTo(BigDecimal.valueOf(group.getValue()));
      }
      assertThat(book.total("Denials by physician", "Denied lines"))
          .isEqualByComparingTo(
              BigDecimal.valueOf(planted.values().stream().mapToLong(n -> n).sum()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {RENAMED, ADDED})
  void the_lists_of_the_month_have_each_of_its_lines_once(String group) throws IOException {
    long lines = Objects.requireNonNull(planted().get(group));
    assertThat(OwnGroups.sum(monthly, "mart_denial_by_reason", "denied_line_count", group))
        .isEqualTo(lines);
    assertThat(
            OwnGroups.table(monthly, "mart_denied_line").stream()
                .filter(row -> row.get("denial").equals("denied"))
                .filter(row -> row.get("denial_group").equals(group)))
        .hasSize((int) lines);
  }

  @Test
  void a_report_by_payment_date_says_so_in_its_manifest() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(monthly.resolve("manifest.json").toFile());
    assertThat(manifest.findValuesAsText("date_basis")).containsExactly("payment");
  }
}
