package org.allowable.report;

import java.util.HashMap;
import java.util.Map;
import org.allowable.model.PeriodUnit;
import org.allowable.model.Tables;

/** The labels of codes, from {@code jobs/labels.csv}. A code without one is shown as it is. */
public final class CodeLabels {

  private record Code(String column, String code) {}

  private static final Map<Code, String> LABELS = read();

  private CodeLabels() {}

  private static Map<Code, String> read() {
    Map<Code, String> labels = new HashMap<>();
    Tables.rows("labels.csv")
        .forEach(row -> labels.put(new Code(row.get("column"), row.get("code")), row.get("label")));
    return labels;
  }

  /** The label of a code, whatever column it stands in. */
  public static String of(String code) {
    return PeriodUnit.MONTH.said(general(code));
  }

  /** The label of a code in a column: the column's own, or else the general one. */
  public static String of(String column, String code) {
    return of(column, code, PeriodUnit.MONTH);
  }

  /** The label of a code in a column, as a report of a month, a quarter or a year says it. */
  public static String of(String column, String code, PeriodUnit unit) {
    String own = LABELS.get(new Code(column, code));
    return unit.said(own == null ? general(code) : own);
  }

  private static String general(String code) {
    return LABELS.getOrDefault(new Code("", code), code);
  }
}
