package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.model.InputException;
import org.allowable.model.Table;

/** Puts tables into the staging area, compared with what is there. */
final class TableStore {

  private final Staging staging;
  private final ExtractMarks marks;
  private final boolean replace;
  private final Map<String, Set<String>> codesOf = new HashMap<>();

  TableStore(Staging staging, ExtractMarks marks, boolean replace) {
    this.staging = staging;
    this.marks = marks;
    this.replace = replace;
  }

  /**
   * Stages a file's rows as the table of a release, unless they are there.
   *
   * @throws InputException where other values for the release are there
   */
  FileOutcome put(RecognizedFile file, SourceTable table, String release, LocalDate day)
      throws IOException {
    return put(file, table, release, "", day);
  }

  /**
   * Stages rows as a part of a release's table.
   *
   * @param part what the part's file name ends with, or an empty string
   */
  FileOutcome put(
      RecognizedFile file, SourceTable table, String release, String part, LocalDate day)
      throws IOException {
    return put(file, table.table(), release + part, table.of(release, day));
  }

  /**
   * Stages complete rows.
   *
   * @param name the name of the table's file, without its ending; empty for a table of one file
   * @throws InputException where other values are there
   */
  FileOutcome put(RecognizedFile file, Table table, String name, List<List<String>> complete)
      throws IOException {
    return put(file, table, name, complete, false);
  }

  /** Stages complete rows that grew out of those that are there. */
  FileOutcome update(RecognizedFile file, Table table, List<List<String>> complete)
      throws IOException {
    return put(file, table, "", complete, true);
  }

  private FileOutcome put(
      RecognizedFile file, Table table, String name, List<List<String>> complete, boolean isUpdate)
      throws IOException {
    List<List<String>> rows = RowFingerprint.sorted(table, complete);
    Optional<Path> current = staging.current(table, name);
    if (current.isPresent()) {
      List<List<String>> there = ReferenceCsv.read(current.get(), table);
      if (RowFingerprint.of(table, rows)
          .equals(RowFingerprint.of(table, RowFingerprint.sorted(table, there)))) {
        return unchanged(file, name, rows.size(), sourceOf(table, there));
      }
      if (!isUpdate) {
        refuseOther(file.source().path(), table, name);
      }
      if (name.isEmpty()) {
        ReleaseChecks.rowsKept(file.source(), table, there.size(), rows.size());
      }
    }
    staging.write(table, name, rows);
    marks.written(table, name, file.source());
    return new FileOutcome(
        file.source().path(),
        State.IMPORTED,
        "%s%s: %s".formatted(what(file, name), extract(table), count(rows.size())));
  }

  /** The rows of a table's file, new or old; none where there is no such file. */
  List<List<String>> rows(Table table, String name) {
    return staging
        .current(table, name)
        .map(path -> ReferenceCsv.read(path, table))
        .orElse(List.of());
  }

  /**
   * Refuses a table that lacks many codes of the release before, unless it is an extract.
   *
   * @param part what the file names of the table's part end with, or an empty string
   */
  void refuseLostCodes(SourceTable table, String release, String part) {
    if (marks.isExtract()) {
      return;
    }
    String name = release + part;
    NavigableSet<String> names = new TreeSet<>(staging.releases(table.table()));
    names.removeIf(other -> !other.endsWith(part));
    Optional<String> before = before(names, name);
    if (before.isPresent()) {
      String earlier = before.get();
      ReleaseChecks.codesKept(
          table,
          earlier.substring(0, earlier.length() - part.length()),
          codesOf.computeIfAbsent(
              table.table().name() + earlier, n -> codes(table.table(), earlier)));
    }
  }

  /** The codes in a table's file, new or old; none where there is no such file. */
  Set<String> codes(Table table, String name) {
    Set<String> codes = new HashSet<>();
    int code = table.indexOf("hcpcs_code");
    staging
        .current(table, name)
        .ifPresent(
            path -> ReferenceCsv.forEach(path, table, (cells, line) -> codes.add(cells.get(code))));
    return codes;
  }

  private void refuseOther(Path path, Table table, String release) {
    String what = (table.name() + " " + release).strip();
    if (staging.isStaged(table, release)) {
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

  /** The outcome for rows that are there. */
  static FileOutcome unchanged(
      RecognizedFile file, String release, SourceTable table, Path current) {
    String from = sourceOf(table.table(), ReferenceCsv.read(current, table.table()));
    return unchanged(file, release, table.rows().size(), from);
  }

  private static FileOutcome unchanged(RecognizedFile file, String release, int rows, String from) {
    return new FileOutcome(
        file.source().path(),
        State.UNCHANGED,
        "%s: the %s are there already, from %s".formatted(what(file, release), count(rows), from));
  }

  /** The last release before another. */
  static Optional<String> before(NavigableSet<String> releases, String release) {
    NavigableSet<String> earlier = releases.headSet(release, false);
    return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.last());
  }

  private static String sourceOf(Table table, List<List<String>> rows) {
    return rows.get(0).get(table.indexOf("source_file"));
  }

  private String extract(Table table) {
    return marks.isExtract() && ExtractMarks.isOfCodes(table) ? ", an extract" : "";
  }

  // The label names the part already.
  private static String what(RecognizedFile file, String release) {
    return (file.kind().label() + " " + release.replaceFirst("_.*", "")).strip();
  }

  /** A number of rows in words. */
  static String count(int rows) {
    return String.format(Locale.ROOT, "%,d rows", rows);
  }
}
