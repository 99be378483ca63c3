package org.allowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.job.Job;
import org.allowable.model.ContractTables;
import org.allowable.model.PracticeTables;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.api.Test;

/** Keeps jobs/README.md what the job files and the first lines of the SQL files say. */
class JobsReadmeTest {

  private static final Path README = Path.of("jobs", "README.md");
  private static final List<String> JOBS =
      List.of(
          "monthly-report",
          "contract-comparison",
          "denial",
          "price",
          "canary",
          "contract-check",
          "session",
          "coding-review",
          "retraining-review");
  private static final String REGENERATE = "allowable.regenerate";
  private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+([a-z][a-z0-9_]*)");
  private static final Pattern NAMED_HERE =
      Pattern.compile("(?:\\bwith|^|,)\\s*([a-z][a-z0-9_]*) as \\(", Pattern.MULTILINE);

  private static final Set<String> DECLARED = declared();

  private static final String INTRODUCTION =
      """
      # Jobs

      What Allowable computes: one SELECT a file, named as the table that it makes. A job's `job.yaml` lists its files in order; a file reads only tables that were made before it, the warehouse, the reference tables and the practice file. `stg_` tables rename and trim, `int_` tables join and decide, `mart_` tables are what a report shows. Columns and types of every table are declared in `org.allowable.model`, and a test compares.

      This page is made from the files: `mvn test -Dtest=JobsReadmeTest -Dallowable.regenerate=true`.

      **bold**: written down once in a run, because several later files read it.
      """;

  @Test
  void the_list_of_tables_says_what_the_files_say() throws IOException {
    String expected = readme();
    if (Boolean.getBoolean(REGENERATE)) {
      Files.writeString(README, expected);
    }
    assertThat(Files.readString(README))
        .as(
            "jobs/README.md is old. Make it again with:"
                + " mvn test -Dtest=JobsReadmeTest -Dallowable.regenerate=true")
        .isEqualTo(expected);
  }

  @Test
  void every_table_is_made_before_it_is_read() throws IOException {
    for (String name : JOBS) {
      Set<String> made = new TreeSet<>(inputs());
      for (Made table : tables(name)) {
        assertThat(made).as(table.step().resource()).containsAll(reads(table.step()));
        made.add(table.step().makes().name());
      }
    }
  }

  private record Made(SqlStep step, boolean isKept) {}

  private static String readme() throws IOException {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    for (String name : JOBS) {
      text.append("\n## ").append(name).append("\n\n").append(purpose(name)).append("\n\n");
      text.append("| table | one row is | made from |\n|---|---|---|\n");
      for (Made made : tables(name)) {
        text.append(row(made));
      }
    }
    return text.toString();
  }

  // The first line of job.yaml.
  private static String purpose(String name) throws IOException {
    String first = Files.readAllLines(Path.of("jobs", name, "job.yaml")).get(0);
    return first.replaceFirst("^# ", "");
  }

  private static List<Made> tables(String name) {
    Job job = Job.named(name);
    return Stream.concat(
            job.steps().stream().map(step -> new Made(step.sql(), step.keep())),
            job.marts().stream().map(mart -> new Made(mart.sql(), false)))
        .toList();
  }

  private static String row(Made made) {
    String file = made.step().resource().substring("jobs/".length());
    String link = "[%s](%s)".formatted(made.step().makes().name(), file);
    String table = made.isKept() ? "**" + link + "**" : link;
    String from = String.join(", ", reads(made.step()));
    return "| %s | %s | %s |\n".formatted(table, grain(made.step()), from);
  }

  private static String grain(SqlStep step) {
    String first = step.text().lines().findFirst().orElse("");
    return first.replaceFirst("^-- Grain: ", "").replace("|", "\\|");
  }

  private static Set<String> reads(SqlStep step) {
    String sql =
        step.text()
            .lines()
            .filter(line -> !line.startsWith("--"))
            .collect(Collectors.joining("\n"));
    Set<String> own =
        NAMED_HERE.matcher(sql).results().map(found -> found.group(1)).collect(Collectors.toSet());
    return READ.matcher(sql)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !own.contains(name) && DECLARED.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inputs() {
    return Stream.of(
            Warehouse.TABLES,
            Warehouse.LATER,
            Reference.TABLES,
            PracticeTables.PRACTICE,
            ContractTables.TABLES,
            List.of(PracticeTables.PRICE_REQUEST, ProcedureNotes.PROCEDURE_NOTE))
        .flatMap(List::stream)
        .map(Table::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> declared() {
    Set<String> names = new TreeSet<>(inputs());
    JOBS.forEach(job -> tables(job).forEach(made -> names.add(made.step().makes().name())));
    return names;
  }
}
