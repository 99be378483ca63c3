package org.allowable.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Every table by its name. What comes in is declared in {@code jobs/inputs.yaml}, with the types of
 * {@code jobs/columns.csv}; what a SELECT makes stands in {@code jobs/schema.lock}, which the
 * SELECTs themselves give.
 */
public final class Tables {

  private static final Map<String, List<ColumnType>> TYPES = types();
  private static final Map<String, List<Table>> INPUTS = inputs();
  private static final Map<String, Table> BY_NAME = byName();

  private Tables() {}

  /**
   * A table.
   *
   * @throws IllegalArgumentException if none has that name
   */
  public static Table named(String name) {
    Table table = BY_NAME.get(name);
    if (table == null) {
      throw new IllegalArgumentException("No table " + name + " is declared");
    }
    return table;
  }

  /** The tables that come in from one side, such as {@code reference}, in their order. */
  public static List<Table> comingFrom(String side) {
    return Objects.requireNonNull(INPUTS.get(side), side);
  }

  /** All tables that come in. */
  public static List<Table> allComingIn() {
    return INPUTS.values().stream().flatMap(List::stream).toList();
  }

  /** All tables that SELECTs make. */
  public static List<Table> madeBySelects() {
    Set<Table> inputs = Set.copyOf(allComingIn());
    return BY_NAME.values().stream().filter(table -> !inputs.contains(table)).toList();
  }

  /** The types that a column of a name may have; sums may be wider. */
  public static Map<String, List<ColumnType>> columnTypes() {
    return TYPES;
  }

  /** A CSV file of the folder jobs, with a header line. */
  public static List<CSVRecord> rows(String file) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (Reader reader = new InputStreamReader(resource(file), StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that say how a job's marts are shown: columns, labels, and its workbook if any. */
  public static List<String> shownAs(String job) {
    return Stream.of("columns.csv", "labels.csv", "report/" + job + "/workbook.yaml")
        .map(file -> Tables.class.getResourceAsStream("/jobs/" + file))
        .filter(Objects::nonNull)
        .map(Tables::text)
        .toList();
  }

  private static String text(InputStream resource) {
    try (InputStream in = resource) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String file) {
    return Objects.requireNonNull(Tables.class.getResourceAsStream("/jobs/" + file), file);
  }

  private static Map<String, List<ColumnType>> types() {
    Map<String, List<ColumnType>> types = new LinkedHashMap<>();
    for (CSVRecord row : rows("columns.csv")) {
      if (!row.get("type").isEmpty()) {
        String[] alternatives = row.get("type").split(" or ", -1);
        types.put(row.get("column"), Arrays.stream(alternatives).map(ColumnType::of).toList());
      }
    }
    return types;
  }

  private static Map<String, List<Table>> inputs() {
    Map<String, List<Table>> inputs = new LinkedHashMap<>();
    try (InputStream in = resource("inputs.yaml")) {
      JsonNode sides = new ObjectMapper(new YAMLFactory()).readTree(in);
      for (Map.Entry<String, JsonNode> side : sides.properties()) {
        List<Table> tables = new ArrayList<>();
        side.getValue()
            .properties()
            .forEach(table -> tables.add(input(table.getKey(), table.getValue())));
        inputs.put(side.getKey(), List.copyOf(tables));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inputs;
  }

  private static Table input(String name, JsonNode node) {
    List<TableColumn> columns = new ArrayList<>();
    for (String declared : ColumnType.parts(node.path("columns").asText())) {
      boolean isRequired = declared.endsWith("!");
      String text = isRequired ? declared.substring(0, declared.length() - 1) : declared;
      int blank = text.indexOf(' ');
      String column = blank < 0 ? text : text.substring(0, blank);
      ColumnType type = blank < 0 ? usual(column) : ColumnType.of(text.substring(blank + 1));
      columns.add(new TableColumn(column, type, isRequired));
    }
    String partition = node.path("folders").asText("");
    return new Table(name, ColumnType.parts(node.path("grain").asText("")), columns, partition);
  }

  private static ColumnType usual(String column) {
    return Objects.requireNonNull(TYPES.get(column), column).get(0);
  }

  private static Map<String, Table> byName() {
    Map<String, Table> tables = new LinkedHashMap<>();
    INPUTS.values().forEach(side -> side.forEach(table -> tables.put(table.name(), table)));
    Map<String, List<TableColumn>> made = new LinkedHashMap<>();
    for (CSVRecord row : rows("schema.lock")) {
      made.computeIfAbsent(row.get("table"), name -> new ArrayList<>())
          .add(new TableColumn(row.get("column"), ColumnType.of(row.get("type")), false));
    }
    made.forEach((name, columns) -> tables.put(name, new Table(name, List.of(), columns, "")));
    return tables;
  }
}
