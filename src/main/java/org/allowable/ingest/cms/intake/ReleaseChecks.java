package org.allowable.ingest.cms.intake;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in every release. Measured on nine relative value files of 2022 to 2026: work plus
 * practice expense plus malpractice is the total in every row, also where a setting is marked NA;
 * and professional plus technical component is the global row wherever that has status A (it is not
 * for contractor-priced and non-covered codes). Codes ascend from 0001F to the V codes, so that a
 * file without any of these was cut off, however many rows it has.
 */
final class ReleaseChecks {

  private static final Table RELATIVE_VALUE = Reference.RELATIVE_VALUE;
  private static final List<String> COMPONENTS =
      List.of(
          "work_rvu",
          "non_facility_pe_rvu",
          "facility_pe_rvu",
          "mp_rvu",
          "non_facility_total_rvu",
          "facility_total_rvu");

  // A release drops about one code in a hundred; one that drops one in ten was cut off.
  private static final BigDecimal LEAST_SHARE_KEPT = new BigDecimal("0.90");

  // Each of the nine files measured ends with the level II codes of speech services, V5364 the
  // last.
  private static final String LAST_GROUP = "V";

  private ReleaseChecks() {}

  /**
   * Refuses relative values that contradict themselves.
   *
   * @throws InputException naming the first line and the count
   */
  static void relativeValues(SourceTable table) {
    totals(table, "non_facility_pe_rvu", "non_facility_total_rvu");
    totals(table, "facility_pe_rvu", "facility_total_rvu");
    components(table);
  }

  /** Refuses relative values of which none is paid. */
  static void someActive(SourceTable table) {
    if (table.rows().stream().noneMatch(row -> isActive(row))) {
      throw refused(table, "no code has status A", SourceTable.WHOLE);
    }
  }

  /**
   * Refuses relative values that lack many codes of the release before.
   *
   * @param before the codes of that release
   */
  static void codesKept(SourceTable table, String release, Set<String> before) {
    Set<String> codes = new HashSet<>();
    table.rows().forEach(row -> codes.add(row.cells().get(0)));
    long kept = before.stream().filter(codes::contains).count();
    BigDecimal least = LEAST_SHARE_KEPT.multiply(BigDecimal.valueOf(before.size()));
    if (BigDecimal.valueOf(kept).compareTo(least) < 0) {
      throw refused(
          table,
          "only %d of the %d codes of release %s are in it".formatted(kept, before.size(), release),
          SourceTable.WHOLE);
    }
  }

  /** Refuses relative values that end before the last group of codes. */
  static void endReached(SourceTable table) {
    if (table.rows().stream().noneMatch(row -> row.cells().get(0).startsWith(LAST_GROUP))) {
      throw refused(
          table,
          "it ends before the codes that begin with %s, the last of a whole release"
              .formatted(LAST_GROUP),
          SourceTable.WHOLE);
    }
  }

  /**
   * Refuses relative values that lack a row of the same release's extract.
   *
   * @param extract code and modifier of each row that ships
   */
  static void extractKept(SourceTable table, String release, Collection<List<String>> extract) {
    Set<List<String>> keys = new HashSet<>();
    table.rows().forEach(row -> keys.add(row.cells().subList(0, 2)));
    List<List<String>> missing = extract.stream().filter(key -> !keys.contains(key)).toList();
    if (!missing.isEmpty()) {
      throw refused(
          table,
          "%d of the %d rows of release %s that ship with the program are missing (first code %s)"
              .formatted(missing.size(), extract.size(), release, missing.get(0).get(0)),
          SourceTable.WHOLE);
    }
  }

  /** Refuses a table of one file that is to replace one of many more rows. */
  static void rowsKept(CmsFile source, Table table, int before, int rows) {
    BigDecimal least = LEAST_SHARE_KEPT.multiply(BigDecimal.valueOf(before));
    if (BigDecimal.valueOf(rows).compareTo(least) < 0) {
      throw new InputException(
          ("%s: it has %d rows, and %s in the reference directory has %d. Take the complete file"
                  + " from CMS or, if this is all, delete that table first.")
              .formatted(source.path(), rows, table.name(), before));
    }
  }

  /**
   * Refuses indices that lack a locality of the release before.
   *
   * @param before carrier and locality of that release's rows
   * @param retired those that may be missing
   */
  static void localitiesKept(
      SourceTable table,
      String release,
      Collection<List<String>> before,
      Set<List<String>> retired) {
    Set<List<String>> localities = new HashSet<>();
    table.rows().forEach(row -> localities.add(row.cells().subList(0, 2)));
    Set<String> missing = new TreeSet<>();
    for (List<String> locality : before) {
      if (!localities.contains(locality) && !retired.contains(locality)) {
        missing.add(String.join("-", locality));
      }
    }
    if (!missing.isEmpty()) {
      throw refused(
          table,
          "%d of the %d localities of release %s are missing (%s)"
              .formatted(missing.size(), before.size(), release, String.join(", ", missing)),
          "Take the complete file from CMS or, if CMS has retired them, add them to"
              + " retired_locality.csv in the reference directory.");
    }
  }

  private static void totals(SourceTable table, String expense, String total) {
    long wrong = table.rows().stream().filter(row -> !addsUp(row, expense, total)).count();
    if (wrong == 0) {
      return;
    }
    long line =
        table.rows().stream()
            .filter(row -> !addsUp(row, expense, total))
            .mapToLong(Row::line)
            .findFirst()
            .orElseThrow();
    throw refused(
        table,
        "in %d rows, first on line %d, work_rvu plus %s plus mp_rvu is not %s"
            .formatted(wrong, line, expense, total),
        "Take the file from CMS again.");
  }

  private static boolean addsUp(Row row, String expense, String total) {
    BigDecimal sum = value(row, "work_rvu").add(value(row, expense)).add(value(row, "mp_rvu"));
    return sum.compareTo(value(row, total)) == 0;
  }

  private static void components(SourceTable table) {
    Map<List<String>, Row> rows = new HashMap<>();
    table.rows().forEach(row -> rows.put(row.cells().subList(0, 2), row));
    for (Row global : table.rows()) {
      String code = global.cells().get(0);
      Row professional = rows.get(List.of(code, "26"));
      Row technical = rows.get(List.of(code, "TC"));
      if (global.cells().get(1).isEmpty() && isActive(global)) {
        tie(table, global, professional, technical);
      }
    }
  }

  private static void tie(
      SourceTable table, Row global, @Nullable Row professional, @Nullable Row technical) {
    if (professional == null || technical == null) {
      return;
    }
    for (String column : COMPONENTS) {
      BigDecimal sum = value(professional, column).add(value(technical, column));
      if (sum.compareTo(value(global, column)) != 0) {
        throw refused(
            table,
            "the %s of lines %d and %d (26 and TC) do not add up to that of line %d"
                .formatted(column, professional.line(), technical.line(), global.line()),
            "Take the file from CMS again.");
      }
    }
  }

  private static boolean isActive(Row row) {
    return row.cells().get(SourceTable.position(RELATIVE_VALUE, "status_code")).equals("A");
  }

  private static BigDecimal value(Row row, String column) {
    return new BigDecimal(row.cells().get(SourceTable.position(RELATIVE_VALUE, column)));
  }

  private static InputException refused(SourceTable table, String what, String advice) {
    return new InputException(table.source().path() + ": " + what + ". " + advice);
  }
}
