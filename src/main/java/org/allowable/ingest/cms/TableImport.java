package org.allowable.ingest.cms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.allowable.ingest.cms.ImportReport.Outcome;
import org.allowable.ingest.cms.ImportReport.State;
import org.allowable.ingest.cms.Recognition.Recognised;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;

/** Brings one file after the other into the staging area, checked against what is there. */
final class TableImport {

  private static final int CODE = 2;

  private final Staging staging;
  private final DatedRules rules;
  private final Path shipped;
  private final boolean replace;
  private final Map<String, Set<String>> codesOf = new HashMap<>();

  TableImport(Staging staging, DatedRules rules, Path shipped, boolean replace) {
    this.staging = staging;
    this.rules = rules;
    this.shipped = shipped;
    this.replace = replace;
  }

  /**
   * Stages a file's rows, unless they are there.
   *
   * @param release what the file says it is
   * @throws InputException where the file must be refused
   */
  Outcome add(Recognised file, String release) throws IOException {
    return switch (file.kind()) {
      case RELATIVE_VALUE_COLUMNS, RELATIVE_VALUE_FIXED -> addRelativeValues(file, release);
      case GPCI_COLUMNS, GPCI_FIXED -> addGpci(file, release);
      case OPPS_CAP ->
          put(file, OppsCapFile.read(file), release, rules.effectiveFrom(file.source(), release));
      case ZIP_LOCALITY -> put(file, ZipLocalityFile.read(file), "", LocalDate.EPOCH);
      default -> throw new IllegalArgumentException(file.kind() + " is not imported");
    };
  }

  private Outcome addRelativeValues(Recognised file, String named) throws IOException {
    SourceTable table = RelativeValueFile.read(file);
    ReleaseChecks.relativeValues(table);
    String release = releaseOfFactor(table, named);
    Optional<String> before = before(staging.releases(table.table()), release);
    if (before.isPresent()) {
      Set<String> codes = codesOf.computeIfAbsent(before.get(), this::codes);
      ReleaseChecks.codesKept(table, before.get(), codes);
    }
    codesOf.put(release, codes(table));
    return put(file, table, release, rules.effectiveFrom(file.source(), release));
  }

  private Set<String> codes(String release) {
    Path path = staging.current(Reference.RELATIVE_VALUE, release).orElseThrow();
    Set<String> codes = new HashSet<>();
    ReferenceCsv.forEach(
        path, Reference.RELATIVE_VALUE, (cells, line) -> codes.add(cells.get(CODE)));
    return codes;
  }

  private static Set<String> codes(SourceTable table) {
    Set<String> codes = new HashSet<>();
    table.rows().forEach(row -> codes.add(row.cells().get(0)));
    return codes;
  }

  // A corrected January release (AR) calls itself January too: its conversion factor tells.
  private String releaseOfFactor(SourceTable table, String named) {
    LocalDate day = rules.effectiveFrom(table.source(), named);
    if (hasFactorOf(table, day)) {
      return named;
    }
    String correction = named + "R";
    if (rules.knows(correction)
        && hasFactorOf(table, rules.effectiveFrom(table.source(), correction))) {
      return correction;
    }
    throw rules.unknownFactor(table.source(), day);
  }

  private boolean hasFactorOf(SourceTable table, LocalDate day) {
    int position = table.position("conversion_factor");
    Set<String> factors = new HashSet<>();
    table.rows().forEach(row -> factors.add(row.cells().get(position)));
    return factors.size() == 1 && factors.stream().allMatch(f -> rules.isFactor(f, day));
  }

  // A file of indices says only its year. A later release of the year is kept only if it differs.
  private Outcome addGpci(Recognised file, String named) throws IOException {
    SourceTable table = GpciFile.read(file);
    String year = named.substring(0, 4);
    LocalDate yearStart = rules.effectiveFrom(file.source(), year + "A");
    Optional<Path> ofYear = staging.current(table.table(), year);
    boolean isYears = named.equals(year) || named.equals(year + "A") || ofYear.isEmpty();
    if (!isYears && Facts.indices(ofYear.orElseThrow()).equals(Facts.indices(table))) {
      return unchanged(file, year, table, ofYear.orElseThrow());
    }
    String release = isYears ? year : named;
    LocalDate day = isYears ? yearStart : rules.effectiveFrom(file.source(), named);
    refuseLostLocalities(table, release, day);
    return put(file, table, release, day);
  }

  private void refuseLostLocalities(SourceTable table, String release, LocalDate day) {
    NavigableSet<String> releases = staging.releases(table.table());
    ReferenceLibrary.files(shipped, table.table())
        .forEach(path -> releases.add(name(path).replace(".csv", "")));
    Optional<String> before = before(releases, release);
    if (before.isPresent()) {
      Path path =
          staging
              .current(table.table(), before.get())
              .orElse(shipped.resolve(table.table().name()).resolve(before.get() + ".csv"));
      List<List<String>> localities = new ArrayList<>();
      ReferenceCsv.forEach(
          path, table.table(), (cells, line) -> localities.add(List.copyOf(cells.subList(2, 4))));
      ReleaseChecks.localitiesKept(table, before.get(), localities, rules.retiredBefore(day));
    }
  }

  private Outcome put(Recognised file, SourceTable table, String release, LocalDate day)
      throws IOException {
    List<List<String>> rows = Facts.sorted(table.table(), table.of(release, day));
    Optional<Path> current = staging.current(table.table(), release);
    if (current.isPresent()) {
      if (Facts.of(table.table(), rows).equals(Facts.of(table.table(), current.get()))) {
        return unchanged(file, release, table, current.get());
      }
      refuseOther(table, release);
    }
    staging.write(table.table(), release, rows);
    return new Outcome(
        file.source().path(),
        State.IMPORTED,
        "%s: %s".formatted(what(file, release), count(rows.size())));
  }

  private void refuseOther(SourceTable table, String release) {
    Path path = table.source().path();
    String what = (table.table().name() + " " + release).strip();
    if (staging.isStaged(table.table(), release)) {
      throw new InputException(
          "%s: another file of this import holds %s with other values. Keep one of them."
              .formatted(path, what));
    }
    if (!replace) {
      throw new InputException(
          "%s: the reference directory holds %s with other values. If this file is right, import it"
                  .formatted(path, what)
              + " with --replace.");
    }
  }

  private static Outcome unchanged(
      Recognised file, String release, SourceTable table, Path current) {
    return new Outcome(
        file.source().path(),
        State.UNCHANGED,
        "%s: the %s are there already, from %s"
            .formatted(
                what(file, release),
                count(table.rows().size()),
                lastColumn(table.table(), current)));
  }

  private static String lastColumn(Table table, Path file) {
    return ReferenceCsv.read(file, table).get(0).get(table.indexOf("source_file"));
  }

  private static String what(Recognised file, String release) {
    return (file.kind().label() + " " + release).strip();
  }

  private static String count(int rows) {
    return String.format(Locale.ROOT, "%,d rows", rows);
  }

  private static Optional<String> before(NavigableSet<String> releases, String release) {
    NavigableSet<String> earlier = releases.headSet(release, false);
    return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.last());
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
