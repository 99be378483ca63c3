package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Denial groups as a practice may want them, and the tables of reports that were made with them.
 */
final class OwnGroups {

  static final String RENAMED = "Edits and bundles";
  static final String ADDED = "Claim data missing";

  private OwnGroups() {}

  /** Writes reference tables: one group renamed wherever they name it, one taken out of another. */
  static Path writeTo(Path reference) throws IOException {
    Files.createDirectories(reference);
    change(reference, "denial_group", ",Bundling,", "," + RENAMED + ",");
    change(reference, "denial_evidence", "Bundling,", RENAMED + ",");
    change(reference, "recovery_default", "Bundling,", RENAMED + ",");
    change(reference, "denial_group", "16,*,Documentation,", "16,*," + ADDED + ",");
    return reference;
  }

  private static void change(Path reference, String table, String from, String to)
      throws IOException {
    Path own = reference.resolve(table + ".csv");
    Path file = Files.exists(own) ? own : Path.of("data/reference", table + ".csv");
    Files.writeString(own, Files.readString(file).replace(from, to));
  }

  /** How many rows of a table are of a kind. */
  static long count(Path run, String table, Predicate<CSVRecord> of) throws IOException {
    return table(run, table).stream().filter(of).count();
  }

  /** What a column adds up to over the rows of a group. */
  static long sum(Path run, String table, String column, String group) throws IOException {
    return table(run, table).stream()
        .filter(row -> row.get("denial_group").equals(group))
        .mapToLong(row -> Long.parseLong(row.get(column)))
        .sum();
  }

  /** The rows of a table of a report. */
  static List<CSVRecord> table(Path run, String table) throws IOException {
    return csv(run.resolve("tables").resolve(table + ".csv"));
  }

  /** The rows of a file. */
  static List<CSVRecord> csv(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = format.parse(Files.newBufferedReader(file))) {
      return rows.getRecords();
    }
  }
}
