package org.allowable.report.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.allowable.model.Rows;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.EntryChoices;
import org.allowable.report.EntryDay;
import org.allowable.report.EntryText;
import org.allowable.report.MartTables;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.worklist.WorklistField;
import org.allowable.worklist.WorklistKey;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;

/**
 * The sheet that people edit. A hidden cell of each row says which row it is and what its editor
 * saw, so that the file can be read back however it was sorted, filtered or cut.
 */
final class EditableSheet {

  private static final String NAME = "Worklist";
  private static final String KEY = "row_key";

  private static final String[] SHOWN = {
    "claim_id",
    "payer",
    "service_date",
    "worklist_findings",
    "worklist_cause",
    "open_amount",
    "deadline_date",
    "days_left",
    "worklist_status",
    "sent_date",
    "worklist_owner",
    "next_step_date",
    "worklist_note",
    "not_valid_reason",
    "conflicting_edit",
    "status_check",
    "line_standing",
    "line_count",
    "underpaid_amount",
    "denied_amount",
    "unanswered_amount",
    "lost_amount",
    "not_valid_amount",
    "overpaid_amount",
    "is_worth_working",
    "is_appeal_window_default",
    "filing_deadline_date",
    "asked_amount",
    "recovered_amount as recovered_since_amount",
    "still_out_amount",
    "remittance_standing",
    "payer_claim_control_number"
  };

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
  private static final int OWNER_CHARACTERS = 100;

  private final Rows rows;
  private final String title;

  /**
   * The sheet of a list.
   *
   * @param rows {@code mart_worklist}
   */
  EditableSheet(Rows rows, String title) {
    this.rows = rows;
    this.title = title;
  }

  Sheet sheet() {
    TableBlock shown =
        MartTables.PLAIN
            .saying("worklist_findings", EditableSheet::findings)
            .saying("conflicting_edit", EditableSheet::conflicts)
            .of(rows, SHOWN);
    List<Column> columns = new ArrayList<>(shown.columns().stream().map(this::entered).toList());
    columns.add(ColumnBook.named(KEY).hidden());
    TableBlock table =
        new TableBlock(
            "", columns, () -> keyed(shown.rows().iterator()), true, 1, shown.csvTables());
    return Sheet.of(
        NAME,
        title,
        "Edit the yellow cells, save, and run worklist --update with this file. Sort, filter and"
            + " delete rows as you like; other cells are not read back. Not valid needs a reason.",
        table);
  }

  private Column entered(Column column) {
    for (WorklistField field : WorklistField.values()) {
      if (column.header().equals(field.header())) {
        return switch (field) {
          case STATUS -> column.entered(new EntryChoices(WorklistStatus.labels()));
          case SENT, NEXT_STEP -> column.entered(new EntryDay(FIRST_DAY, LAST_DAY));
          case OWNER -> column.entered(new EntryText(OWNER_CHARACTERS));
          case NOTE, REASON, SETTLED ->
              column.entered(new EntryText(WorklistField.MOST_CHARACTERS));
        };
      }
    }
    return column;
  }

  private Iterator<ReportRow> keyed(Iterator<ReportRow> shown) {
    Iterator<@Nullable Object[]> values = rows.iterator().get();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return shown.hasNext();
      }

      @Override
      public ReportRow next() {
        List<@Nullable Object> cells = new ArrayList<>(shown.next().values());
        cells.add(key(values.next()));
        return ReportRow.of(cells.toArray());
      }
    };
  }

  private String key(@Nullable Object[] row) {
    return new WorklistKey(
            new WorklistRow(
                text(row, "billing_npi"), text(row, "worklist_claim_key"), text(row, "payer")),
            text(row, "claim_id"),
            text(row, "suggested_owner"),
            text(row, "worklist_cause"),
            ((Number) Objects.requireNonNull(row[rows.table().indexOf("seen_event_number")]))
                .intValue(),
            text(row, "seen_event_id"))
        .text();
  }

  private String text(@Nullable Object[] row, String column) {
    Object value = row[rows.table().indexOf(column)];
    return value == null ? "" : value.toString();
  }

  private static String findings(String codes) {
    return Arrays.stream(codes.split(" ", -1))
        .map(code -> CodeLabels.of("worklist_finding", code))
        .collect(Collectors.joining(", "));
  }

  // One line an edit, as FIELD=value.
  private static String conflicts(String edits) {
    return edits.lines().map(EditableSheet::conflict).collect(Collectors.joining("\n"));
  }

  private static String conflict(String edit) {
    int equals = edit.indexOf('=');
    WorklistField field =
        Arrays.stream(WorklistField.values())
            .filter(one -> equals > 0 && one.name().equals(edit.substring(0, equals)))
            .findFirst()
            .orElse(null);
    if (field == null) {
      return edit;
    }
    String value = edit.substring(equals + 1);
    String shown = field == WorklistField.STATUS ? CodeLabels.of(field.column(), value) : value;
    return field.header() + ": " + (shown.isEmpty() ? "empty" : shown);
  }
}
