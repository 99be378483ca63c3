package org.allowable.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.allowable.model.Rows;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payer sees its own aggregates of enough lines, and nothing else. */
@Tag("long")
class PayerExhibitTest {

  private static final String CLAIM = "CLAIM0001";
  private static final String NPI = "1234567893";
  private static final int LINES = 2;

  private static final Map<String, Rows> PRACTICE = InventedPractice.marts();
  private static final Map<String, Rows> FEW = few(5);

  @TempDir private static Path folder = Path.of("");

  private static WrittenReports reports = new WrittenReports(folder);

  @BeforeAll
  static void begin() {
    reports = new WrittenReports(folder);
  }

  @Test
  void no_other_payer_is_named_anywhere_in_the_file() throws IOException {
    String content = content(exhibits(PRACTICE).get(0));

    assertThat(content)
        .doesNotContain(
            "Crestline", "Blue Harbor", "Northwind", "Summit", "Medicaid", "Harborside");
  }

  @Test
  void no_claim_and_no_npi_is_anywhere_in_the_file() throws IOException {
    String content = content(exhibits(withIdentifiers()).get(0));

    assertThat(content).doesNotContain(CLAIM, NPI).doesNotContainPattern(">\\d{10}<");
  }

  @Test
  void nothing_internal_is_anywhere_in_the_file() throws IOException {
    String content = content(exhibits(PRACTICE).get(0)).toLowerCase(Locale.ROOT);

    assertThat(content)
        .doesNotContain("target multiple", "gap to", "leak", "lever", "pinnacle-2026", "internal");
  }

  @Test
  void each_proposal_has_a_file_named_for_its_payer() throws IOException {
    assertThat(exhibits(PRACTICE).stream().map(PayerExhibitTest::name))
        .containsExactly(
            "Example Pain Associates 2025-01 to 2025-12 payer exhibit for Pinnacle Health.xlsx",
            "Example Pain Associates 2025-01 to 2025-12 payer exhibit for Crestline Mutual.xlsx");
  }

  @Test
  void one_proposal_has_one_file() throws IOException {
    assertThat(exhibits(FEW).stream().map(PayerExhibitTest::name))
        .containsExactly(
            "Example Pain Associates 2025-01 to 2025-12 payer exhibit for Pinnacle Health.xlsx");
  }

  @Test
  void a_small_code_stands_together_with_the_next_smallest() throws IOException {
    try (WrittenReport report = new WrittenReport(exhibits(FEW).get(0))) {
      assertThat(report.shown("Proposal", "Lines", LINES - 1)).isEqualTo(45);
      assertThat(report.rows("Proposal", "Lines")).isEqualTo(LINES);
    }
  }

  @Test
  void what_stands_together_still_adds_up() throws IOException {
    try (WrittenReport report = new WrittenReport(exhibits(FEW).get(0))) {
      assertThat(report.total("Proposal", "Lines")).isEqualTo(105);
    }
  }

  @Test
  void no_row_stands_for_fewer_lines_than_the_limit() throws IOException {
    try (WrittenReport report = new WrittenReport(exhibits(PRACTICE).get(0))) {
      List<Double> lines = new ArrayList<>();
      for (int row = 0; row < report.rows("Proposal", "Lines"); row++) {
        lines.add(report.shown("Proposal", "Lines", row));
      }
      assertThat(lines).allMatch(count -> count >= InventedMarts.SMALL_NUMBER);
    }
  }

  @Test
  void a_setting_of_few_lines_shows_no_multiple() throws IOException {
    try (WrittenReport report = new WrittenReport(exhibits(FEW).get(0))) {
      assertThat(report.words("Proposal"))
          .contains("too few lines to show")
          .doesNotContain("1.20x");
    }
  }

  @Test
  void a_payer_of_few_lines_gets_no_numbers() throws IOException {
    Map<String, Rows> marts =
        InventedMarts.of(
            List.of(
                InventedMarts.service(
                    InventedMarts.PINNACLE, "62323", "office", 7, "1000.00", "1200.00")),
            InventedMarts.PINNACLE);
    try (WrittenReport report = new WrittenReport(exhibits(marts).get(0))) {
      assertThat(report.title("Proposal")).isEqualTo("Too few lines to show");
    }
  }

  @Test
  void without_a_choice_no_benchmark_is_shown() throws IOException {
    assertThat(content(exhibits(FEW).get(0))).doesNotContain("enchmark", "Health Care Cost");
  }

  // The payer allows 25,300 of 20,500: 1.23x. 1.88x argues for more, 1.22x against.
  @Test
  void a_chosen_benchmark_is_shown_with_year_and_source_unless_it_is_below_what_is_allowed_now()
      throws IOException {
    try (WrittenReport report = chosen("highest state", "nation")) {
      assertThat(report.words("Method"))
          .contains("Commercial professional services, highest state", "2017")
          .anyMatch(words -> words.startsWith("Health Care Cost Institute"))
          .doesNotContain("Commercial professional services, nation");
    }
  }

  @Test
  void the_negotiator_is_told_which_benchmark_is_left_out_and_which_is_old() throws IOException {
    chosen("highest state", "nation").close();
    try (WrittenReport report =
        new WrittenReport(folder.resolve("chosen").resolve(WrittenReports.FILE))) {
      assertThat(report.words("Summary"))
          .contains(
              "The benchmark Commercial professional services, nation (2017, 1.22x) is left out of what Pinnacle Health may see: it is below what Pinnacle Health allows now.",
              "Pinnacle Health may see the benchmark Commercial professional services, highest state of 2017, which is 8 years: old.");
    }
  }

  private static WrittenReport chosen(String... names) throws IOException {
    Path own = folder.resolve("chosen");
    if (Files.notExists(own)) {
      Files.createDirectory(own);
      ComparisonReport.write(
          FEW,
          InventedMarts.factsWith(
              List.of(names).stream()
                  .map(name -> "Commercial professional services, " + name)
                  .toList()),
          own);
    }
    return new WrittenReport(
        own.resolve(
            "Example Pain Associates 2025-01 to 2025-12 payer exhibit for Pinnacle Health.xlsx"));
  }

  @Test
  void what_excel_computes_is_what_was_written() throws IOException {
    try (WrittenReport report = new WrittenReport(exhibits(PRACTICE).get(0))) {
      assertThat(report.disagreements()).isEmpty();
    }
  }

  private static List<Path> exhibits(Map<String, Rows> marts) throws IOException {
    return reports.exhibits(marts);
  }

  private static Map<String, Rows> few(long smallLines) {
    return InventedMarts.of(
        List.of(
            InventedMarts.service(
                InventedMarts.PINNACLE, "62323", "office", 60, "15000.00", "18300.00"),
            InventedMarts.service(
                InventedMarts.PINNACLE, "99214", "office", 40, "5000.00", "6400.00"),
            InventedMarts.service(
                InventedMarts.PINNACLE, "99213", "asc", smallLines, "500.00", "600.00")),
        InventedMarts.PINNACLE);
  }

  // No mart holds identifiers; a contract's term might be written with one.
  private static Map<String, Rows> withIdentifiers() {
    Map<String, Rows> marts = new HashMap<>(InventedPractice.marts());
    @Nullable Object[] leak = {
      InventedMarts.PINNACLE,
      "BELOW_MEDICARE",
      "62323",
      "office",
      CLAIM + " " + NPI,
      3L,
      "2025-01",
      "2025-12",
      new BigDecimal("9.99")
    };
    marts.put("mart_leak", Rows.of(Tables.named("mart_leak"), List.<@Nullable Object[]>of(leak)));
    return marts;
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /** Every text part of the file: cells, names, notes, alternative texts, properties. */
  private static String content(Path file) throws IOException {
    StringBuilder content = new StringBuilder();
    try (InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(file));
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().endsWith(".png")) {
          content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return content.toString();
  }
}
