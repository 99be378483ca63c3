package org.allowable.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.allowable.model.Progress;
import org.allowable.sql.SqlStep;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How far a job is, by the rooms of its steps: {@code jobs/progress.csv} has a room's words and its
 * measured share of a report's time.
 */
final class StepShares {

  /** What comes after the last table. */
  private static final String FILES = "files";

  private static final String COUNT = "{}";
  private static final Map<String, Room> ROOMS = read();

  /**
   * A room of SELECTs.
   *
   * @param doing what is under way there; {} stands for the rows of a table
   * @param countedTable that table; empty where none is counted
   * @param share of a report's time, in percent
   */
  record Room(String doing, String countedTable, double share) {}

  private final Progress progress;
  private final Map<String, Integer> steps = new HashMap<>();
  private final Map<String, Integer> toDo;
  private final Map<String, Long> rows = new ConcurrentHashMap<>();
  private final double all;
  private double done;

  /**
   * Nothing is done yet.
   *
   * @param steps all that will be made
   */
  StepShares(List<SqlStep> steps, Progress progress) {
    this.progress = progress;
    steps.forEach(step -> this.steps.merge(room(step), 1, Integer::sum));
    toDo = new HashMap<>(this.steps);
    all = of(FILES).share() + toDo.keySet().stream().mapToDouble(room -> of(room).share()).sum();
  }

  private static Map<String, Room> read() {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in =
            Objects.requireNonNull(StepShares.class.getResourceAsStream("/jobs/progress.csv"));
        CSVParser parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, Room> rooms = new LinkedHashMap<>();
      for (CSVRecord row : parser) {
        rooms.put(
            row.get("room"),
            new Room(
                row.get("doing"), row.get("counted_table"), Double.parseDouble(row.get("share"))));
      }
      return rooms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rooms that have words, in the order of the flow. */
  static Map<String, Room> rooms() {
    return Collections.unmodifiableMap(ROOMS);
  }

  private static Room of(String room) {
    return Objects.requireNonNull(ROOMS.get(room), room);
  }

  /** The room of a SELECT: its first folder under {@code jobs}. */
  static String room(SqlStep step) {
    return step.resource().split("/", -1)[1];
  }

  /**
   * A table is made.
   *
   * @param count its rows
   */
  void counted(String table, long count) {
    rows.put(table, count);
  }

  /** A table, or a view, is made. */
  synchronized void ended(SqlStep step) {
    String room = room(step);
    done += of(room).share() / steps.getOrDefault(room, 1);
    toDo.merge(room, -1, Integer::sum);
    say();
  }

  /** All tables are made; their files come. */
  static void writesFiles(Progress progress) {
    double tables = ROOMS.values().stream().mapToDouble(Room::share).sum() - of(FILES).share();
    progress.underWay(of(FILES).doing(), tables / (tables + of(FILES).share()));
  }

  /** Says what is under way: the first room with something to do; later ones may have begun. */
  synchronized void say() {
    ROOMS.entrySet().stream()
        .filter(room -> toDo.getOrDefault(room.getKey(), 0) > 0)
        .findFirst()
        .ifPresent(room -> progress.underWay(words(room.getValue()), done / all));
  }

  private String words(Room room) {
    if (!room.doing().contains(COUNT)) {
      return room.doing();
    }
    Long count = rows.get(room.countedTable());
    // Before its rows are counted the sentence does without.
    return room.doing()
        .replace(COUNT + " ", count == null ? "" : String.format(Locale.US, "%,d ", count));
  }
}
