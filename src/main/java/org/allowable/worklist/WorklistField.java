package org.allowable.worklist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.Tables;

/** A field of the worklist that people edit. */
public enum WorklistField {
  STATUS("worklist_status"),
  SENT("sent_date"),
  OWNER("worklist_owner"),
  NEXT_STEP("next_step_date"),
  NOTE("worklist_note"),
  REASON("not_valid_reason"),
  /** A conflict that somebody settled by clearing its cell. */
  SETTLED("conflicting_edit");

  /** How long a note or a reason may be, in characters. */
  public static final int MOST_CHARACTERS = 2000;

  /** The fields that hold a value of their own. */
  static final List<WorklistField> VALUES =
      Arrays.stream(values()).filter(field -> field != SETTLED).toList();

  private static final Map<String, String> HEADERS = headers();
  private static final Map<String, String> LABELS = labels();

  private final String column;

  WorklistField(String column) {
    this.column = column;
  }

  /** Its column in {@code mart_worklist}. */
  public String column() {
    return column;
  }

  /** The column's header, as sheets show it. */
  public String header() {
    return header(column);
  }

  /** Whether it holds a day. */
  boolean isDay() {
    return this == SENT || this == NEXT_STEP;
  }

  /** The header of a column. */
  public static String header(String column) {
    return Objects.requireNonNull(HEADERS.get(column), column);
  }

  /** The label of a code of a column. */
  static String label(String column, String code) {
    return Objects.requireNonNull(LABELS.get(column + " " + code), code);
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    Tables.rows("columns.csv").forEach(row -> headers.put(row.get("column"), row.get("header")));
    return headers;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    Tables.rows("labels.csv")
        .forEach(row -> labels.put(row.get("column") + " " + row.get("code"), row.get("label")));
    return labels;
  }
}
