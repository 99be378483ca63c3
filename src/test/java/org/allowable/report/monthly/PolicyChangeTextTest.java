package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.allowable.report.Mart;
import org.junit.jupiter.api.Test;

/** What the sheet of changes says of them in a sentence. */
class PolicyChangeTextTest {

  @Test
  void the_latest_month_is_said_as_the_sheet_shows_it() {
    Mart changes =
        Mart.of(
            List.of(
                new Mart.Line(Map.of("payer", "Hundred", "change_month", "2026-07")),
                new Mart.Line(Map.of("payer", "Hundred", "change_month", "2025-12"))));
    assertThat(new PolicyChangeText(changes).sentence())
        .isEqualTo("2 changes by 1 payer, the latest from Jul 2026.");
  }
}
