package org.allowable.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.model.Rows;
import org.allowable.report.Mart;
import org.allowable.report.excel.DrawnCharts.DrawnSeries;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The negotiator's workbook shows what the marts hold, and computes on from there. */
@Tag("long")
class ComparisonReportTest {

  private static final double CENT = 0.000_01;
  private static final String PROPOSAL = "Proposal pinnacle-2026";
  private static final String OTHER = "Crestline Mutual";

  private static final Map<String, Rows> PRACTICE = InventedPractice.marts();
  private static final Map<String, Rows> PROPOSED = few(InventedMarts.PINNACLE);
  private static final Map<String, Rows> FEW = few(null);
  private static final Map<String, Rows> ADVANTAGE =
      InventedMarts.of(
          List.of(
              InventedMarts.service(
                  "Harborside Advantage", "62323", "office", 90, "40000.00", "39900.00"),
              InventedMarts.service(
                  InventedMarts.PINNACLE, "62323", "office", 60, "15000.00", "18300.00")),
          null);

  @TempDir private static Path folder = Path.of("");

  private static WrittenReports reports = new WrittenReports(folder);

  @BeforeAll
  static void begin() {
    reports = new WrittenReports(folder);
  }

  @Test
  void the_sheets_stand_in_the_order_of_a_negotiation() throws IOException {
    try (WrittenReport report = written(PROPOSED)) {
      assertThat(report.sheets())
          .containsExactly(
              "Summary",
              "Multiples by payer",
              "By code and setting",
              "By code family",
              "By setting",
              "Two rates",
              "Contract vs. actual",
              "Leaks",
              "Contract terms",
              "Contracts",
              "Assumptions",
              PROPOSAL,
              "Coverage",
              "How to read",
              "Chart data");
    }
  }

  @Test
  void the_chart_of_gaps_reads_the_gaps_and_follows_the_target() throws IOException {
    try (WrittenReport report = written(FEW)) {
      DrawnSeries gaps = report.drawn("Multiples by payer", 0);
      assertThat(gaps.names()).containsExactly(OTHER, InventedMarts.PINNACLE);
      // At 1.3: 10,000 and 20,500 Medicare dollars, less 10,000 and 25,300.
      assertThat(gaps.values()).containsExactly(3000.0, 1350.0);

      report.enter("target_commercial", 1.5);

      assertThat(report.computed(gaps, 0)).isEqualTo(5000, within(CENT));
      assertThat(report.computed(gaps, 1)).isEqualTo(5450, within(CENT));
    }
  }

  @Test
  void lists_are_one_table_each() throws IOException {
    try (WrittenReport report = written(PRACTICE)) {
      for (String list :
          List.of("By code and setting", "By code family", "By setting", "Leaks", "Coverage")) {
        report.isOneTable(list);
      }
    }
  }

  @Test
  void the_chart_of_gaps_waits_for_a_target() throws IOException {
    try (WrittenReport report = written(ADVANTAGE)) {
      DrawnSeries gaps = report.drawn("Multiples by payer", 0);
      int place = gaps.names().indexOf("Harborside Advantage");
      assertThat(gaps.values().get(place)).isNull();

      report.enter("target_medicare_advantage", 1.05);

      assertThat(report.computed(gaps, place)).isEqualTo(40000 * 1.05 - 39900, within(CENT));
    }
  }

  @Test
  void the_chart_of_a_proposal_follows_its_blue_multiples() throws IOException {
    List<Mart.Line> codes = lines(PROPOSED, "mart_proposal_code");
    try (WrittenReport report = written(PROPOSED)) {
      DrawnSeries current = report.drawn(PROPOSAL, 0);
      DrawnSeries offered = report.drawn(PROPOSAL, 1);
      int place = offered.names().indexOf(Findings.service(codes.get(0)));
      assertThat(current.values().get(place))
          .isEqualTo(codes.get(0).number("current_multiple").doubleValue(), within(CENT));
      assertThat(offered.values().get(place))
          .isEqualTo(codes.get(0).number("proposed_multiple").doubleValue(), within(CENT));

      report.enter(PROPOSAL, "Proposed multiple", 0, 2);

      assertThat(report.computed(offered, place)).isEqualTo(2, within(CENT));
    }
  }

  @Test
  void the_chart_of_terms_holds_the_marts_changes_beside_the_target() throws IOException {
    List<Mart.Line> levers =
        lines(PRACTICE, "mart_lever").stream()
            .filter(line -> line.text("payer").equals(InventedMarts.PINNACLE))
            .filter(line -> line.known("change_amount") != null)
            .toList();
    try (WrittenReport report = written(PRACTICE)) {
      DrawnSeries drawn = report.drawn("Contract terms", 0);
      assertThat(drawn.names().get(0)).isEqualTo("For comparison: the target");
      assertThat(drawn.values().subList(1, drawn.values().size()))
          .contains(
              levers.stream()
                  .map(line -> line.number("change_amount").doubleValue())
                  .toArray(Double[]::new));
      double before = report.computed(drawn, 0);

      report.enter("target_commercial", 3);

      assertThat(report.computed(drawn, 0)).isGreaterThan(before);
    }
  }

  @Test
  void the_title_says_from_whom_to_whom_payers_allow() throws IOException {
    try (WrittenReport report = written(FEW)) {
      assertThat(report.title("Summary"))
          .isEqualTo(
              "Negotiated payers allow from 1.00x Medicare (Crestline Mutual) to 1.23x (Pinnacle Health)");
    }
  }

  @Test
  void the_title_of_a_code_of_one_payer_compares_nobody() throws IOException {
    InventedMarts.Service only =
        new InventedMarts.Service(
            InventedMarts.PINNACLE,
            "62323",
            "office",
            "epidural",
            40,
            new BigDecimal("1000.00"),
            new BigDecimal("1200.00"),
            new BigDecimal("60.00"));
    try (WrittenReport report = written(InventedMarts.of(List.of(only), null))) {
      assertThat(report.title("By code and setting"))
          .isEqualTo("62323 Office: Pinnacle Health allows 1.20x Medicare");
    }
  }

  @Test
  void what_excel_computes_is_what_was_written() throws IOException {
    try (WrittenReport report = written(PROPOSED)) {
      assertThat(report.disagreements()).isEmpty();
    }
  }

  @Test
  void every_code_of_a_proposal_is_the_marts_amount_to_the_cent() throws IOException {
    Map<String, Rows> marts = PROPOSED;
    List<Mart.Line> codes = lines(marts, "mart_proposal_code");
    try (WrittenReport report = written(marts)) {
      for (int row = 0; row < codes.size(); row++) {
        assertThat(report.computed(PROPOSAL, "Proposed", row))
            .isEqualTo(codes.get(row).number("proposed_amount").doubleValue(), within(CENT));
      }
    }
  }

  @Test
  void the_change_at_changed_volume_is_the_marts_to_the_cent() throws IOException {
    Map<String, Rows> marts = PROPOSED;
    double expected =
        lines(marts, "mart_proposal")
            .get(0)
            .number("change_at_changed_volume_amount")
            .doubleValue();
    try (WrittenReport report = written(marts)) {
      assertThat(report.figure("Summary", "Change in revenue")).isEqualTo(expected, within(0.005));
    }
  }

  @Test
  void a_payers_gap_is_the_marts() throws IOException {
    Map<String, Rows> marts = FEW;
    List<Mart.Line> payers = lines(marts, "mart_payer_multiple");
    try (WrittenReport report = written(marts)) {
      // The first payer of the mart is Medicare.
      assertThat(report.computed("Multiples by payer", "Gap to target", 0))
          .isEqualTo(payers.get(1).number("gap_amount").doubleValue(), within(CENT));
    }
  }

  @Test
  void rates_set_by_law_have_no_gap() throws IOException {
    try (WrittenReport report = written(FEW)) {
      // The first row, the one with the most Medicare dollars, is Medicare's.
      assertThat(report.isEmpty("By code and setting", "Gap to target", 0)).isTrue();
    }
  }

  @Test
  void entering_a_multiple_moves_the_summary() throws IOException {
    try (WrittenReport report = written(PROPOSED)) {
      double before = report.computed("Summary", "Change from rates", 0);
      double medicare = report.shown(PROPOSAL, "Medicare", 0);
      double multiple = report.shown(PROPOSAL, "Proposed multiple", 0);
      report.enter(PROPOSAL, "Proposed multiple", 0, multiple + 0.1);

      assertThat(report.computed("Summary", "Change from rates", 0))
          .isEqualTo(before + medicare * 0.1, within(0.01));
    }
  }

  @Test
  void another_target_moves_the_gaps() throws IOException {
    try (WrittenReport report = written(FEW)) {
      report.enter("target_commercial", 1.5);

      // 20,500 Medicare dollars at 1.5, less 25,300.
      assertThat(report.computed("Multiples by payer", "Gap to target", 0))
          .isEqualTo(5450, within(CENT));
    }
  }

  // Of 25,300.00 today; three codes at 1.4 and 37 cents are 28,701.11, and five percent more is
  // 30,136.1655.
  @Test
  void the_summary_leads_with_revenue_at_new_rates_and_volume_against_today() throws IOException {
    try (WrittenReport report = written(PROPOSED)) {
      assertThat(report.figure("Summary", "Change in revenue")).isEqualTo(4836.1655, within(CENT));
      assertThat(report.figure("Summary", "Revenue today")).isEqualTo(25300, within(CENT));
      assertThat(report.figure("Summary", "At new rates and volume"))
          .isEqualTo(30136.1655, within(CENT));
    }
  }

  // 105 lines of 1.8 work RVUs.
  @Test
  void the_summary_leads_with_dollars_per_work_rvu() throws IOException {
    try (WrittenReport report = written(PROPOSED)) {
      assertThat(report.figure("Summary", "Per work RVU today"))
          .isEqualTo(25300 / 189.0, within(CENT));
      assertThat(report.figure("Summary", "Per work RVU, new rates"))
          .isEqualTo(28701.11 / 189.0, within(CENT));
    }
  }

  // 62323: 21,000.47 x 1.05 less 18,300.00.
  @Test
  void the_codes_that_carry_the_change_follow_the_proposals_blue_cells() throws IOException {
    try (WrittenReport report = written(PROPOSED)) {
      assertThat(report.computed("Summary", "Change in revenue", 0))
          .isEqualTo(3750.4935, within(CENT));

      report.enter(PROPOSAL, "Proposed multiple", 0, 2);

      assertThat(report.computed("Summary", "Change in revenue", 0))
          .isEqualTo(30000.14 * 1.05 - 18300, within(CENT));
    }
  }

  @Test
  void the_codes_of_the_summary_follow_when_the_proposal_is_sorted() throws IOException {
    try (WrittenReport report = written(PROPOSED)) {
      report.swap(PROPOSAL, "Code", 0, 1);
      report.swap(PROPOSAL, "Setting", 0, 1);

      assertThat(report.computed("Summary", "At new rates and volume", 0))
          .isEqualTo(report.computed(PROPOSAL, "At new rates and volume", 1), within(CENT));
    }
  }

  @Test
  void the_card_of_the_gaps_is_the_total_of_the_gaps() throws IOException {
    try (WrittenReport report = written(FEW)) {
      report.enter("target_commercial", 1.6);

      // 30,500 Medicare dollars of two payers at 1.6, less 35,300.
      assertThat(report.figure("Summary", "Gap to target")).isEqualTo(13500, within(CENT));
      assertThat(report.total("Summary", "Gap to target")).isEqualTo(13500, within(CENT));
      assertThat(report.total("Multiples by payer", "Gap to target"))
          .isEqualTo(13500, within(CENT));
      assertThat(report.total("By code and setting", "Gap to target"))
          .isEqualTo(13500, within(CENT));
    }
  }

  @Test
  void no_words_of_any_sheet_state_a_target() throws IOException {
    for (Map<String, Rows> marts : List.of(PRACTICE, PROPOSED, FEW)) {
      try (WrittenReport report = written(marts)) {
        for (String sheet : report.sheets()) {
          assertThat(report.words(sheet))
              .as(sheet)
              .noneMatch(words -> words.contains("1.30x") || words.contains("under target"));
        }
      }
    }
  }

  @Test
  void a_class_without_a_target_has_no_gap_until_one_is_entered() throws IOException {
    try (WrittenReport report = written(ADVANTAGE)) {
      assertThat(report.text("Multiples by payer", "Gap to target", 0)).isEmpty();

      report.enter("target_medicare_advantage", 1.05);

      assertThat(report.computed("Multiples by payer", "Gap to target", 0))
          .isEqualTo(40000 * 1.05 - 39900, within(CENT));
    }
  }

  @Test
  void without_a_proposal_the_largest_negotiated_payer_can_be_tried() throws IOException {
    try (WrittenReport report = written(FEW)) {
      assertThat(report.title("What if"))
          .isEqualTo("What would other rates of Pinnacle Health be worth?");
    }
  }

  @Test
  void trying_the_target_is_worth_the_gap() throws IOException {
    try (WrittenReport report = written(FEW)) {
      // 20,500 Medicare dollars at 1.3, less 25,300.
      assertThat(report.total("What if", "Change from rates")).isEqualTo(1350, within(CENT));
    }
  }

  @Test
  void a_leak_without_amount_is_no_zero() throws IOException {
    try (WrittenReport report = written(PRACTICE)) {
      int last = report.rows("Leaks", "Amount") - 1;

      assertThat(report.isEmpty("Leaks", "Amount", last)).isTrue();
    }
  }

  @Test
  void a_lever_without_a_known_change_is_no_zero() throws IOException {
    try (WrittenReport report = written(PRACTICE)) {
      int last = report.rows("Contract terms", "Change") - 1;

      assertThat(report.isEmpty("Contract terms", "Change", last)).isTrue();
      assertThat(report.shown("Contract terms", "Lines not priced", last)).isEqualTo(812);
    }
  }

  @Test
  void a_proposal_without_lines_is_named() throws IOException {
    Path late = Files.createDirectory(folder.resolve("late-offer"));
    ComparisonReport.write(FEW, InventedMarts.facts("late-offer"), late);
    try (WrittenReport report = new WrittenReport(late.resolve(WrittenReports.FILE))) {
      assertThat(report.words("Summary"))
          .contains("Proposal late-offer is for no payer with lines to compare: nothing to price.");
    }
  }

  @Test
  void marts_without_rows_still_make_a_workbook() throws IOException {
    try (WrittenReport report = written(InventedMarts.empty())) {
      assertThat(report.title("Summary"))
          .isEqualTo("No line of the period could be compared with Medicare");
    }
  }

  @Test
  void every_mart_has_a_csv_twin() throws IOException {
    Map<String, Rows> marts = PROPOSED;
    Path tables = reports.of(marts).resolve("tables");
    for (Rows rows : marts.values()) {
      Path twin = tables.resolve(rows.table().name() + ".csv");
      try (CSVParser csv = CSVParser.parse(Files.readString(twin), CSVFormat.DEFAULT)) {
        assertThat(csv.getRecords()).as(rows.table().name()).hasSize((int) rows.count() + 1);
      }
    }
  }

  @Test
  void charts_are_written_as_pictures_and_drawings() throws IOException {
    try (Stream<Path> files = Files.list(reports.of(PRACTICE).resolve("charts"))) {
      assertThat(files.map(file -> Objects.requireNonNull(file.getFileName()).toString()))
          .containsExactlyInAnyOrder(
              "multiples-by-payer-and-code.png",
              "multiples-by-payer-and-code.svg",
              "proposal-1.png",
              "proposal-1.svg",
              "proposal-2.png",
              "proposal-2.svg",
              "levers.png",
              "levers.svg",
              "allowed-per-unit.png",
              "allowed-per-unit.svg");
    }
  }

  private static WrittenReport written(Map<String, Rows> marts) throws IOException {
    return reports.opened(marts);
  }

  private static List<Mart.Line> lines(Map<String, Rows> marts, String name) {
    return Mart.of(Objects.requireNonNull(marts.get(name))).lines();
  }

  private static Map<String, Rows> few(@Nullable String proposalPayer) {
    return InventedMarts.of(
        List.of(
            InventedMarts.service("Medicare", "62323", "office", 90, "30000.00", "29900.00"),
            InventedMarts.service(
                InventedMarts.PINNACLE, "62323", "office", 60, "15000.07", "18300.00"),
            InventedMarts.service(
                InventedMarts.PINNACLE, "99214", "office", 40, "5000.03", "6400.00"),
            InventedMarts.service(InventedMarts.PINNACLE, "99213", "asc", 5, "499.90", "600.00"),
            InventedMarts.service(OTHER, "62323", "office", 30, "10000.00", "10000.00")),
        proposalPayer);
  }
}
