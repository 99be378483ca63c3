package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Block;
import org.allowable.report.Mart;
import org.allowable.report.PictureBlock;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the bridge from earlier periods is laid out, and what it says where there is none. */
class BridgeSheetTest {

  private static final ReportPeriod PERIOD = ReportPeriod.of(YearMonth.of(2026, 9));

  private static List<Mart.Line> bridge(String name, String base) {
    List<Mart.Line> steps = new ArrayList<>();
    for (String bridged : List.of("ALLOWED", "PAID")) {
      for (String step : List.of("BASE", "VOLUME", "MONTH")) {
        Map<String, @Nullable Object> cells = new HashMap<>();
        cells.put("bridge", name);
        cells.put("bridged", bridged);
        cells.put("base_period", base);
        cells.put("step", step);
        cells.put("step_amount", new BigDecimal(step.equals("VOLUME") ? "10.00" : "100.00"));
        steps.add(new Mart.Line(cells));
      }
    }
    return steps;
  }

  private static List<Block> blocks(List<Mart.Line> steps) {
    return new BridgeSheet(PERIOD, Mart.of(steps)).sheet("").blocks();
  }

  // Charts of both first left the second table a page of its own, a third full.
  @Test
  void the_table_of_a_comparison_stands_under_its_charts() {
    List<Mart.Line> steps = new ArrayList<>(bridge("PRIOR_MONTH", "2026-08"));
    steps.addAll(bridge("PRIOR_YEAR", "2025-09"));
    List<Block> blocks = blocks(steps);
    assertThat(blocks)
        .hasSize(4)
        .extracting(Block::getClass)
        .containsExactly(
            PictureBlock.class, TableBlock.class, PictureBlock.class, TableBlock.class);
    assertThat(((TableBlock) blocks.get(1)).heading()).isEqualTo("Aug 2026 to Sep 2026");
    assertThat(((TableBlock) blocks.get(3)).heading()).isEqualTo("Sep 2025 to Sep 2026");
  }

  // Lines may be on file that nobody has answered.
  @Test
  void without_an_earlier_period_the_sheet_says_that_no_answered_line_is_on_file() {
    assertThat(blocks(List.of()))
        .singleElement()
        .isEqualTo(
            TextBlock.of("", "No answered line is on file of the month before or of a year ago."));
  }
}
