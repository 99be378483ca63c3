package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.allowable.model.Tables;
import org.allowable.report.Block;
import org.allowable.report.KeyFigures;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.junit.jupiter.api.Test;

/** What a physician reads. */
class PacketTest {

  private static final String NPI = "1999999943";

  private final InventedReview invented =
      new InventedReview().physician(NPI, "A. Adler", 30, "WITHIN");

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
    invented.physician("1999999935", "B. Brook", 30, "WITHIN");
    assertThat(text()).contains("Fewer than three physicians");
  }

  @Test
  void of_three_it_does_not() {
    invented
        .physician("1999999935", "B. Brook", 30, "WITHIN")
        .physician("1999999927", "C. Castro", 30, "WITHIN");
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
                4L,
                "place",
                "WITHIN")
            .review();
    List<Block> blocks =
        new Packet(review, review.physicians().get(0)).workbook().sheets().get(0).blocks();
    assertThat(blocks.get(0).toString()).contains("expected allowed $100.00; 4 not priced");
  }

  @Test
  void peers_denied_nothing_are_said_to_be() {
    Review review =
        new InventedReview()
            .with(
                Tables.named("mart_physician_rate"),
                "span",
                "period",
                "compared_line_count",
                100L,
                "observed_line_count",
                40L,
                "expected_line_count",
                BigDecimal.ZERO)
            .review();
    assertThat(PlaceText.sentence(review.physicians().get(0)))
        .startsWith("Of 100 lines with peers, 40 had a provider-controllable initial denial")
        .endsWith("none had.");
  }
}
