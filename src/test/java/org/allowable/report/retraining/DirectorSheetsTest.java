package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.report.BarChart;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.LinkList;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.chart.ChartWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the director reads in the tables. */
class DirectorSheetsTest {

  private static final String NPI = "1999999943";

  private final InventedReview invented = new InventedReview();

  private List<@Nullable Object> column(String sheet, int table, String header) {
    TableBlock block =
        new ReviewWorkbook(invented.review(), Edition.DIRECTOR, List.of())
            .behind().stream()
                .filter(one -> one.name().equals(sheet))
                .flatMap(one -> one.blocks().stream())
                .filter(TableBlock.class::isInstance)
                .map(TableBlock.class::cast)
                .toList()
                .get(table);
    int place = block.columns().stream().map(Column::header).toList().indexOf(header);
    List<@Nullable Object> values = new ArrayList<>();
    for (ReportRow row : block.rows()) {
      values.add(row.values().get(place));
    }
    return values;
  }

  // A third chart has no room there; a quarter of the page was white.
  @Test
  void what_is_said_stands_under_the_first_two_charts_of_the_overview() {
    Picture picture =
        ChartWriter.picture(
            new BarChart("", "", Format.COUNT, List.of(new Chart.Bar("A", BigDecimal.ONE))),
            ChartSize.SMALL);
    List<Block> blocks =
        new ReviewWorkbook(
                invented.review(), Edition.DIRECTOR, List.of(picture, picture, picture, picture))
            .workbook()
            .sheets()
            .get(0)
            .blocks();
    assertThat(blocks)
        .hasSize(5)
        .extracting(Block::getClass)
        .containsExactly(
            KeyFigures.class,
            PictureBlock.class,
            TextBlock.class,
            PictureBlock.class,
            LinkList.class);
    assertThat(((PictureBlock) blocks.get(1)).pictures()).hasSize(2);
  }

  @Test
  void one_with_lines_over_the_year_alone_has_a_verdict() {
    invented.rate("year", NPI, "A. Adler", 80).verdict(NPI, "A. Adler", "HIGHER", "year");
    assertThat(column(ReviewSheetNames.PHYSICIANS, 0, "Physician")).containsExactly("A. Adler");
    assertThat(column(ReviewSheetNames.PHYSICIANS, 0, "Against peers"))
        .containsExactly("Higher than peers");
  }

  @Test
  void the_directors_work_names_the_physician() {
    invented.physician(NPI, "A. Adler", 80, "HIGHER");
    byName(Tables.named("mart_denial_work"));
    assertThat(column(ReviewSheetNames.WORK, 0, "Physician")).containsExactly("A. Adler");
  }

  @Test
  void the_directors_tracker_names_the_physician() {
    invented.physician(NPI, "A. Adler", 80, "HIGHER");
    byName(Tables.named("mart_session_radar"));
    assertThat(column(ReviewSheetNames.RADAR, 0, "Physician")).containsExactly("A. Adler");
  }

  private void byName(Table table) {
    invented.with(table, "rendering_npi", NPI, "physician", "A. Adler");
  }

  private String comparison(String label) {
    Sheet overview =
        new ReviewWorkbook(invented.review(), Edition.DIRECTOR, List.of())
            .workbook()
            .sheets()
            .get(0);
    return overview.blocks().stream()
        .filter(KeyFigures.class::isInstance)
        .flatMap(block -> ((KeyFigures) block).figures().stream())
        .filter(figure -> figure.label().equals(label))
        .map(KeyFigure::comparison)
        .findFirst()
        .orElseThrow();
  }

  private void frequencyDenial(String verdict, String charge, @Nullable BigDecimal expected) {
    invented.with(
        Tables.named("mart_frequency_proof"),
        "verdict",
        verdict,
        "charge_amount",
        new BigDecimal(charge),
        "expected_allowed_amount",
        expected);
  }

  @Test
  void wrong_frequency_denials_stand_on_the_overview_with_their_dollars() {
    frequencyDenial("WRONG", "800.00", new BigDecimal("210.00"));
    frequencyDenial("WRONG", "200.00", null);
    frequencyDenial("CORRECT", "5000.00", new BigDecimal("900.00"));
    assertThat(comparison("Frequency denials to appeal"))
        .isEqualTo("$1,000 charged, expected allowed $210; 1 not priced");
  }

  @Test
  void patients_without_a_session_left_stand_on_the_overview() {
    for (int left : new int[] {0, 0, 2}) {
      invented.with(Tables.named("mart_session_radar"), "left_count", left);
    }
    assertThat(comparison("No session left")).isEqualTo("of 3 patients by region");
  }

  @Test
  void what_is_at_stake_without_an_expectation_is_not_zero() {
    invented.with(Tables.named("mart_denial_work"), "claim_id", "1");
    assertThat(comparison("Open denials at stake")).isEqualTo("at stake: not known");
  }

  @Test
  void what_is_at_stake_says_how_many_are_not_known() {
    invented
        .with(Tables.named("mart_denial_work"), "claim_id", "1")
        .with(
            Tables.named("mart_denial_work"),
            "claim_id",
            "2",
            "at_stake_amount",
            new BigDecimal("70.00"));
    assertThat(comparison("Open denials at stake")).isEqualTo("$70 at stake; 1 not known");
  }
}
