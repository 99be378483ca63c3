package org.allowable.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.allowable.model.InputException;
import org.allowable.worklist.WorklistScript.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an edited workbook adds to the history: nothing is lost, nothing written over. */
class WorklistUpdateTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final WorklistRow ROW = new WorklistRow("1999999984", "A-1", "Aetna");
  private static final WorklistRow OTHER = new WorklistRow("1999999984", "A-2", "Aetna");

  private final WorklistScript script = new WorklistScript();

  private WorklistUpdate.Additions read(Sheet sheet) {
    return script.read(sheet, TODAY);
  }

  private String value(WorklistField field) {
    WorklistEvent standing = script.history().standing(ROW, field, Integer.MAX_VALUE);
    return standing == null ? "none" : String.valueOf(standing.value());
  }

  @Test
  void a_row_as_it_was_written_adds_nothing() {
    assertThat(read(script.sheet(ROW)).events()).isEmpty();
  }

  @Test
  void an_edit_is_one_event_of_its_field() {
    assertThat(read(script.sheet(ROW).with(WorklistField.NOTE, "Called")).events())
        .extracting(WorklistEvent::field)
        .containsExactly(WorklistField.NOTE);
    assertThat(value(WorklistField.NOTE)).isEqualTo("Called");
  }

  @Test
  void a_cleared_cell_clears_the_field() {
    read(script.sheet(ROW).with(WorklistField.NOTE, "Called"));
    read(script.sheet(ROW).with(WorklistField.NOTE, ""));
    assertThat(value(WorklistField.NOTE)).isEqualTo("null");
  }

  @Test
  void two_edits_of_two_fields_from_the_same_workbook_are_no_conflict() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.NOTE, "Called"));
    assertThat(read(written.with(WorklistField.OWNER, "Kim")).conflicts()).isEmpty();
    assertThat(value(WorklistField.NOTE)).isEqualTo("Called");
    assertThat(value(WorklistField.OWNER)).isEqualTo("Kim");
  }

  @Test
  void two_edits_of_one_field_are_both_kept_the_earlier_counts_and_the_later_is_reported() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.STATUS, "In review"));
    WorklistUpdate.Additions found = read(written.with(WorklistField.STATUS, "Refused"));
    assertThat(found.conflicts())
        .containsExactly(new WorklistUpdate.Conflict("sheet Worklist, row 7", "Status"));
    assertThat(value(WorklistField.STATUS)).isEqualTo("IN_REVIEW");
    assertThat(script.history().events()).extracting(WorklistEvent::value).contains("REFUSED");
  }

  @Test
  void the_same_edit_by_two_people_is_one() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.STATUS, "Refused"));
    WorklistUpdate.Additions found = read(written.with(WorklistField.STATUS, "Refused"));
    assertThat(found.events()).isEmpty();
    assertThat(found.knownEdits()).isEqualTo(1);
  }

  @Test
  void a_conflict_that_is_read_again_is_not_recorded_again() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.STATUS, "In review"));
    read(written.with(WorklistField.STATUS, "Refused"));
    WorklistUpdate.Additions again = read(written.with(WorklistField.STATUS, "Refused"));
    assertThat(again.events()).isEmpty();
    assertThat(again.knownEdits()).isEqualTo(1);
  }

  @Test
  void an_edit_that_saw_only_the_standing_value_hides_no_conflict() {
    Sheet first = script.sheet(ROW);
    read(first.with(WorklistField.STATUS, "In review"));
    Sheet second = script.sheet(ROW);
    read(first.with(WorklistField.STATUS, "Refused"));
    assertThat(read(second.with(WorklistField.STATUS, "Paid")).conflicts()).hasSize(1);
    assertThat(script.history().openConflict(ROW, Integer.MAX_VALUE)).isNotNull();
  }

  @Test
  void an_edit_of_a_field_that_shows_its_conflict_settles_it() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.STATUS, "In review"));
    read(written.with(WorklistField.STATUS, "Refused"));
    read(script.sheet(ROW).with(WorklistField.STATUS, "Paid"));
    assertThat(script.history().openConflict(ROW, Integer.MAX_VALUE)).isNull();
    assertThat(value(WorklistField.STATUS)).isEqualTo("PAID");
  }

  @Test
  void clearing_the_conflict_settles_it_and_keeps_what_stands() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.STATUS, "In review"));
    read(written.with(WorklistField.STATUS, "Refused"));
    read(script.sheet(ROW).with(WorklistField.SETTLED, ""));
    assertThat(script.history().openConflict(ROW, Integer.MAX_VALUE)).isNull();
    assertThat(value(WorklistField.STATUS)).isEqualTo("IN_REVIEW");
  }

  @Test
  void a_conflict_that_came_after_the_workbook_is_not_settled_by_it() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.STATUS, "In review"));
    read(written.with(WorklistField.STATUS, "Refused"));
    Sheet settling = script.sheet(ROW).with(WorklistField.SETTLED, "");
    read(written.with(WorklistField.STATUS, "Paid"));
    read(settling);
    assertThat(script.history().openConflict(ROW, Integer.MAX_VALUE)).isNotNull();
  }

  @Test
  void whoever_is_named_may_edit_a_cell_of_one_workbook_again() {
    Sheet written = script.sheet(ROW);
    script.read(written.with(WorklistField.STATUS, "In review"), TODAY, "Kim");
    assertThat(script.read(written.with(WorklistField.STATUS, "Refused"), TODAY, "Kim").conflicts())
        .isEmpty();
    assertThat(value(WorklistField.STATUS)).isEqualTo("REFUSED");
    assertThat(script.read(written.with(WorklistField.STATUS, "Paid"), TODAY, "Lee").conflicts())
        .hasSize(1);
  }

  @Test
  void what_is_sent_is_sent_today_unless_a_date_is_entered() {
    read(script.sheet(ROW).with(WorklistField.STATUS, "Sent"));
    assertThat(value(WorklistField.SENT)).isEqualTo("2026-11-30");
    read(
        new WorklistScript.Sheet(
            new WorklistKey(OTHER, "A-2", "", "", 0, ""), script.sheet(OTHER).cells()));
    script.read(
        script
            .sheet(OTHER)
            .with(WorklistField.STATUS, "Sent")
            .with(WorklistField.SENT, "2026-11-12"),
        TODAY);
    assertThat(script.history().standing(OTHER, WorklistField.SENT, Integer.MAX_VALUE))
        .extracting(WorklistEvent::value)
        .isEqualTo("2026-11-12");
  }

  @Test
  void a_suggested_owner_that_nobody_touched_is_no_edit() {
    Sheet written = script.sheet(ROW);
    WorklistKey key = new WorklistKey(ROW, "A-1", "Billing", "", 0, "");
    Sheet shown = new Sheet(key, written.cells()).with(WorklistField.OWNER, "Billing");
    assertThat(read(shown).events()).isEmpty();
    assertThat(read(shown.with(WorklistField.OWNER, "Kim")).events()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS, Done, 'column Status: expected one of New, In review, Sent, Paid, Refused, Not valid, found another text'",
    "STATUS, '', 'column Status: expected one of New, In review, Sent, Paid, Refused, Not valid, found nothing'",
    "STATUS, Not valid, 'column Reason not valid: expected why a finding is not valid, found nothing'",
    "SENT, next week, 'column Sent on: expected a date such as 2026-11-30, found another text'",
    "SENT, 2026-12-24, 'column Sent on: expected a date up to today, found a later one'",
    "NEXT_STEP, 12, 'column Next step: expected a date such as 2026-11-30, found a number that is no date'"
  })
  void a_bad_cell_is_named_by_row_and_column_and_not_quoted(
      WorklistField field, String text, String said) {
    Sheet sheet = script.sheet(ROW).with(field, text);
    assertThatThrownBy(() -> read(sheet))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("list.xlsx, sheet Worklist, row 7, " + said)
        .hasMessageEndingWith("Nothing was recorded.");
    assertThat(script.history().events()).isEmpty();
  }

  @Test
  void a_workbook_of_a_warehouse_that_lacks_its_edits_is_refused() {
    read(script.sheet(ROW).with(WorklistField.NOTE, "Called"));
    Sheet written = script.sheet(ROW);
    assertThatThrownBy(() -> new WorklistScript().read(written, TODAY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--events");
  }

  @Test
  void a_rebuilt_warehouse_gets_every_edit_once() {
    Sheet written = script.sheet(ROW);
    read(written.with(WorklistField.STATUS, "In review"));
    read(written.with(WorklistField.STATUS, "Refused"));
    read(script.sheet(OTHER).with(WorklistField.STATUS, "Sent"));
    WorklistHistory rebuilt = new WorklistHistory(List.of());
    rebuilt.missing(script.history()).forEach(rebuilt::add);
    assertThat(rebuilt.events()).isEqualTo(script.history().events());
    assertThat(rebuilt.missing(script.history())).isEmpty();
  }

  @Test
  void edits_that_both_warehouses_made_meet_as_a_conflict() {
    WorklistScript other = new WorklistScript();
    read(script.sheet(ROW).with(WorklistField.STATUS, "Paid"));
    other.read(other.sheet(ROW).with(WorklistField.STATUS, "Refused"), TODAY);
    assertThat(script.history().missing(other.history()))
        .extracting(WorklistEvent::isConflict)
        .containsExactly(true);
  }

  // Nobody's edit may be gone, whoever reads what when: each is recorded, or equals what stands.
  @Test
  void no_edit_is_lost_in_random_work_of_three_people() {
    Random random = new Random(7);
    String[] statuses = {"New", "In review", "Sent", "Paid", "Refused"};
    Sheet[] open = {script.sheet(ROW), script.sheet(ROW), script.sheet(ROW)};
    for (int i = 0; i < 400; i++) {
      int person = random.nextInt(open.length);
      if (random.nextInt(3) == 0) {
        open[person] = script.sheet(ROW);
      }
      String status = statuses[random.nextInt(statuses.length)];
      Sheet edited = open[person].with(WorklistField.STATUS, status);
      String code = status.toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
      boolean isEdit = !status.equals(open[person].cells().get(WorklistField.STATUS));
      read(edited);
      boolean isThere =
          script.history().of(ROW, WorklistField.STATUS, Integer.MAX_VALUE).stream()
              .anyMatch(
                  event ->
                      event.number() > open[person].key().seen() && code.equals(event.value()));
      assertThat(isThere || !isEdit).as("edit %d to %s", i, code).isTrue();
    }
  }

  @Test
  void a_key_that_was_touched_is_no_key() {
    String text = new WorklistKey(ROW, "A-1", "Billing", "Coding", 3, "abc").text();
    assertThat(WorklistKey.of(text)).get().extracting(WorklistKey::row).isEqualTo(ROW);
    assertThat(WorklistKey.of(text.replace("A-1", "A-2"))).isEmpty();
    assertThat(WorklistKey.of("")).isEmpty();
  }
}
