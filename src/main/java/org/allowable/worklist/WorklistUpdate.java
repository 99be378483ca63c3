package org.allowable.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook adds to a history: of each field, what the editor saw, what stands now and what
 * stands in the workbook are compared. Nothing is written over: an edit of a field that somebody
 * else edited meanwhile is added as a conflict.
 */
public final class WorklistUpdate {

  /**
   * An edit that met another.
   *
   * @param place sheet and row
   * @param column header
   */
  public record Conflict(String place, String column) {}

  /**
   * What was found.
   *
   * @param events edits to be recorded, in order
   * @param knownEdits edits that were recorded before
   * @param conflicts those of the events that met another
   * @param isKnownFile whether this very file was read before
   */
  public record Additions(
      List<WorklistEvent> events, int knownEdits, List<Conflict> conflicts, boolean isKnownFile) {}

  private final String file;
  private final String sourceSha256;
  private final @Nullable String by;
  private final Instant now;
  private final LocalDate today;
  private final List<WorklistEvent> added = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private WorklistHistory history = new WorklistHistory(List.of());
  private int known;

  /**
   * An update by a workbook.
   *
   * @param file its name, for complaints
   * @param sourceSha256 its hash
   * @param by whose workbook it is: who edits a field again is in no conflict with himself. Null
   *     where nobody says
   * @param now the time
   * @param today the day of what is sent now
   */
  public WorklistUpdate(
      String file, String sourceSha256, @Nullable String by, Instant now, LocalDate today) {
    this.file = file;
    this.sourceSha256 = sourceSha256;
    this.by = by;
    this.now = now;
    this.today = today;
  }

  /**
   * Compares.
   *
   * @param recorded what is recorded
   * @throws InputException if a cell is not as it must be, or the workbook is of another warehouse;
   *     then there is nothing to be recorded
   */
  public Additions by(List<EditedRow> rows, WorklistHistory recorded) {
    if (recorded.hasRead(sourceSha256)) {
      return new Additions(List.of(), 0, List.of(), true);
    }
    history = recorded.following();
    for (EditedRow row : rows) {
      int seen = seen(row);
      check(row, seen);
      WorklistEvent status = edit(row, WorklistField.STATUS, seen);
      sent(row, seen, status);
      for (WorklistField field : WorklistField.VALUES) {
        if (field != WorklistField.STATUS && field != WorklistField.SENT) {
          edit(row, field, seen);
        }
      }
      settle(row, seen);
    }
    return new Additions(List.copyOf(added), known, List.copyOf(conflicts), false);
  }

  // By its id: a warehouse that was rebuilt may number its edits otherwise.
  private int seen(EditedRow row) {
    if (row.key().seenId().isEmpty()) {
      return 0;
    }
    WorklistEvent last = history.named(row.key().seenId());
    if (last == null) {
      throw new InputException(
          file
              + ": expected a worklist of this warehouse, found one that was written when edits were"
              + " recorded that this warehouse lacks. Name the warehouse that it was written from,"
              + " or bring that one's edits here with --events.");
    }
    return last.number();
  }

  private void check(EditedRow row, int seen) {
    status(row);
    for (WorklistField field : WorklistField.VALUES) {
      if (field.isDay()) {
        day(row, field);
      } else if (row.cell(field).length() > WorklistField.MOST_CHARACTERS) {
        throw wrong(
            row,
            field,
            "at most " + WorklistField.MOST_CHARACTERS + " characters",
            "more",
            "Shorten it.");
      }
    }
    boolean isEdited =
        isEdited(row, WorklistField.STATUS, seen) || isEdited(row, WorklistField.REASON, seen);
    if (isEdited
        && status(row) == WorklistStatus.NOT_VALID
        && row.cell(WorklistField.REASON).isEmpty()) {
      throw wrong(
          row,
          WorklistField.REASON,
          "why a finding is not valid",
          "nothing",
          "Say what is wrong in our contract or setup, or choose another status.");
    }
    if (isEdited(row, WorklistField.SENT, seen)
        && !row.cell(WorklistField.SENT).isEmpty()
        && LocalDate.parse(row.cell(WorklistField.SENT)).isAfter(today)) {
      throw wrong(
          row,
          WorklistField.SENT,
          "a date up to today",
          "a later one",
          "Enter the day on which it was sent.");
    }
  }

  private WorklistStatus status(EditedRow row) {
    return WorklistStatus.of(row.cell(WorklistField.STATUS))
        .orElseThrow(
            () ->
                wrong(
                    row,
                    WorklistField.STATUS,
                    "one of " + String.join(", ", WorklistStatus.labels()),
                    row.cell(WorklistField.STATUS).isEmpty() ? "nothing" : "another text",
                    "Choose one from the cell's list."));
  }

  private void day(EditedRow row, WorklistField field) {
    String text = row.cell(field);
    try {
      if (!text.isEmpty()) {
        LocalDate.parse(text);
      }
    } catch (java.time.DateTimeException e) {
      throw wrong(
          row,
          field,
          "a date such as 2026-11-30",
          text.matches("[-+.0-9]+") ? "a number that is no date" : "another text",
          "Enter a date, or clear the cell.");
    }
  }

  private InputException wrong(
      EditedRow row, WorklistField field, String expected, String found, String advice) {
    return InputException.at(
        file,
        row.place() + ", column " + field.header(),
        expected,
        found,
        advice + " Nothing was recorded.");
  }

  // What the cell holds, as it is recorded.
  private @Nullable String theirs(EditedRow row, WorklistField field) {
    if (field == WorklistField.STATUS) {
      return status(row).name();
    }
    String text = row.cell(field);
    return text.isEmpty() ? null : text;
  }

  // What the sheet shows of an edit, or of none.
  private static @Nullable String shown(
      EditedRow row, WorklistField field, @Nullable WorklistEvent standing) {
    String value = standing == null ? null : standing.value();
    if (value == null && field == WorklistField.STATUS) {
      return WorklistStatus.NEW.name();
    }
    if (value == null && field == WorklistField.OWNER) {
      String suggested = row.key().suggestedOwner();
      return suggested.isEmpty() ? null : suggested;
    }
    return value;
  }

  private boolean isEdited(EditedRow row, WorklistField field, int seen) {
    WorklistEvent base = history.standing(row.key().row(), field, seen);
    return !Objects.equals(shown(row, field, base), theirs(row, field));
  }

  private @Nullable WorklistEvent edit(EditedRow row, WorklistField field, int seen) {
    return isEdited(row, field, seen) ? recorded(row, field, theirs(row, field), seen) : null;
  }

  // Whoever says that a claim was sent says when: today where the date is not another than before.
  private void sent(EditedRow row, int seen, @Nullable WorklistEvent status) {
    boolean isSentNow =
        status != null && !status.isConflict() && WorklistStatus.SENT.name().equals(status.value());
    String date = isEdited(row, WorklistField.SENT, seen) ? theirs(row, WorklistField.SENT) : null;
    if (isSentNow) {
      WorklistEvent base = now(row, WorklistField.SENT);
      add(row, WorklistField.SENT, date == null ? today.toString() : date, base, false);
    } else {
      edit(row, WorklistField.SENT, seen);
    }
  }

  private @Nullable WorklistEvent recorded(
      EditedRow row, WorklistField field, @Nullable String value, int seen) {
    WorklistEvent base = history.standing(row.key().row(), field, seen);
    WorklistEvent standing = now(row, field);
    List<WorklistEvent> all = history.of(row.key().row(), field, Integer.MAX_VALUE);
    List<WorklistEvent> later = all.stream().filter(event -> event.number() > seen).toList();
    if (!Objects.equals(standing, base) && Objects.equals(shown(row, field, standing), value)) {
      known++;
      return null;
    }
    if (later.isEmpty()) {
      return add(row, field, value, base, false);
    }
    if (by != null && later.stream().allMatch(event -> by.equals(event.by()))) {
      return add(row, field, value, standing, false);
    }
    String id =
        WorklistEvent.id(
            row.key().row(),
            field,
            value,
            base == null ? null : base.id(),
            all.size() - later.size());
    if (history.named(id) != null) {
      known++;
      return null;
    }
    conflicts.add(new Conflict(row.place(), field.header()));
    return add(row, field, value, base, true, id);
  }

  private @Nullable WorklistEvent now(EditedRow row, WorklistField field) {
    return history.standing(row.key().row(), field, Integer.MAX_VALUE);
  }

  // Whoever clears a conflict's cell has dealt with it.
  private void settle(EditedRow row, int seen) {
    WorklistEvent conflict = history.openConflict(row.key().row(), seen);
    if (conflict == null || !row.cell(WorklistField.SETTLED).isEmpty()) {
      return;
    }
    WorklistEvent standing = now(row, WorklistField.SETTLED);
    if (standing == null || !conflict.id().equals(standing.value())) {
      add(row, WorklistField.SETTLED, conflict.id(), standing, false);
    }
  }

  private WorklistEvent add(
      EditedRow row,
      WorklistField field,
      @Nullable String value,
      @Nullable WorklistEvent base,
      boolean isConflict) {
    int before = history.of(row.key().row(), field, Integer.MAX_VALUE).size();
    String id =
        WorklistEvent.id(row.key().row(), field, value, base == null ? null : base.id(), before);
    return add(row, field, value, base, isConflict, id);
  }

  private WorklistEvent add(
      EditedRow row,
      WorklistField field,
      @Nullable String value,
      @Nullable WorklistEvent base,
      boolean isConflict,
      String id) {
    String cause = row.key().cause();
    WorklistEvent event =
        new WorklistEvent(
            history.last() + 1,
            id,
            now,
            row.key().row(),
            row.key().claimId(),
            field,
            value,
            base == null ? null : base.id(),
            isConflict,
            by,
            cause.isEmpty() ? null : cause,
            sourceSha256);
    history.add(event);
    added.add(event);
    return event;
  }
}
