package org.allowable.job;

import static org.allowable.job.CauseHistory.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.allowable.config.Practice.PayerClass;
import org.allowable.job.CauseHistory.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Amounts allowed by payers at 100 percent of Medicare, worked out by hand. In 2026 in Northern New
 * Jersey 99213 is 105.93, 99214 is 150.65, 20610 is 76.92, 64483 is 300.73 and 64484 is 132.96.
 */
@Tag("long")
class CauseCasesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 6);
  private static final CauseHistory HISTORY = new CauseHistory();
  private static final Map<String, List<Line>> LINES = new TreeMap<>();

  private static void payer(String name, PayerClass payerClass, String before) {
    HISTORY.payer(name, payerClass, before, "100");
  }

  private static void line(
      String payer, String code, boolean isSameVisit, String expected, String allowed) {
    LINES
        .computeIfAbsent(payer, key -> new ArrayList<>())
        .add(HISTORY.line(payer, code, DAY, isSameVisit, expected, allowed, NONE));
  }

  @BeforeAll
  static void run() throws IOException {
    payer("Twice", PayerClass.COMMERCIAL, "100");
    line("Twice", "99213", false, "105.93", "103.81");
    line("Twice", "99214", false, "150.65", "147.64");
    payer("Thrice", PayerClass.COMMERCIAL, "100");
    line("Thrice", "99213", false, "105.93", "103.81");
    line("Thrice", "99214", false, "150.65", "147.64");
    line("Thrice", "20610", false, "76.92", "75.38");
    payer("Medicare", PayerClass.MEDICARE, "100");
    line("Medicare", "99213", false, "105.93", "103.81");
    line("Medicare", "99214", false, "150.65", "147.64");
    line("Medicare", "20610", false, "76.92", "75.38");
    // 85 percent was the rate before, too: one is as good as the other.
    payer("Tie", PayerClass.COMMERCIAL, "85");
    line("Tie", "99213", false, "105.93", "90.04");
    line("Tie", "99214", false, "150.65", "128.05");
    line("Tie", "20610", false, "76.92", "65.38");
    // Half of an add-on code, beside its first and alone.
    payer("Beside", PayerClass.COMMERCIAL, "100");
    payer("Alone", PayerClass.COMMERCIAL, "100");
    for (int i = 0; i < 3; i++) {
      line("Beside", "64483", false, "300.73", "300.73");
      line("Beside", "64484", true, "132.96", "66.48");
      line("Alone", "64484", false, "132.96", "66.48");
    }
    // Three at 98 percent beside thirty that nothing explains.
    payer("Chance", PayerClass.COMMERCIAL, "100");
    line("Chance", "99213", false, "105.93", "103.81");
    line("Chance", "99214", false, "150.65", "147.64");
    line("Chance", "20610", false, "76.92", "75.38");
    for (int i = 0; i < 30; i++) {
      line("Chance", "99214", false, "150.65", 100 + i + ".37");
    }
    // A cent more than 98 percent.
    payer("Cent", PayerClass.COMMERCIAL, "100");
    line("Cent", "99213", false, "105.93", "103.82");
    line("Cent", "99214", false, "150.65", "147.65");
    line("Cent", "20610", false, "76.92", "75.39");
    HISTORY.run();
  }

  private static List<String> causes(String payer) {
    return Objects.requireNonNull(LINES.get(payer)).stream()
        .map(HISTORY::cause)
        .distinct()
        .toList();
  }

  @Test
  void the_lines_are_expected_at_the_prices_worked_out_by_hand() {
    assertThat(HISTORY.lines())
        .allSatisfy(line -> assertThat(HISTORY.price(line)).isEqualTo(line.expected()));
  }

  @Test
  void three_lines_two_percent_short_are_sequestration() {
    assertThat(causes("Thrice")).containsExactly("Sequestration");
  }

  @Test
  void two_lines_are_too_few() {
    assertThat(causes("Twice")).containsExactly(NONE);
  }

  @Test
  void medicare_does_not_lower_what_it_allows_by_mistake() {
    assertThat(causes("Medicare")).containsExactly(NONE);
  }

  @Test
  void causes_that_give_the_same_cents_are_both_named() {
    assertThat(causes("Tie"))
        .containsExactly("85% of a practitioner or Earlier rate (85% to 12/31/2025)");
  }

  @Test
  void an_add_on_code_at_half_beside_another_is_a_cut_not_due() {
    assertThat(causes("Beside")).containsExactly(NONE, "Multiple-procedure cut not due");
  }

  @Test
  void a_code_alone_was_not_cut_for_another() {
    assertThat(causes("Alone")).containsExactly(NONE);
  }

  @Test
  void three_of_thirty_three_are_chance() {
    assertThat(causes("Chance")).containsExactly(NONE);
  }

  @Test
  void a_cent_off_is_not_the_cause() {
    assertThat(causes("Cent")).containsExactly(NONE);
  }
}
