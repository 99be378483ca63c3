package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.model.Progress;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/** A folder with files to import, and the reference directory beside it. */
record ImportFolder(Path source, Path reference) {

  static ImportFolder in(Path folder) throws IOException {
    return new ImportFolder(
        Files.createDirectories(folder.resolve("source")), folder.resolve("reference"));
  }

  /** Writes a file in Latin-1, as CMS does. */
  Path write(String name, String text) throws IOException {
    Path file = source.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  ImportReport run() {
    return run(null, false);
  }

  ImportReport run(@Nullable String release, boolean replace) {
    return ReferenceImport.run(
        new ReferenceImport.Request(source, reference, release, replace), Progress.SILENT);
  }

  List<State> states() {
    return run().outcomes().stream().map(FileOutcome::state).toList();
  }

  /** What an import says about the first file that it refuses. */
  String refusal() {
    return run().outcomes().stream()
        .filter(outcome -> outcome.state() == State.REFUSED)
        .map(FileOutcome::sentence)
        .findFirst()
        .orElseThrow();
  }

  /** The facts of a release's file, or of the table's one file where the name is empty. */
  List<List<String>> facts(Table table, String name) {
    return rows(table, name).stream().map(SourceTable::facts).toList();
  }

  List<List<String>> rows(Table table, String name) {
    Path file =
        name.isEmpty()
            ? reference.resolve(table.name() + ".csv")
            : reference.resolve(table.name()).resolve(name + ".csv");
    return ReferenceCsv.read(file, table);
  }
}
