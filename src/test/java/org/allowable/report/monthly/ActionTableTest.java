package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Mart;
import org.allowable.report.ReportRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the first page says beside each thing to do. */
class ActionTableTest {

  private static Map<String, @Nullable Object> action(String name) {
    Map<String, @Nullable Object> cells = new HashMap<>();
    cells.put("action", name);
    for (String count :
        List.of(
            "line_count",
            "without_amount_line_count",
            "all_line_count",
            "all_without_amount_line_count")) {
      cells.put(count, 3L);
    }
    cells.put("amount", new BigDecimal("120.00"));
    cells.put("all_amount", new BigDecimal("300.00"));
    return cells;
  }

  private static List<@Nullable Object> shown(Map<String, @Nullable Object> cells) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ReportRow row : new ActionTable(Mart.of(List.of(new Mart.Line(cells)))).table().rows()) {
      rows.add(row.values());
    }
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void claims_to_follow_up_say_the_nearest_limit() {
    Map<String, @Nullable Object> late = action("FOLLOW_UP");
    late.put("due_date", LocalDate.of(2026, 11, 3));
    assertThat(shown(late).get(1)).isEqualTo("late or near the filing limit, the first by Nov 3");
  }

  @Test
  void where_no_claim_is_late_the_row_says_so_beside_all_of_them() {
    Map<String, @Nullable Object> none = action("FOLLOW_UP");
    none.put("line_count", 0L);
    assertThat(shown(none).get(1)).isEqualTo("none late or near the filing limit");
  }

  @Test
  void a_day_without_a_row_of_deadline_notice_is_said_and_no_number_is_made_up() {
    Map<String, @Nullable Object> appeal = action("APPEAL");
    appeal.put("due_date", LocalDate.of(2026, 1, 13));
    appeal.put("due_soon_days", null);
    assertThat(shown(appeal).get(1)).isEqualTo("due-soon days are not set in deadline_notice");
  }

  @Test
  void days_and_the_first_day_are_those_of_the_row() {
    Map<String, @Nullable Object> appeal = action("APPEAL");
    appeal.put("due_date", LocalDate.of(2026, 1, 13));
    appeal.put("due_soon_days", 45);
    assertThat(shown(appeal).get(1)).isEqualTo("due within 45 days, the first by Jan 13");
  }

  @Test
  void the_largest_cause_says_payer_and_mistake_and_that_its_dollars_are_counted_above() {
    Map<String, @Nullable Object> dispute = action("DISPUTE");
    dispute.put("payer", "Pinnacle Health");
    dispute.put("cause", "Last year's RVUs");
    assertThat(shown(dispute))
        .contains("of these: Pinnacle Health, Last year's RVUs", "in the row above already");
  }
}
