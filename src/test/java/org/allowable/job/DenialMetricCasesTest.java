package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rates of denials, reckoned by hand. The payer without terms was sent 2, 3 and 4 lines in July,
 * August and September and answered 3 in October, one of them with CO-4. Medicare overturned one
 * denial, upheld one, paid one after a change, and left one open. The payer at the schedule
 * answered three lines in November: one denied and one denied in part, both upheld, and one paid.
 */
@Tag("long")
class DenialMetricCasesTest {

  private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

  private static final CaseFiles FILES = new CaseFiles();

  @TempDir private static Path folder = Path.of("");

  private static @Nullable DenialRun once;

  static {
    untermed("JULY", "20250710", 2);
    untermed("AUGUST1", "20250812", 1);
    untermed("AUGUST2", "20250812", 2);
    untermed("SEPTEMBER1", "20250911", 2);
    untermed("SEPTEMBER2", "20250911", 2);
    FILES.paidBy(
        "NOT01",
        "20251015",
        "CLP*JULY*1*300*80*20*12*J1*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20250710 CAS*CO*4*150 REF*6R*1",
        "SVC*HC:99213*150*80**1 DTM*472*20250710 CAS*CO*45*50 CAS*PR*2*20 REF*6R*2",
        "CLP*AUGUST1*1*150*80*20*12*A1*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20250812 CAS*CO*45*50 CAS*PR*2*20 REF*6R*1");
    for (String claim : new String[] {"WON", "LOST", "CHANGED", "LEFT"}) {
      medicare(claim, "1", "20251007", "99213");
      answered(claim, "20251020", "0", "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*50*150");
    }
    answered("WON", "20251110", "80", paid("99213"));
    answered("LOST", "20251110", "0", "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*193*150");
    medicare("CHANGED", "7", "20251025", "99213:25");
    answered("CHANGED", "20251110", "80", paid("99213:25"));
    november();
  }

  // Another payer answered three lines, a code without a charge, and one that it pays by head.
  private static void november() {
    for (String claim : new String[] {"BUNDLED", "IN_PART", "BYHEAD"}) {
      FILES.claim(claim).line("99213", "150");
    }
    FILES.claim("CLEAN").line("99213", "150", "1").line("G8427", "0", "2");
    String inPart = "SVC*HC:99213*150*50**1 DTM*472*20251006 CAS*CO*45*50**119*50";
    FILES.paid(
        "20251105",
        "CLP*BUNDLED*1*150*0**12*B1*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*97*150",
        "CLP*IN_PART*1*150*50**12*I1*11*1",
        inPart,
        "CLP*BYHEAD*1*150*0**12*H1*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*24*150",
        "CLP*CLEAN*1*150*80**12*C1*11*1",
        paid("99213") + " REF*6R*1",
        "SVC*HC:G8427*0*0**1 DTM*472*20251006 REF*6R*2");
    FILES.paid(
        "20251120",
        "CLP*BUNDLED*1*150*0**12*B2*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*193*150",
        "CLP*IN_PART*1*150*50**12*I2*11*1",
        inPart);
  }

  private static void untermed(String claim, String day, int lines) {
    ClaimText text = FILES.claim(claim).payer("NOT01").on(day).submitted(day);
    for (int i = 1; i <= lines; i++) {
      text.line("99213", "150", String.valueOf(i));
    }
  }

  private static void medicare(String claim, String frequency, String sent, String procedure) {
    FILES
        .claim(claim)
        .payer("MCR01")
        .filing("MB")
        .frequency(frequency)
        .submitted(sent)
        .line(procedure, "150");
  }

  private static String paid(String procedure) {
    return "SVC*HC:%s*150*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*2*20".formatted(procedure);
  }

  private static void answered(String claim, String day, String amount, String service) {
    FILES.paidBy(
        "MCR01",
        day,
        "CLP*%s*1*150*%s**MB*%s%s*11*1".formatted(claim, amount, claim, day),
        service);
  }

  @BeforeAll
  static void run_the_steps() throws IOException {
    once = DenialRun.of(FILES, folder, DenialRun.period("2025-12-31", "2025-09", "2025-12"));
  }

  @ParameterizedTest
  @CsvSource({
    // metric, level, dimension, member, month, numerator, denominator, value, n
    "initial_denial_rate,lines,payer,Termless,2025-10,1.00,3.00,0.333333,3",
    "initial_denial_rate,claims,payer,Termless,2025-10,1.00,2.00,0.500000,3",
    "initial_denial_rate,charge_dollars,payer,Termless,2025-10,150.00,450.00,0.333333,3",
    "initial_denial_rate,lines,all,all,period,6.00,10.00,0.600000,10",
    "initial_denial_rate,lines,all,all,2025-11,1.00,3.00,0.333333,3",
    "initial_denial_rate,lines,denial_group,Bundling,2025-11,1.00,3.00,0.333333,3",
    "initial_denial_rate,lines,denial_group,Bundling,period,1.00,10.00,0.100000,10",
    "denial_write_off_rate,lines,denial_group,Bundling,2025-11,1.00,3.00,0.333333,3",
    "denial_write_off_rate,lines,denial_signal,CO-97,2025-11,1.00,3.00,0.333333,3",
    "partial_denial_rate,lines,denial_group,Frequency,2025-11,1.00,3.00,0.333333,3",
    "partial_denial_rate,lines,denial_signal,Frequency,2025-11,1.00,3.00,0.333333,3",
    "partial_denial_write_off_rate,lines,denial_group,Frequency,2025-11,1.00,3.00,0.333333,3",
    "first_pass_rate,lines,all,all,2025-11,1.00,3.00,0.333333,3",
    "initial_denial_rate,lines,code,99213,2025-10,5.00,7.00,0.714286,7",
    "initial_denial_rate,lines,location,Office,2025-10,5.00,7.00,0.714286,7",
    "initial_denial_rate,expected_dollars,payer,Medicare,2025-10,400.00,400.00,1.000000,4",
    "initial_denial_rate,lines,denial_signal,CO-4,2025-10,1.00,7.00,0.142857,7",
    "initial_denial_rate,lines,denial_signal,CO-97,2025-10,0.00,7.00,0.000000,7",
    "initial_denial_rate,lines,denial_signal,Frequency,2025-10,0.00,7.00,0.000000,7",
    "initial_denial_rate_patient,lines,payer,Termless,2025-10,0.00,3.00,0.000000,3",
    "initial_denial_rate_three_months,lines,payer,Termless,2025-10,1.00,3.00,0.333333,9",
    "initial_denial_rate_three_months,claims,payer,Termless,2025-10,1.00,1.67,0.600000,9",
    "first_pass_rate,lines,payer,Termless,2025-10,2.00,3.00,0.666667,3",
    "overturn_rate,lines,payer,Medicare,2025-10,1.00,2.00,0.500000,2",
    "overturn_rate,expected_dollars,payer,Medicare,2025-10,100.00,200.00,0.500000,2",
    "recovery_rate,lines,payer,Medicare,2025-10,2.00,3.00,0.666667,3",
    "rework_rate,lines,payer,Medicare,2025-10,1.00,3.00,0.333333,3",
    "open_denial_rate,lines,payer,Medicare,2025-10,1.00,4.00,0.250000,4",
    "denial_write_off_rate,lines,payer,Medicare,period,1.00,4.00,0.250000,4"
  })
  void a_rate_says_what_it_was_made_of(
      String metric,
      String level,
      String dimension,
      String member,
      String month,
      BigDecimal numerator,
      BigDecimal denominator,
      BigDecimal value,
      long n) {
    assertThat(metric(metric, level, dimension, member, month))
        .containsEntry("numerator", numerator)
        .containsEntry("denominator", denominator)
        .hasEntrySatisfying(
            "value", found -> assertThat((BigDecimal) found).isCloseTo(value, within(MILLIONTH)))
        .containsEntry("n", n);
  }

  @Test
  void what_passed_at_first_has_no_group() {
    assertThat(Objects.requireNonNull(once).rows("mart_denial_metric"))
        .filteredOn(row -> "first_pass_rate".equals(row.get("metric")))
        .extracting(row -> row.get("dimension"))
        .isNotEmpty()
        .doesNotContain("denial_group", "denial_signal", "frequency_signal");
  }

  @Test
  void a_group_that_only_whole_denials_have_is_in_no_rate_of_partial_ones() {
    assertThat(Objects.requireNonNull(once).rows("mart_denial_metric"))
        .filteredOn(row -> "partial_denial_rate".equals(row.get("metric")))
        .extracting(row -> row.get("member"))
        .doesNotContain("Bundling", "CO-97");
  }

  @Test
  void without_three_months_before_there_is_no_average_of_them() {
    assertThat(metric("initial_denial_rate_three_months", "lines", "all", "all", "2025-09"))
        .containsEntry("value", null)
        .containsEntry("note", "FEWER_THAN_THREE_MONTHS_BEFORE");
  }

  @Test
  void lines_without_an_expectation_are_counted_beside_expected_dollars() {
    assertThat(metric("initial_denial_rate", "expected_dollars", "payer", "Termless", "2025-10"))
        .containsEntry("value", null)
        .containsEntry("without_amount_line_count", 3L);
  }

  private static Map<String, @Nullable Object> metric(
      String metric, String level, String dimension, String member, String month) {
    Map<String, Object> key =
        Map.of(
            "metric",
            metric,
            "level",
            level,
            "dimension",
            dimension,
            "member",
            member,
            "month",
            month);
    return Objects.requireNonNull(once).rows("mart_denial_metric").stream()
        .filter(row -> row.entrySet().containsAll(key.entrySet()))
        .reduce(
            (a, b) -> {
              throw new AssertionError("Two rows of " + key);
            })
        .orElseThrow(() -> new AssertionError("No row of " + key));
  }
}
