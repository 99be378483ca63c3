package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.allowable.model.Tables;
import org.allowable.report.Block;
import org.allowable.report.FunnelChart;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a physician reads. */
class PacketTest {

  private static final String NPI = "1999999943";

  private final InventedReview invented =
      new InventedReview().physician(NPI, "A. Adler", 30, "NOT_DIFFERENT");

  private String text() {
    Review review = invented.review();
    return new Packet(review, review.physicians().get(0))
        .workbook().sheets().stream()
            .flatMap(sheet -> sheet.blocks().stream())
            .map(PacketTest::text)
            .collect(Collectors.joining("\n"));
  }

  private static String text(Block block) {
    if (block instanceof TableBlock table) {
      StringBuilder text = new StringBuilder();
      for (ReportRow row : table.rows()) {
        text.append(row.values()).append('\n');
      }
      return text.toString();
    }
    return block instanceof TextBlock || block instanceof KeyFigures ? block.toString() : "";
  }

  @Test
  void of_fewer_than_three_it_says_that_the_others_are_left_out() {
    invented.physician("1999999935", "B. Brook", 30, "NOT_DIFFERENT");
    assertThat(text()).contains("Fewer than three physicians");
  }

  @Test
  void of_one_alone_nothing_is_left_out() {
    assertThat(text()).doesNotContain("Fewer than three physicians");
  }

  @Test
  void of_three_it_does_not() {
    invented
        .physician("1999999935", "B. Brook", 30, "NOT_DIFFERENT")
        .physician("1999999927", "C. Castro", 30, "NOT_DIFFERENT");
    assertThat(text()).doesNotContain("Fewer than three physicians");
  }

  private void example(String group) {
    invented
        .with(
            Tables.named("mart_denial_pattern"),
            "rendering_npi",
            NPI,
            "pattern_number",
            1,
            "denial_group",
            group,
            "line_count",
            3L,
            "without_expectation_line_count",
            2L,
            "without_recovery_line_count",
            3L)
        .with(
            Tables.named("mart_denial_example"),
            "rendering_npi",
            NPI,
            "pattern_number",
            1,
            "claim_line_key",
            7L,
            "outcome",
            "OPEN",
            "charge_amount",
            new BigDecimal("100.00"))
        .with(
            Tables.named("mart_frequency_proof"),
            "claim_line_key",
            7L,
            "verdict",
            "WRONG",
            "counted_count",
            2,
            "cap",
            4);
  }

  @Test
  void a_frequency_denial_is_held_against_the_sessions() {
    example("Frequency");
    assertThat(text()).contains("2 of 4");
  }

  @Test
  void a_line_denied_for_something_else_at_first_is_not() {
    example("Coding");
    assertThat(text()).doesNotContain("2 of 4");
  }

  @Test
  void what_was_recovered_of_lines_that_do_not_say_is_not_zero() {
    example("Coding");
    assertThat(text()).contains("3 not known").doesNotContain("$0.00");
  }

  @Test
  void charges_beside_an_expectation_of_some_say_how_many_are_not_priced() {
    Review review =
        new InventedReview()
            .with(
                Tables.named("mart_physician_rate"),
                "span",
                "period",
                "rendering_npi",
                NPI,
                "counted_charge_amount",
                new BigDecimal("900.00"),
                "counted_expected_amount",
                new BigDecimal("100.00"),
                "without_expectation_line_count",
                4L)
            .verdict(NPI, "A. Adler", "NOT_DIFFERENT", "period")
            .review();
    List<Block> blocks =
        new Packet(review, review.physicians().get(0)).workbook().sheets().get(0).blocks();
    assertThat(blocks.get(0).toString()).contains("expected allowed $100.00; 4 not priced");
  }

  private static final List<String> OTHER_VERDICTS =
      List.of(
          "higher than peers",
          "lower than peers",
          "no different from peers",
          "control limit",
          "too few lines");

  @ParameterizedTest
  @CsvSource({
    "HIGHER, period, higher than peers",
    "HIGHER, year, 'higher than peers, over 12 months'",
    "NOT_DIFFERENT, period, no different from peers",
    "LOWER, period, lower than peers",
  })
  void a_packet_says_one_verdict_in_title_and_chart(String verdict, String span, String said) {
    String npi = "1999999919";
    Review review =
        invented
            .rate(span, npi, "D. Dunn", 48)
            .rate(span.equals("year") ? "period" : "year", npi, "D. Dunn", 32)
            .verdict(npi, "D. Dunn", verdict, span)
            .month(npi, "2026-07", 9, 50)
            .center(npi, "0.0500000000", false)
            .signal(npi, "OUTSIDE", "2026-07")
            .review();
    Mart.Line own =
        review.physicians().stream()
            .filter(line -> line.text("rendering_npi").equals(npi))
            .findFirst()
            .orElseThrow();
    Sheet page = new Packet(review, own).workbook().sheets().get(0);
    assertThat(page.title()).isEqualTo("Your denial rate: " + said);
    FunnelChart funnel = Objects.requireNonNull(new ReviewCharts(review).funnelOf(npi));
    assertThat(funnel.title()).isEqualTo(page.title());
    String rest = page.blocks().toString();
    assertThat(OTHER_VERDICTS).filteredOn(other -> !said.contains(other)).noneMatch(rest::contains);
  }

  @Test
  void a_packet_says_one_number_with_its_limits() {
    assertThat(text())
        .contains("value=1.5", "48 denied of 400 lines with peers; at their rates 32")
        .contains("a difference of this size (95% limits 0.90x to 2.04x).");
  }

  @Test
  void where_peers_were_denied_nothing_there_is_no_number_and_no_limits() {
    Mart.Line verdict =
        new InventedReview()
            .with(
                Tables.named("mart_physician_verdict"),
                "peer_verdict",
                "HIGHER",
                "verdict_span",
                "period",
                "compared_line_count",
                100L,
                "observed_line_count",
                40L,
                "expected_line_count",
                BigDecimal.ZERO)
            .line("mart_physician_verdict");
    assertThat(VerdictText.basis(verdict))
        .isEqualTo("40 denied of 100 lines with peers; at their rates 0");
    assertThat(VerdictText.certainty(verdict)).endsWith("above peers.");
  }

  @Test
  void actions_stand_in_plain_verbs_with_their_lines() {
    invented.with(
        Tables.named("mart_physician_action"),
        "rendering_npi",
        NPI,
        "action_order",
        1,
        "change",
        "Sign the note",
        "denial_group",
        "Documentation",
        "hcpcs_codes",
        "99213",
        "line_count",
        7L,
        "charge_amount",
        new BigDecimal("700.00"));
    assertThat(text()).contains("Sign the note, Documentation, 99213, 7, 700.00, null");
  }
}
