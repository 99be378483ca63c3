package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.allowable.ingest.cms.feeschedule.GpciFile;
import org.allowable.ingest.cms.feeschedule.OppsCapFile;
import org.allowable.ingest.cms.feeschedule.RelativeValueFile;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.model.InputException;
import org.allowable.model.Table;

/** Brings one file after the other into the staging area, checked against what is there. */
final class TableImport {

  private final Staging staging;
  private final TableStore store;
  private final QuarterImport quarters;
  private final DatedRules rules;
  private final Path shipped;
  private final ExtractMarks marks;

  TableImport(
      Staging staging, DatedRules rules, Path shipped, ExtractMarks marks, boolean replace) {
    this.staging = staging;
    this.marks = marks;
    this.store = new TableStore(staging, marks, replace);
    this.quarters = new QuarterImport(store, rules);
    this.rules = rules;
    this.shipped = shipped;
  }

  /**
   * Stages the rows of files that make one table together, unless they are there.
   *
   * @param files one file, or those that {@link FileKind#together} joins
   * @param release what the files say they are
   * @return one outcome for each file
   * @throws InputException where the files must be refused
   */
  List<FileOutcome> add(List<RecognizedFile> files, String release) throws IOException {
    RecognizedFile file = files.get(0);
    return switch (file.kind()) {
      case RELATIVE_VALUE_COLUMNS, RELATIVE_VALUE_FIXED ->
          List.of(addRelativeValues(file, release));
      case GPCI_COLUMNS, GPCI_FIXED -> List.of(addGpci(file, release));
      case OPPS_CAP_COLUMNS, OPPS_CAP_FIXED ->
          List.of(
              store.put(
                  file,
                  marks.isExtract() ? OppsCapFile.extract(file) : OppsCapFile.read(file),
                  release,
                  rules.effectiveFrom(file.source(), release)));
      default -> quarters.add(files, release);
    };
  }

  private FileOutcome addRelativeValues(RecognizedFile file, String named) throws IOException {
    SourceTable table = RelativeValueFile.read(file);
    ReleaseChecks.relativeValues(table);
    String release = releaseOfFactor(table, named);
    if (!marks.isExtract()) {
      ReleaseChecks.someActive(table);
      store.refuseLostCodes(table, release, "");
      refuseCutOff(table, release);
      ReleaseChecks.endReached(table);
    }
    return store.put(file, table, release, rules.effectiveFrom(file.source(), release));
  }

  // The extract that ships is hidden once a release is imported: what it says must come back.
  private void refuseCutOff(SourceTable table, String release) {
    NavigableSet<String> releases = new TreeSet<>();
    ReferenceLibrary.files(shipped, table.table())
        .forEach(path -> releases.add(name(path).replace(".csv", "")));
    if (releases.contains(release)) {
      List<List<String>> keys = new ArrayList<>();
      forEachShipped(table.table(), release, cells -> keys.add(List.copyOf(cells.subList(2, 4))));
      ReleaseChecks.extractKept(table, release, keys);
      return;
    }
    Optional<String> before = TableStore.before(releases, release);
    if (before.isPresent() && year(before.get()) >= year(release) - 1) {
      Set<String> active = new HashSet<>();
      int status = table.table().indexOf("status_code");
      forEachShipped(
          table.table(),
          before.get(),
          cells -> {
            if (cells.get(status).equals("A")) {
              active.add(cells.get(2));
            }
          });
      ReleaseChecks.codesKept(table, before.get() + " that ship with the program", active);
    }
  }

  private void forEachShipped(Table table, String release, Consumer<List<String>> reader) {
    Path path = shipped.resolve(table.name()).resolve(release + ".csv");
    ReferenceLibrary.forEach(List.of(path), table, reader);
  }

  private static int year(String release) {
    return Integer.parseInt(release.substring(0, 4));
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
  private FileOutcome addGpci(RecognizedFile file, String named) throws IOException {
    String year = named.substring(0, 4);
    LocalDate yearStart = rules.effectiveFrom(file.source(), year + "A");
    SourceTable table = GpciFile.read(file, rules.hasWorkFloor(yearStart));
    Optional<Path> ofYear = staging.current(table.table(), year);
    boolean isYears = named.equals(year) || named.equals(year + "A") || ofYear.isEmpty();
    if (!isYears
        && RowFingerprint.indices(ofYear.orElseThrow()).equals(RowFingerprint.indices(table))) {
      return TableStore.unchanged(file, year, table, ofYear.orElseThrow());
    }
    String release = isYears ? year : named;
    LocalDate day = isYears ? yearStart : rules.effectiveFrom(file.source(), named);
    refuseLostLocalities(table, release, day);
    return store.put(file, table, release, day);
  }

  private void refuseLostLocalities(SourceTable table, String release, LocalDate day) {
    NavigableSet<String> releases = staging.releases(table.table());
    ReferenceLibrary.files(shipped, table.table())
        .forEach(path -> releases.add(name(path).replace(".csv", "")));
    Optional<String> before = TableStore.before(releases, release);
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

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
