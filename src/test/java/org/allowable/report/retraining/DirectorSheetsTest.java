package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.report.Column;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Row;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the director reads in the tables. */
class DirectorSheetsTest {

  private static final String NPI = "1999999943";

  private final InventedReview invented = new InventedReview();

  private List<@Nullable Object> column(String sheet, int table, String header) {
    TableBlock block =
        new DirectorSheets(invented.review())
            .all().stream()
                .filter(one -> one.name().equals(sheet))
                .flatMap(one -> one.blocks().stream())
                .filter(TableBlock.class::isInstance)
                .map(TableBlock.class::cast)
                .toList()
                .get(table);
    int place = block.columns().stream().map(Column::header).toList().indexOf(header);
    List<@Nullable Object> values = new ArrayList<>();
    for (Row row : block.rows()) {
      values.add(row.values().get(place));
    }
    return values;
  }

  private void finding(String element) {
    invented.with(
        Tables.named("mart_review_finding"),
        "claim_line_key",
        1L,
        "rule",
        "NOTE",
        "label",
        "The note lacks it",
        "severity",
        "audit",
        "detail",
        element,
        "charge_amount",
        new BigDecimal("500.00"),
        "was_denied",
        true);
  }

  @Test
  void a_line_that_lacks_three_things_is_charged_once() {
    List.of("consent", "dose", "volume").forEach(this::finding);
    assertThat(column(SheetNames.CODING, 0, "Findings")).containsExactly(3L);
    assertThat(column(SheetNames.CODING, 0, "Charges")).containsExactly(new BigDecimal("500.00"));
    assertThat(column(SheetNames.CODING, 0, "Denied")).containsExactly(1L);
  }

  @Test
  void one_named_over_the_year_alone_stands_among_the_physicians() {
    invented.with(
        Tables.named("mart_physician_rate"),
        "span",
        "year",
        "rendering_npi",
        NPI,
        "physician",
        "A. Adler",
        "place",
        "NAMED");
    assertThat(column(SheetNames.PHYSICIANS, 0, "Physician")).isEmpty();
    assertThat(column(SheetNames.PHYSICIANS, 1, "Physician")).containsExactly("A. Adler");
  }

  @Test
  void the_work_names_nobody() {
    invented.physician(NPI, "A. Adler", 80, "NAMED");
    byName(Tables.named("mart_denial_work"));
    assertThat(column(SheetNames.WORK, 0, "Physician")).containsExactly("Physician A");
  }

  @Test
  void the_radar_names_nobody() {
    invented.physician(NPI, "A. Adler", 80, "NAMED");
    byName(Tables.named("mart_session_radar"));
    assertThat(column(SheetNames.RADAR, 0, "Physician")).containsExactly("Physician A");
  }

  private void byName(Table table) {
    invented.with(table, "rendering_npi", NPI, "physician", "A. Adler");
  }

  private void pattern(@Nullable String npi, String codes, String change) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                "denial_group",
                "Bundling",
                "denial_signal",
                "CO-97",
                "family",
                "Epidural",
                "coding_rule",
                "EDIT",
                "hcpcs_codes",
                codes,
                "charge_amount",
                new BigDecimal("100.00"),
                "line_count",
                1L,
                "rule_said",
                "An edit holds",
                "change",
                change,
                "lesson_change",
                "Look up the edit first"));
    if (npi != null) {
      cells.addAll(List.of("rendering_npi", npi));
    }
    invented.with(Tables.named("mart_denial_pattern"), cells.toArray());
  }

  @Test
  void what_to_change_for_one_code_is_not_said_of_all() {
    pattern("1", "62323", "62323 includes 77003");
    pattern("2", "64483", "64483 includes 77003");
    assertThat(column(SheetNames.PATTERNS, 0, "What to change"))
        .containsExactly("Look up the edit first");
  }

  @Test
  void what_to_change_for_all_is_said() {
    pattern("1", "62323", "62323 includes 77003");
    pattern("2", "62323", "62323 includes 77003");
    assertThat(column(SheetNames.PATTERNS, 0, "What to change"))
        .containsExactly("62323 includes 77003");
  }

  @Test
  void lines_of_nobody_are_no_physician() {
    pattern("1", "62323", "62323 includes 77003");
    pattern(null, "62323", "62323 includes 77003");
    assertThat(column(SheetNames.PATTERNS, 0, "Physicians")).containsExactly(1L);
  }

  private String comparison(String label) {
    Sheet overview = new DirectorWorkbook(invented.review(), List.of()).workbook().sheets().get(0);
    return overview.blocks().stream()
        .filter(KeyFigures.class::isInstance)
        .flatMap(block -> ((KeyFigures) block).figures().stream())
        .filter(figure -> figure.label().equals(label))
        .map(KeyFigure::comparison)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_is_at_stake_without_an_expectation_is_not_zero() {
    invented.with(Tables.named("mart_denial_work"), "claim_id", "1");
    assertThat(comparison("Open denials")).isEqualTo("at stake: not known");
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
    assertThat(comparison("Open denials")).isEqualTo("$70 at stake; 1 not known");
  }
}
