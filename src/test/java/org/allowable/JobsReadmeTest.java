package org.allowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.job.Job;
import org.allowable.model.Table;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.api.Test;

/** Keeps the map of the SQL files, and the list of all tables behind it, what the files say. */
class JobsReadmeTest {

  private static final Path FOLDER = Path.of("jobs");
  private static final String REGENERATE = "allowable.regenerate";
  private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+([a-z][a-z0-9_]*)");
  private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+)");
  private static final Pattern NAMED_HERE =
      Pattern.compile("(?:\\bwith|^|,)\\s*([a-z][a-z0-9_]*) as \\(", Pattern.MULTILINE);
  private static final String MADE_BY =
      "This page is made from the files: `mvn test -Dtest=JobsReadmeTest -Dallowable.regenerate=true`.\n";

  private static final String MAP =
      """
      # Jobs

      What Allowable computes: one SELECT a file, named as the table that it makes. `stg_` tables rename and trim, `int_` tables join and decide, `mart_` tables are what a report shows. Tables that come in are declared in [inputs.yaml](inputs.yaml); what every SELECT makes stands in [schema.lock](schema.lock), made from the SELECTs; [columns.csv](columns.csv) has one row for every column name.

      A file reads its own folder and those before it, never a later one, and no report reads what another made for itself: a test holds that. What each table is, and what it is made from, stands in the [list of tables](TABLES.md).

      """;

  private static final String LIST =
      """
      # Tables

      Every file under `jobs/`, in the order of the flow: what one row of its table is, and the tables that it reads. **Bold**: written down once in a run, because several later files read it. The [map](README.md) says what each folder is for.

      """;

  // All steps, each once, and those that a job writes down.
  private static final Map<String, SqlStep> STEPS = new LinkedHashMap<>();
  private static final Set<String> KEPT = new TreeSet<>();

  static {
    for (String name : Rooms.jobs()) {
      Job job = Job.named(name);
      Rooms.steps(job).forEach(step -> STEPS.put(step.resource(), step));
      job.steps().stream().filter(Job.Step::keep).forEach(step -> KEPT.add(step.sql().resource()));
    }
  }

  @Test
  void the_map_says_what_the_folders_say() throws IOException {
    requireSame("README.md", map());
  }

  @Test
  void the_list_of_tables_says_what_the_files_say() throws IOException {
    requireSame("TABLES.md", list());
  }

  @Test
  void every_arrow_of_the_drawn_flow_is_a_table_that_is_read() throws IOException {
    List<MatchResult> arrows =
        ARROW.matcher(Files.readString(Path.of("docs/flow.md"))).results().toList();
    assertThat(arrows).hasSizeGreaterThan(40).allMatch(JobsReadmeTest::isRead);
  }

  private static boolean isRead(MatchResult arrow) {
    return STEPS.values().stream()
        .filter(step -> step.name().equals(arrow.group(2)))
        .anyMatch(step -> reads(step).contains(arrow.group(1)));
  }

  private static void requireSame(String name, String expected) throws IOException {
    Path page = FOLDER.resolve(name);
    if (Boolean.getBoolean(REGENERATE)) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page))
        .as(
            "jobs/%s is old. Make it again with:"
                + " mvn test -Dtest=JobsReadmeTest -Dallowable.regenerate=true",
            name)
        .isEqualTo(expected);
  }

  private static String map() throws IOException {
    StringBuilder text = new StringBuilder(MAP);
    text.append("| room | what it answers | tables |\n|---|---|---|\n");
    for (Path room : Rooms.shared()) {
      text.append(
          "| %s | %s | %d |\n"
              .formatted(link(room), purpose(room.resolve("steps.yaml")), steps(room).size()));
    }
    text.append("\n| report | what it answers | tables of its own | rooms |\n|---|---|---|---|\n");
    for (String name : Rooms.jobs()) {
      Path folder = FOLDER.resolve("report").resolve(name);
      text.append(
          "| %s | %s | %d | %s |\n"
              .formatted(
                  link(folder),
                  purpose(folder.resolve("job.yaml")),
                  steps(folder).size(),
                  rooms(name)));
    }
    text.append(
        "\n`report/control` holds what all reports add up, `report/denial` what several list, `report/period` what those of a month, quarter or year read, `report/without-answers` the empty tables"
            + " of jobs that read no remittances.\n");
    text.append("\nTables that are made from several sources, one file a source:\n\n");
    sources()
        .forEach(
            (table, files) ->
                text.append("- `%s`: %s\n".formatted(table, String.join(", ", files))));
    return text.append('\n').append(MADE_BY).toString();
  }

  private static String link(Path folder) {
    String path = path(FOLDER.relativize(folder));
    return "[`%s`](%s)".formatted(path, path);
  }

  private static String path(Path path) {
    return path.toString().replace('\\', '/');
  }

  // The first sentence of the file.
  private static String purpose(Path yaml) throws IOException {
    String comment =
        Files.readAllLines(yaml).stream()
            .takeWhile(line -> line.startsWith("# "))
            .map(line -> line.substring(2))
            .collect(Collectors.joining(" "));
    return comment.substring(0, comment.indexOf('.') + 1);
  }

  private static String rooms(String job) {
    return Rooms.steps(Job.named(job)).stream()
        .map(step -> Path.of(step.resource()).getName(1).toString())
        .filter(room -> !room.equals("report"))
        .map(room -> room.substring(0, 2))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Map<String, List<String>> sources() {
    Map<String, List<String>> files =
        STEPS.values().stream()
            .collect(
                Collectors.groupingBy(
                    step -> step.name(),
                    TreeMap::new,
                    Collectors.mapping(
                        step ->
                            "[%1$s](%1$s)".formatted(step.resource().substring("jobs/".length())),
                        Collectors.toList())));
    files.values().removeIf(list -> list.size() == 1);
    return files;
  }

  private static String list() throws IOException {
    StringBuilder text = new StringBuilder(LIST);
    for (Path folder : Stream.concat(Rooms.shared().stream(), Rooms.reports().stream()).toList()) {
      text.append("## ").append(path(FOLDER.relativize(folder))).append("\n\n");
      text.append("| table | one row is | made from |\n|---|---|---|\n");
      steps(folder).forEach(step -> text.append(row(step)));
      text.append('\n');
    }
    return text.append(MADE_BY).toString();
  }

  private static Set<SqlStep> steps(Path folder) {
    Set<SqlStep> steps = new LinkedHashSet<>(STEPS.values());
    steps.removeIf(step -> !path(folder).equals(step.resource().replaceFirst("/[^/]+$", "")));
    return steps;
  }

  private static String row(SqlStep step) {
    String file = step.resource().substring("jobs/".length());
    String link = "[%s](%s)".formatted(step.name(), file);
    UnaryOperator<String> mark =
        table -> KEPT.contains(step.resource()) ? "**" + table + "**" : table;
    return "| %s | %s | %s |\n"
        .formatted(mark.apply(link), grain(step), String.join(", ", reads(step)));
  }

  private static String grain(SqlStep step) {
    String first = step.text().lines().findFirst().orElse("");
    return first.replaceFirst("^-- Grain: ", "").replace("|", "\\|");
  }

  private static Set<String> reads(SqlStep step) {
    Set<String> names = new TreeSet<>();
    Rooms.inputs().stream().map(Table::name).forEach(names::add);
    STEPS.values().forEach(other -> names.add(other.name()));
    names.remove(step.name());
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
        .filter(name -> !own.contains(name) && names.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
