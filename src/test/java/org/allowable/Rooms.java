package org.allowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.job.Job;
import org.allowable.model.ContractTables;
import org.allowable.model.PracticeTables;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.model.Warehouse;
import org.allowable.sql.SqlStep;

/**
 * The folders of SQL files: rooms in the order of the flow, as their numbers say, then a folder for
 * each report.
 */
final class Rooms {

  private static final Path JOBS = Path.of("jobs");
  private static final Path REPORTS = JOBS.resolve("report");
  private static final Pattern NUMBERED = Pattern.compile("\\d\\d-[a-z]+");

  private Rooms() {}

  /** The rooms that reports share, in order. */
  static List<Path> shared() {
    return list(JOBS).stream()
        .filter(folder -> NUMBERED.matcher(folder.getFileName().toString()).matches())
        .toList();
  }

  /** The folders of the reports, and of what several of them read. */
  static List<Path> reports() {
    return list(REPORTS);
  }

  /** The names of all jobs. */
  static List<String> jobs() {
    return reports().stream()
        .filter(folder -> Files.exists(folder.resolve("job.yaml")))
        .map(folder -> folder.getFileName().toString())
        .toList();
  }

  /** All SQL files, with forward slashes. */
  static Set<String> sqlFiles() {
    Set<String> files = new TreeSet<>();
    Stream.concat(shared().stream(), reports().stream())
        .flatMap(folder -> list(folder).stream())
        .map(file -> file.toString().replace('\\', '/'))
        .filter(file -> file.endsWith(".sql"))
        .forEach(files::add);
    return files;
  }

  /** All steps and marts of a job, in order. */
  static List<SqlStep> steps(Job job) {
    List<SqlStep> steps = new ArrayList<>();
    job.steps().forEach(step -> steps.add(step.sql()));
    job.marts().forEach(mart -> steps.add(mart.sql()));
    return steps;
  }

  /** The tables that no SELECT makes: what was ingested, refers, or was said by the practice. */
  static List<Table> inputs() {
    return Stream.of(
            Warehouse.TABLES,
            Warehouse.LATER,
            Tables.comingFrom("worklist"),
            Reference.TABLES,
            PracticeTables.PRACTICE,
            ContractTables.TABLES,
            List.of(PracticeTables.PRICE_REQUEST, ProcedureNotes.PROCEDURE_NOTE))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
