package org.allowable.worklist;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People at work: each edit comes from a workbook that was written just before it. */
public final class WorklistScript {

  private final WorklistHistory history = new WorklistHistory(List.of());
  private int files;

  /** All edits so far. */
  public WorklistHistory history() {
    return history;
  }

  /** The edits as rows of {@code worklist_event}. */
  public List<@Nullable Object[]> rows() {
    return history.events().stream().map(WorklistEvent::values).toList();
  }

  /** A workbook as it is written now: a row as it stands, with what it is keyed by. */
  public Sheet sheet(WorklistRow row) {
    return sheet(row, "");
  }

  /** The same of a row with a cause. */
  public Sheet sheet(WorklistRow row, String cause) {
    Map<WorklistField, String> cells = new EnumMap<>(WorklistField.class);
    for (WorklistField field : WorklistField.VALUES) {
      WorklistEvent standing = history.standing(row, field, Integer.MAX_VALUE);
      String value = standing == null || standing.value() == null ? "" : standing.value();
      if (field == WorklistField.STATUS) {
        value = value.isEmpty() ? "New" : WorklistStatus.valueOf(value).label();
      }
      cells.put(field, value);
    }
    cells.put(
        WorklistField.SETTLED,
        history.openConflict(row, Integer.MAX_VALUE) == null ? "" : "a conflict");
    return new Sheet(
        new WorklistKey(row, row.claimKey(), "", cause, history.last(), history.lastId()), cells);
  }

  /** Records a workbook of one row. */
  public WorklistUpdate.Additions read(Sheet sheet, LocalDate day) {
    return read(sheet, day, null);
  }

  /** The same, whose workbook it is being said. */
  public WorklistUpdate.Additions read(Sheet sheet, LocalDate day, @Nullable String by) {
    files++;
    WorklistUpdate.Additions found =
        new WorklistUpdate(
                "list.xlsx", "file" + files, by, day.atStartOfDay().toInstant(ZoneOffset.UTC), day)
            .by(List.of(sheet.row()), history);
    found.events().forEach(history::add);
    return found;
  }

  /** Sets a row's status on a day, with a reason where it needs one. */
  public void says(WorklistRow row, String cause, WorklistStatus status, LocalDate day) {
    Sheet sheet = sheet(row, cause).with(WorklistField.STATUS, status.label());
    read(
        status == WorklistStatus.NOT_VALID
            ? sheet.with(WorklistField.REASON, "Fee schedule not loaded")
            : sheet,
        day);
  }

  /**
   * A row of a workbook.
   *
   * @param key its hidden cell
   * @param cells as they are shown
   */
  public record Sheet(WorklistKey key, Map<WorklistField, String> cells) {

    /** Keeps its own cells. */
    public Sheet {
      cells = Map.copyOf(cells);
    }

    /** The same with a cell edited. */
    public Sheet with(WorklistField field, String text) {
      Map<WorklistField, String> edited = new EnumMap<>(cells);
      edited.put(field, text);
      return new Sheet(key, edited);
    }

    EditedRow row() {
      return new EditedRow("sheet Worklist, row 7", key, cells);
    }
  }
}
