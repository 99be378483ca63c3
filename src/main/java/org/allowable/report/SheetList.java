package org.allowable.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a workbook as the {@code workbook.yaml} of its job lists them: marts as tables, and
 * between them sheets that code makes.
 */
public final class SheetList {

  /** The file. */
  record Definition(List<Listed> sheets) {}

  /**
   * A sheet: of tables, or made by code, of which name and title are for the contents alone.
   *
   * @param printed false of a sheet that is for the screen alone
   */
  record Listed(
      @Nullable String made,
      @Nullable String name,
      @Nullable String title,
      @Nullable String note,
      @Nullable Boolean printed,
      @Nullable List<ListedTable> tables) {}

  /**
   * A table.
   *
   * @param mart one, or several of the same columns, one after the other
   * @param where columns and the values, one or several, that its rows have there
   * @param columns in order, comma separated
   * @param hidden columns that are not shown; where it is given, all others are
   * @param frozen how many first columns stay in view; one where nothing is said
   */
  record ListedTable(
      List<String> mart,
      @Nullable Map<String, List<String>> where,
      @Nullable String heading,
      String columns,
      @Nullable String hidden,
      boolean totals,
      @Nullable Integer frozen) {}

  private final List<Listed> sheets;

  private SheetList(List<Listed> sheets) {
    this.sheets = sheets;
  }

  /** Reads the list of a job. */
  public static SheetList of(String job) {
    String file = "/jobs/report/" + job + "/workbook.yaml";
    try (InputStream in = Objects.requireNonNull(SheetList.class.getResourceAsStream(file), file)) {
      return new SheetList(
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
              .build()
              .readValue(in, Definition.class)
              .sheets());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The sheets, in order.
   *
   * @param words what stands for names in braces
   * @param made what code makes, one sheet or several, by its name in the list
   * @param marts the rows of a mart
   * @throws IllegalArgumentException if a column has no header, or the list names what is not there
   */
  public List<Sheet> sheets(
      Map<String, String> words,
      Map<String, Supplier<List<Sheet>>> made,
      Function<String, Rows> marts,
      MartTables tables) {
    List<Sheet> all = new ArrayList<>();
    for (Listed sheet : sheets) {
      if (sheet.made() != null) {
        all.addAll(Objects.requireNonNull(made.get(sheet.made()), sheet.made()).get());
      } else {
        Block[] blocks =
            Objects.requireNonNull(sheet.tables()).stream()
                .map(table -> table(table, words, marts, tables))
                .toArray(Block[]::new);
        Sheet listed =
            Sheet.of(
                said(sheet.name(), words),
                said(sheet.title(), words),
                said(sheet.note(), words),
                blocks);
        all.add(Boolean.FALSE.equals(sheet.printed()) ? listed.on(Page.SCREEN) : listed);
      }
    }
    return all;
  }

  /**
   * Names and titles of the sheets that say both, in order.
   *
   * @param words what stands for names in braces
   */
  public List<LinkList.Entry> contents(Map<String, String> words) {
    return sheets.stream()
        .filter(sheet -> sheet.name() != null && sheet.title() != null)
        .map(sheet -> new LinkList.Entry(said(sheet.name(), words), said(sheet.title(), words)))
        .toList();
  }

  /**
   * Names of all sheets that say one.
   *
   * @param words what stands for names in braces
   */
  public List<String> names(Map<String, String> words) {
    return sheets.stream()
        .map(Listed::name)
        .filter(Objects::nonNull)
        .map(name -> said(name, words))
        .toList();
  }

  private static TableBlock table(
      ListedTable listed,
      Map<String, String> words,
      Function<String, Rows> marts,
      MartTables tables) {
    Rows rows = chosen(listed, words, marts);
    TableBlock table =
        tables
            .of(rows, columns(listed, words, rows))
            .from(listed.mart())
            .heading(said(listed.heading(), words));
    TableBlock summed = listed.totals() ? table.totaled() : table;
    return listed.frozen() == null ? summed : summed.frozen(listed.frozen());
  }

  private static String[] columns(ListedTable listed, Map<String, String> words, Rows rows) {
    List<String> columns = new ArrayList<>(names(said(listed.columns(), words)));
    if (listed.hidden() != null) {
      Set<String> placed = new HashSet<>(names(listed.hidden()));
      columns.forEach(column -> placed.add(MartTables.source(column)));
      rows.columns().stream().filter(column -> !placed.contains(column)).forEach(columns::add);
    }
    return columns.toArray(String[]::new);
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  // Rows stay a stream: what is left out is passed over as it comes.
  private static Rows chosen(
      ListedTable listed, Map<String, String> words, Function<String, Rows> marts) {
    List<Rows> parts = listed.mart().stream().map(marts).toList();
    Rows first = parts.get(0);
    Map<String, List<String>> where = listed.where();
    if (parts.size() == 1 && where == null) {
      return first;
    }
    List<String> columns = first.columns();
    Supplier<java.util.Iterator<@Nullable Object[]>> rows =
        () ->
            parts.stream()
                .flatMap(SheetList::stream)
                .filter(row -> where == null || isWhere(columns, row, where, words))
                .iterator();
    return new Rows(first.table(), -1, rows);
  }

  private static Stream<@Nullable Object[]> stream(Rows rows) {
    Iterable<@Nullable Object[]> all = () -> rows.iterator().get();
    return java.util.stream.StreamSupport.stream(all.spliterator(), false);
  }

  private static boolean isWhere(
      List<String> columns,
      @Nullable Object[] row,
      Map<String, List<String>> where,
      Map<String, String> words) {
    return where.entrySet().stream()
        .allMatch(
            condition -> {
              int place = columns.indexOf(condition.getKey());
              if (place < 0) {
                throw new IllegalArgumentException("No column " + condition.getKey());
              }
              String value = String.valueOf(row[place]);
              return condition.getValue().stream().anyMatch(one -> said(one, words).equals(value));
            });
  }

  private static String said(@Nullable String text, Map<String, String> words) {
    String said = text == null ? "" : text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      said = said.replace("{" + word.getKey() + "}", word.getValue());
    }
    if (said.contains("{")) {
      throw new IllegalArgumentException("Nothing stands for a name in braces: " + said);
    }
    return said;
  }
}
