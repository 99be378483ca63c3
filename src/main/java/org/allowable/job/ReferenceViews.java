package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.ingest.cms.ReferenceLibrary;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.apache.spark.sql.SparkSession;

/** The reference tables of a run: the user's where there are any, else those that ship. */
final class ReferenceViews {

  // Without these there is less to go by, but nothing wrong.
  private static final List<Table> OPTIONAL =
      List.of(
          Reference.OPPS_CAP, Reference.ZIP_LOCALITY, Reference.ASC_EXCLUDED, Reference.WAGE_INDEX);

  private final Map<Table, List<Path>> files =
      new TreeMap<>(java.util.Comparator.comparing(Table::name));

  /**
   * Finds and checks the tables.
   *
   * @param reference the user's reference directory
   * @param work a private folder to unpack the shipped tables to
   */
  ReferenceViews(Path reference, Path work) {
    Path shipped = ReferenceLibrary.unpackShipped(work.resolve("reference"));
    for (Table table : Reference.TABLES) {
      List<Path> found = ReferenceLibrary.files(reference, shipped, table);
      if (found.isEmpty() && !OPTIONAL.contains(table)) {
        throw new InputException(
            "There is no reference table %s in %s. Import it, or copy it from the program's own."
                .formatted(table.name(), reference));
      }
      ReferenceLibrary.check(found, table);
      files.put(table, found);
    }
  }

  /** Makes them views of a session. */
  void register(SparkSession spark) {
    files.forEach((table, paths) -> Inputs.register(spark, table, paths));
  }

  /** Table and file name to sha256. */
  Map<String, String> fingerprints() {
    Map<String, String> fingerprints = new TreeMap<>();
    files.forEach(
        (table, paths) -> {
          for (Path path : paths) {
            fingerprints.put(table.name() + "/" + path.getFileName(), sha256(path));
          }
        });
    return fingerprints;
  }

  private static String sha256(Path path) {
    try {
      return Sha256.of(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
