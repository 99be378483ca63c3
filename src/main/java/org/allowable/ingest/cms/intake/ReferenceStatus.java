package org.allowable.ingest.cms.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.QuarterName;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which releases of each kind of reference data are loaded, against the calendar of those that CMS
 * has in force.
 */
public final class ReferenceStatus {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

  /**
   * One kind.
   *
   * @param kind as the calendar names it
   * @param label in words
   * @param inForce the release in force on the day; null where the calendar starts later
   * @param loaded the latest release that is loaded; null where none is
   * @param isExtract whether the latest that is loaded holds some codes alone
   * @param missing releases up to the day that are not loaded, since the first that is, or the one
   *     in force where none is
   * @param missingSince first day since which, without a break, what is in force is not loaded;
   *     null where it is
   * @param calendarEnd the day by which the release after the last that the calendar knows is due
   * @param page where on cms.gov the files are
   */
  public record Kind(
      String kind,
      String label,
      @Nullable String inForce,
      @Nullable String loaded,
      boolean isExtract,
      List<String> missing,
      @Nullable LocalDate missingSince,
      LocalDate calendarEnd,
      String page) {

    /** Keeps its own list. */
    public Kind {
      missing = List.copyOf(missing);
    }
  }

  private final Set<List<String>> extracts = new HashSet<>();
  private final Path reference;
  private final Path shipped;
  // Of each kind the first day of each release.
  private final Map<String, NavigableMap<LocalDate, String>> calendars = new HashMap<>();

  private ReferenceStatus(Path reference, Path shipped) {
    this.reference = reference;
    this.shipped = shipped;
    ReferenceLibrary.extracts(reference, shipped).forEach(row -> extracts.add(row.subList(0, 2)));
    forEach(
        Reference.RELEASE_CALENDAR,
        row -> {
          calendar("relative_value").put(LocalDate.parse(row.get(1)), row.get(0));
          // The correction of a January release brings no caps of its own.
          if (!row.get(0).endsWith("R")) {
            calendar("opps_cap").put(LocalDate.parse(row.get(1)), row.get(0));
          }
        });
    forEach(
        Reference.REFERENCE_CALENDAR,
        row -> calendar(row.get(0)).put(LocalDate.parse(row.get(2)), row.get(1)));
  }

  /**
   * The status of each kind, in the order of {@code reference_kind}.
   *
   * @param reference the user's reference directory
   * @param day the day on which releases are in force
   * @param work a private folder to unpack the shipped tables to
   */
  public static List<Kind> on(LocalDate day, Path reference, Path work) {
    Path shipped = ReferenceLibrary.unpackShipped(work.resolve("shipped"));
    ReferenceStatus status = new ReferenceStatus(reference, shipped);
    Map<String, Table> tables = new HashMap<>();
    Reference.TABLES.forEach(table -> tables.put(table.name(), table));
    List<List<String>> kinds = new ArrayList<>();
    status.forEach(Reference.REFERENCE_KIND, row -> kinds.add(List.copyOf(row)));
    kinds.sort(Comparator.comparing(row -> Integer.valueOf(row.get(1))));
    return kinds.stream()
        .map(
            row ->
                status.kind(
                    row.get(0),
                    row.get(2),
                    Objects.requireNonNull(tables.get(row.get(3)), row.get(3)),
                    row.get(5),
                    day))
        .toList();
  }

  private Kind kind(String kind, String label, Table table, String page, LocalDate day) {
    NavigableMap<LocalDate, String> calendar = calendar(kind);
    Map<String, LocalDate> loaded = loaded(table, calendar);
    Set<String> releases = loaded.keySet();
    NavigableMap<LocalDate, String> known = calendar.headMap(day, true);
    String inForce = known.isEmpty() ? null : known.lastEntry().getValue();
    LocalDate first = loaded.isEmpty() ? null : Collections.min(loaded.values());
    List<String> missing =
        known.entrySet().stream()
            .filter(
                entry ->
                    first != null
                        ? !entry.getKey().isBefore(first)
                        : entry.getValue().equals(inForce))
            .map(Map.Entry::getValue)
            .filter(release -> !releases.contains(release))
            .toList();
    String latest =
        loaded.isEmpty()
            ? null
            : Collections.max(loaded.entrySet(), Map.Entry.comparingByValue()).getKey();
    return new Kind(
        kind,
        label,
        inForce,
        latest,
        latest != null && extracts.contains(List.of(table.name(), latest)),
        missing,
        first == null ? null : missingSince(known, releases),
        end(calendar),
        page);
  }

  // The last release holds as long as the one before it did.
  private static LocalDate end(NavigableMap<LocalDate, String> calendar) {
    if (calendar.isEmpty()) {
      return LocalDate.MIN;
    }
    LocalDate last = calendar.lastKey();
    LocalDate before = calendar.lowerKey(last);
    return before == null ? last : last.plus(Period.between(before, last));
  }

  private static @Nullable LocalDate missingSince(
      NavigableMap<LocalDate, String> known, Set<String> releases) {
    LocalDate since = null;
    for (Map.Entry<LocalDate, String> entry : known.descendingMap().entrySet()) {
      if (releases.contains(entry.getValue())) {
        break;
      }
      since = entry.getKey();
    }
    return since;
  }

  // A table without releases is a history: it holds every release up to its own.
  private Map<String, LocalDate> loaded(Table table, NavigableMap<LocalDate, String> calendar) {
    List<String> columns = table.columnNames();
    Map<String, LocalDate> loaded = new HashMap<>();
    if (columns.contains("release")) {
      int release = table.indexOf("release");
      int day = table.indexOf("effective_from_date");
      forEach(table, row -> loaded.put(row.get(release), LocalDate.parse(row.get(day))));
      return loaded;
    }
    int day = columns.indexOf("effective_from_date");
    int source = table.indexOf("source_file");
    TreeSet<LocalDate> days = new TreeSet<>();
    forEach(
        table,
        row -> {
          if (day >= 0 && !row.get(day).isEmpty()) {
            days.add(LocalDate.parse(row.get(day)));
          }
          named(row.get(source)).ifPresent(days::add);
        });
    if (!days.isEmpty()) {
      calendar.headMap(days.last(), true).forEach((from, release) -> loaded.put(release, from));
    }
    return loaded;
  }

  // What a file's name says of its quarter, or else of its year.
  private static Optional<LocalDate> named(String file) {
    Optional<String> quarter = QuarterName.ofName(file.toUpperCase(Locale.ROOT));
    if (quarter.isPresent()) {
      int month = 3 * (quarter.get().charAt(4) - 'A') + 1;
      return Optional.of(LocalDate.of(Integer.parseInt(quarter.get().substring(0, 4)), month, 1));
    }
    Matcher year = YEAR.matcher(file);
    return year.find()
        ? Optional.of(LocalDate.of(Integer.parseInt(year.group()), 1, 1))
        : Optional.empty();
  }

  private NavigableMap<LocalDate, String> calendar(String kind) {
    return calendars.computeIfAbsent(kind, k -> new TreeMap<>());
  }

  private void forEach(Table table, java.util.function.Consumer<List<String>> reader) {
    List<Path> files = ReferenceLibrary.files(reference, shipped, table);
    ReferenceLibrary.check(files, table);
    ReferenceLibrary.forEach(files, table, reader);
  }
}
