package org.allowable.ingest.cms.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;

/** The dated reference rows that decide whether a release may come in. */
final class DatedRules {

  private static final String EXTEND =
      " to %s.csv in the reference directory; start from the shipped table in data/reference.";

  private final List<List<String>> calendar;
  private final List<List<String>> factors;
  private final List<List<String>> retired;
  private final List<List<String>> floors;

  private DatedRules(
      List<List<String>> calendar,
      List<List<String>> factors,
      List<List<String>> retired,
      List<List<String>> floors) {
    this.calendar = calendar;
    this.factors = factors;
    this.retired = retired;
    this.floors = floors;
  }

  /** Reads the rules: the user's tables where there are, else the shipped ones. */
  static DatedRules read(Path reference, Path shipped) {
    return new DatedRules(
        rows(reference, shipped, Reference.RELEASE_CALENDAR),
        rows(reference, shipped, Reference.CONVERSION_FACTOR),
        rows(reference, shipped, Reference.RETIRED_LOCALITY),
        rows(reference, shipped, Reference.WORK_INDEX_FLOOR));
  }

  private static List<List<String>> rows(Path reference, Path shipped, Table table) {
    List<Path> files = ReferenceLibrary.files(reference, shipped, table);
    ReferenceLibrary.check(files, table);
    List<List<String>> rows = new ArrayList<>();
    files.forEach(file -> rows.addAll(ReferenceCsv.read(file, table)));
    return rows;
  }

  /** Whether the calendar has the release. */
  boolean knows(String release) {
    return calendar.stream().anyMatch(row -> row.get(0).equals(release));
  }

  /**
   * The day from which a release holds.
   *
   * @throws InputException where the calendar does not have the release
   */
  LocalDate effectiveFrom(CmsFile file, String release) {
    return calendar.stream()
        .filter(row -> row.get(0).equals(release))
        .map(row -> LocalDate.parse(row.get(1)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    file.path()
                        + ": the release calendar has no release "
                        + release
                        + ". Add a row with release "
                        + release
                        + ", its effective_from_date and its source"
                        + EXTEND.formatted("release_calendar")));
  }

  /** Whether an amount is a conversion factor on a day, whatever the physician's APM status. */
  boolean isFactor(String amount, LocalDate day) {
    return factors.stream()
        .filter(row -> holds(row, day))
        .anyMatch(row -> new BigDecimal(row.get(3)).compareTo(amount(amount)) == 0);
  }

  /** Whether the law sets a floor under the work index on a day. */
  boolean hasWorkFloor(LocalDate day) {
    return floors.stream().anyMatch(row -> holds(row, day));
  }

  /** The complaint about a conversion factor that no row knows. */
  InputException unknownFactor(CmsFile file, LocalDate day) {
    return new InputException(
        file.path()
            + ": the conversion factor in the file is none of those that hold on "
            + day
            + ". Take the file from CMS again or, if CMS has set a new factor, add a row with"
            + " effective_from_date, effective_to_date, apm_status, conversion_factor and source"
            + EXTEND.formatted("conversion_factor"));
  }

  /** Localities, as carrier and locality, that were retired before a day. */
  Set<List<String>> retiredBefore(LocalDate day) {
    return retired.stream()
        .filter(row -> LocalDate.parse(row.get(2)).isBefore(day))
        .map(row -> row.subList(0, 2))
        .collect(Collectors.toSet());
  }

  private static boolean holds(List<String> row, LocalDate day) {
    return !day.isBefore(LocalDate.parse(row.get(0)))
        && (row.get(1).isEmpty() || !day.isAfter(LocalDate.parse(row.get(1))));
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }
}
