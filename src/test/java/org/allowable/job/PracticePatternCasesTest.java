package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What physicians' patterns and findings are together, for the practice. */
@Tag("long")
class PracticePatternCasesTest {

  private final ReviewTables tables = new ReviewTables();

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
                "denial_codes",
                "CO-97 M15, CO-97 N20",
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
    tables.with(Tables.named("int_denial_pattern"), cells.toArray());
  }

  private Map<String, @Nullable Object> together() {
    List<Map<String, @Nullable Object>> rows = tables.make(Tables.named("mart_practice_pattern"));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void what_to_change_for_one_code_is_not_said_of_all() {
    pattern("1", "62323", "62323 includes 77003");
    pattern("2", "64483", "64483 includes 77003");
    assertThat(together()).containsEntry("change", "Look up the edit first");
  }

  @Test
  void what_to_change_for_all_is_said() {
    pattern("1", "62323", "62323 includes 77003");
    pattern("2", "62323", "62323 includes 77003");
    assertThat(together()).containsEntry("change", "62323 includes 77003");
  }

  @Test
  void lines_of_nobody_are_no_physician() {
    pattern("1", "62323", "62323 includes 77003");
    pattern(null, "62323", "62323 includes 77003");
    assertThat(together()).containsEntry("physician_count", 1L);
  }

  @Test
  void codes_of_several_stand_once_and_in_order() {
    pattern("1", "64483 62323", "x");
    pattern("2", "62321 62323", "x");
    assertThat(together())
        .containsEntry("hcpcs_codes", "62321 62323 64483")
        .containsEntry("denial_codes", "CO-97 M15, CO-97 N20");
  }

  @Test
  void an_amount_that_is_known_of_no_line_is_not_known() {
    pattern("1", "62323", "x");
    assertThat(together()).containsEntry("recovered_amount", null);
  }

  @Test
  void a_rule_that_differs_in_its_source_is_said_without_one() {
    pattern("1", "62323", "x");
    tables.with(
        Tables.named("int_denial_pattern"),
        "denial_group",
        "Bundling",
        "denial_signal",
        "CO-97",
        "family",
        "Epidural",
        "coding_rule",
        "EDIT",
        "charge_amount",
        new BigDecimal("1.00"),
        "rule_said",
        "An edit holds",
        "rule_source",
        "NCCI");
    assertThat(together())
        .containsEntry("rule_said", "An edit holds")
        .containsEntry("rule_source", null);
  }

  @Test
  void a_line_that_lacks_three_things_is_charged_once() {
    tables.with(
        Tables.named("int_coding_line"), "claim_line_key", 1L, "service_date", "2026-07-20");
    tables.with(Tables.named("int_denial"), "claim_line_key", 1L);
    for (String element : List.of("consent", "dose", "volume")) {
      tables.with(
          Tables.named("int_coding_finding"),
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
          new BigDecimal("500.00"));
    }
    assertThat(
            tables.make(
                Tables.named("int_review_finding"), Tables.named("mart_coding_rule_finding")))
        .containsExactly(
            Map.of(
                "rule",
                "NOTE",
                "label",
                "The note lacks it",
                "severity",
                "audit",
                "finding_count",
                3L,
                "charge_amount",
                new BigDecimal("500.00"),
                "denied_line_count",
                1L));
  }
}
