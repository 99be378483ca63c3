package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.worklist.WorklistScript;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which claims are in which letter, a case a rule. An office 99213 is expected at 100 dollars, a
 * 99214 at 200; the payer takes an appeal for 90 days.
 */
@Tag("long")
class PacketCasesTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 13);

  @TempDir private static Path folder = Path.of("");

  private static final Map<LocalDate, WorklistRun> RUNS = new HashMap<>();

  @BeforeAll
  static void make_the_packets() throws IOException {
    CaseFiles files = new CaseFiles();
    // Short by 20 dollars on one line, and denied 200 on the other.
    files.claim("TWO").line("99213", "150", "1").line("99214", "300", "2");
    files.paid(
        "20251015",
        "CLP*TWO*1*450*80**12*NTWO*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*70 REF*6R*1",
        "SVC*HC:99214*300*0**1 DTM*472*20251006 CAS*CO*50*300 REF*6R*2");
    files.claim("SHORT").line("99213", "150");
    files.paid(
        "20251015",
        "CLP*SHORT*1*150*70**12*NSHORT*11*1",
        "SVC*HC:99213*150*70**1 DTM*472*20251006 CAS*CO*45*80");
    // A code that has no fee.
    files.claim("UNPRICED").line("99499", "150");
    files.paid(
        "20251015",
        "CLP*UNPRICED*4*150*0**12*NUNPRICED*11*1",
        "SVC*HC:99499*150*0**1 DTM*472*20251006 CAS*CO*50*150");
    Path warehouse = WorklistRun.warehouse(files, folder);
    for (LocalDate day : List.of(LAST_DAY, LAST_DAY.plusDays(1))) {
      RUNS.put(day, WorklistRun.packets(warehouse, folder, new WorklistScript(), day, "Hundred"));
    }
  }

  private static List<Map<String, @Nullable Object>> rows(LocalDate day, String mart) {
    return RUNS.getOrDefault(day, new WorklistRun(Map.of())).rows(mart);
  }

  private static Object reasons(LocalDate day) {
    Map<Object, Object> reasons = new HashMap<>();
    rows(day, "mart_packet_left_out")
        .forEach(
            row ->
                reasons.put(
                    row.get("left_out_reason") + " " + row.get("worklist_finding"),
                    String.valueOf(row.get("line_count"))));
    return reasons;
  }

  @Test
  void a_claim_with_two_causes_is_in_the_letter_of_the_one_with_more_dollars_with_both_lines() {
    assertThat(rows(LAST_DAY, "mart_packet_line"))
        .filteredOn(row -> "TWO".equals(row.get("claim_id")))
        .extracting(row -> row.get("hcpcs_code") + " " + row.get("packet_cause"))
        .containsExactlyInAnyOrder("99213 Medical necessity", "99214 Medical necessity");
  }

  @Test
  void its_dollars_are_in_that_letter_alone() {
    assertThat(rows(LAST_DAY, "mart_packet"))
        .extracting(row -> row.get("packet_cause"), row -> row.get("disputed_amount"))
        .containsExactlyInAnyOrder(
            tuple("Medical necessity", usd("220.00")), tuple("Not explained", usd("30.00")));
  }

  @Test
  void on_the_last_day_of_its_window_a_claim_is_in_a_letter() {
    assertThat(rows(LAST_DAY, "mart_packet_claim"))
        .extracting(row -> row.get("claim_id"))
        .containsExactlyInAnyOrder("TWO", "SHORT");
  }

  @Test
  void the_day_after_none_is_and_the_reason_is_counted() {
    LocalDate after = LAST_DAY.plusDays(1);
    assertThat(rows(after, "mart_packet_line")).isEmpty();
    assertThat(reasons(after))
        .isEqualTo(Map.of("PAST_WINDOW DENIED", "2", "PAST_WINDOW UNDERPAID", "2"));
  }

  @Test
  void a_denial_without_a_price_is_in_no_letter_and_the_reason_is_counted() {
    assertThat(rows(LAST_DAY, "mart_packet_line"))
        .noneMatch(row -> "UNPRICED".equals(row.get("claim_id")));
    assertThat(reasons(LAST_DAY)).isEqualTo(Map.of("NO_PRICE DENIED", "1"));
  }

  @Test
  void every_control_holds() {
    for (LocalDate day : RUNS.keySet()) {
      assertThat(rows(day, "mart_packet_control"))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row).containsEntry("difference_amount", usd("0.00")));
    }
  }
}
