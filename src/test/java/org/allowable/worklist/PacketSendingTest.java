package org.allowable.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims of packets that are marked as sent, beside what people said of them. */
class PacketSendingTest {

  private static final LocalDate WENT = LocalDate.of(2026, 11, 28);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final WorklistRow ROW = new WorklistRow("1999999984", "A-1", "Aetna");
  private static final WorklistRow OTHER = new WorklistRow("1999999984", "A-2", "Aetna");

  private final WorklistScript script = new WorklistScript();

  private PacketSending.Marked marked(String packets) {
    return new PacketSending(List.of(claim(ROW, "12.50"), claim(OTHER, "7.25")), WENT)
        .in(
            script.history(),
            "The packets",
            packets,
            TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static PacketSending.SentClaim claim(WorklistRow row, String amount) {
    return new PacketSending.SentClaim(
        row, row.claimKey(), "Last year's RVUs", new BigDecimal(amount));
  }

  private static List<String> said(PacketSending.Marked marked) {
    return marked.events().stream()
        .map(e -> e.row().claimKey() + " " + e.field() + " " + e.value() + " " + e.cause())
        .toList();
  }

  @Test
  void each_claim_is_sent_on_the_day_with_the_cause_of_its_letter() {
    assertThat(said(marked("one")))
        .containsExactly(
            "A-1 STATUS SENT Last year's RVUs",
            "A-1 SENT 2026-11-28 Last year's RVUs",
            "A-2 STATUS SENT Last year's RVUs",
            "A-2 SENT 2026-11-28 Last year's RVUs");
  }

  @Test
  void dollars_are_those_of_the_claims_that_are_marked() {
    script.says(OTHER, "", WorklistStatus.REFUSED, TODAY.minusDays(5));
    assertThat(marked("one").disputedAmount()).isEqualByComparingTo("12.50");
  }

  @ParameterizedTest
  @EnumSource(names = {"SENT", "PAID", "REFUSED", "NOT_VALID"})
  void a_claim_that_is_sent_settled_or_not_valid_stays_as_it_is(WorklistStatus status) {
    script.says(OTHER, "", status, TODAY.minusDays(5));
    assertThat(said(marked("one"))).hasSize(2).allMatch(event -> event.startsWith("A-1 "));
  }

  @Test
  void one_in_review_is_marked() {
    script.says(OTHER, "", WorklistStatus.IN_REVIEW, TODAY.minusDays(5));
    assertThat(said(marked("one"))).anyMatch(event -> event.startsWith("A-2 STATUS SENT"));
  }

  @Test
  void the_same_packets_are_marked_once_even_where_somebody_took_a_claim_back() {
    marked("one").events().forEach(script.history()::add);
    script.says(OTHER, "", WorklistStatus.NEW, TODAY);
    PacketSending.Marked again = marked("one");
    assertThat(again.events()).isEmpty();
    assertThat(again.isKnown()).isTrue();
  }

  @Test
  void a_claim_that_was_taken_back_is_sent_again_with_other_packets() {
    marked("one").events().forEach(script.history()::add);
    script.says(OTHER, "", WorklistStatus.NEW, TODAY);
    assertThat(said(marked("two")))
        .containsExactly(
            "A-2 STATUS SENT Last year's RVUs", "A-2 SENT 2026-11-28 Last year's RVUs");
  }

  @Test
  void what_else_stands_of_the_claim_is_left() {
    script.read(
        script
            .sheet(ROW)
            .with(WorklistField.NOTE, "Called")
            .with(WorklistField.OWNER, "Kim")
            .with(WorklistField.NEXT_STEP, "2026-12-15"),
        TODAY);
    assertThat(said(marked("one"))).noneMatch(event -> event.matches("A-1 (NOTE|OWNER|NEXT).*"));
  }

  @Test
  void an_open_conflict_stays_open() {
    WorklistScript.Sheet written = script.sheet(ROW);
    script.read(written.with(WorklistField.NOTE, "Called"), TODAY);
    script.read(written.with(WorklistField.NOTE, "Written"), TODAY);
    marked("one").events().forEach(script.history()::add);
    assertThat(script.history().openConflict(ROW, Integer.MAX_VALUE)).isNotNull();
  }

  @Test
  void a_workbook_written_before_that_says_nothing_of_the_status_is_in_no_conflict() {
    WorklistScript.Sheet written = script.sheet(ROW);
    marked("one").events().forEach(script.history()::add);
    WorklistUpdate.Additions found = script.read(written.with(WorklistField.NOTE, "Called"), TODAY);
    assertThat(found.conflicts()).isEmpty();
    assertThat(script.history().standing(ROW, WorklistField.STATUS, Integer.MAX_VALUE))
        .extracting(WorklistEvent::value)
        .isEqualTo("SENT");
  }
}
