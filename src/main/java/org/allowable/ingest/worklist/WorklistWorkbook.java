package org.allowable.ingest.worklist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.allowable.ingest.workbook.SheetCells.SheetRowReader;
import org.allowable.ingest.workbook.WorkbookSheets;
import org.allowable.model.InputException;
import org.allowable.worklist.EditedRow;
import org.allowable.worklist.WorklistField;
import org.allowable.worklist.WorklistKey;
import org.jspecify.annotations.Nullable;

/**
 * A worklist that somebody edited. Its rows are known by the cell that is hidden in each: they may
 * be sorted, filtered, deleted and copied, and other columns may come and go.
 */
public final class WorklistWorkbook {

  /** The hidden column's name in {@code jobs/columns.csv}. */
  public static final String KEY = "row_key";

  // As Excel counts days, without a time of day.
  private static final Pattern DAY_NUMBER = Pattern.compile("[0-9]{4,6}(\\.[0-9]+)?");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern CARRIAGE_RETURN = Pattern.compile("_x000D_|\r");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

  private final Path file;
  private final List<EditedRow> rows = new ArrayList<>();
  private boolean isWorklist;

  private WorklistWorkbook(Path file) {
    this.file = file;
  }

  /**
   * Reads the rows of all its sheets that are worklists.
   *
   * @throws InputException if it is no workbook, no sheet of it is a worklist, or a column is
   *     missing
   */
  public static List<EditedRow> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("There is no file " + file + ". Name the worklist that was edited.");
    }
    WorklistWorkbook workbook = new WorklistWorkbook(file);
    WorkbookSheets.read(file, workbook::sheet);
    if (!workbook.isWorklist) {
      throw new InputException(
          file
              + ": expected a worklist that this program wrote, found no sheet with the hidden column "
              + WorklistField.header(KEY)
              + ". Edit a worklist in place, or copy whole rows of it.");
    }
    return workbook.rows;
  }

  private SheetRowReader sheet(String name) {
    return new SheetRowReader() {
      private @Nullable Map<String, Integer> columns;

      @Override
      public boolean read(long line, List<String> cells) {
        if (columns == null) {
          columns = header(name, cells);
        } else {
          row("sheet " + name + ", row " + line, columns, cells);
        }
        return true;
      }
    };
  }

  private @Nullable Map<String, Integer> header(String sheet, List<String> cells) {
    if (!cells.contains(WorklistField.header(KEY))) {
      return null;
    }
    isWorklist = true;
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.putIfAbsent(cells.get(i), i);
    }
    for (WorklistField field : WorklistField.values()) {
      if (!columns.containsKey(field.header())) {
        throw InputException.at(
            file,
            "sheet " + sheet,
            "a column " + field.header(),
            "none of that name",
            "Give the column its name back. Nothing was recorded.");
      }
    }
    return columns;
  }

  private void row(String place, Map<String, Integer> columns, List<String> cells) {
    Map<WorklistField, String> edited = new EnumMap<>(WorklistField.class);
    for (WorklistField field : WorklistField.values()) {
      edited.put(field, value(field, cell(cells, columns, field.header())));
    }
    String text = cell(cells, columns, WorklistField.header(KEY));
    if (text.isEmpty() && edited.values().stream().allMatch(String::isEmpty)) {
      return;
    }
    WorklistKey key =
        WorklistKey.of(text)
            .orElseThrow(
                () ->
                    InputException.at(
                        file,
                        place + ", hidden column " + WorklistField.header(KEY),
                        "the key that this program wrote",
                        text.isEmpty() ? "nothing" : "another text",
                        "Take the row from the worklist again, or delete it. Nothing was"
                            + " recorded."));
    rows.add(new EditedRow(place, key, edited));
  }

  private static String cell(List<String> cells, Map<String, Integer> columns, String header) {
    int column = columns.getOrDefault(header, cells.size());
    return column < cells.size() ? cells.get(column) : "";
  }

  private static String value(WorklistField field, String cell) {
    boolean isDay = field == WorklistField.SENT || field == WorklistField.NEXT_STEP;
    if (isDay && DAY_NUMBER.matcher(cell).matches()) {
      return DAY_ZERO.plusDays((long) Double.parseDouble(cell)).toString();
    }
    String lines = CARRIAGE_RETURN.matcher(cell).replaceAll("");
    return CONTROL.matcher(lines).replaceAll(" ").strip();
  }
}
