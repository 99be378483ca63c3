package org.allowable.ingest.cms.library;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Where the reference tables lie: in the user's reference directory or, for a table that is not
 * there, among those that the program ships.
 */
public final class ReferenceLibrary {

  private static final String RESOURCES = "/reference/";
  private static final String INDEX = "index.txt";

  // More than a file has, so that one number says a file and a line of it.
  private static final long LINES = 1L << 40;

  private ReferenceLibrary() {}

  /**
   * The CSV files of a table in a directory: {@code <table>.csv} and {@code <table>/*.csv}, in the
   * order of their names; each may be packed as {@code .csv.gz}.
   *
   * @return an empty list where the directory does not hold the table
   */
  public static List<Path> files(Path referenceDirectory, Table table) {
    List<Path> files = new ArrayList<>();
    for (String ending : List.of(ReferenceCsv.ENDING, ReferenceCsv.PACKED)) {
      Path single = referenceDirectory.resolve(table.name() + ending);
      if (Files.isRegularFile(single)) {
        files.add(single);
      }
    }
    Path folder = referenceDirectory.resolve(table.name());
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inFolder = Files.list(folder)) {
        inFolder
            .filter(file -> ReferenceCsv.isNamed(file) && Files.isRegularFile(file))
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw new InputException(
            folder + " cannot be read. Check that it is complete and that you may read it.", e);
      }
    }
    return files;
  }

  /**
   * The CSV files of a table: the user's or, where there are none, the shipped ones.
   *
   * @param shipped what {@link #unpackShipped} returned
   */
  public static List<Path> files(Path referenceDirectory, Path shipped, Table table) {
    List<Path> own = files(referenceDirectory, table);
    return own.isEmpty() ? files(shipped, table) : own;
  }

  /**
   * Writes which releases are extracts: the shipped marks hold for tables that are the shipped
   * ones, the user's for the user's own.
   *
   * @param shipped what {@link #unpackShipped} returned
   * @param target the file to be written
   * @return the same file
   */
  public static Path writeExtracts(Path referenceDirectory, Path shipped, Path target) {
    try {
      ReferenceCsv.write(
          target, Reference.REFERENCE_EXTRACT, extracts(referenceDirectory, shipped));
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Which releases are extracts, as {@link #writeExtracts} writes them.
   *
   * @param shipped what {@link #unpackShipped} returned
   * @return complete rows of {@link Reference#REFERENCE_EXTRACT}
   * @throws InputException where a file of the table is not as it must be
   */
  public static List<List<String>> extracts(Path referenceDirectory, Path shipped) {
    Table marks = Reference.REFERENCE_EXTRACT;
    List<List<String>> rows = new ArrayList<>();
    for (boolean isOwn : new boolean[] {false, true}) {
      List<Path> files = files(isOwn ? referenceDirectory : shipped, marks);
      check(files, marks);
      forEach(
          files,
          marks,
          row -> {
            if (isOwn == isOwnTable(referenceDirectory, row.get(0))) {
              rows.add(List.copyOf(row));
            }
          });
    }
    return rows;
  }

  private static boolean isOwnTable(Path referenceDirectory, String name) {
    return Reference.TABLES.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .filter(table -> !files(referenceDirectory, table).isEmpty())
        .isPresent();
  }

  /**
   * Copies all shipped tables out of the program.
   *
   * @param directory a private directory of the caller, who deletes it
   * @return the same directory
   * @throws UncheckedIOException if the directory cannot be written
   */
  public static Path unpackShipped(Path directory) {
    try {
      for (String name : shippedNames()) {
        Path target = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in = resource(name)) {
          Files.copy(in, target);
        }
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks a file against its table: the header, every cell's type, that no key comes twice, and
   * that no two dated rows of a key hold on one day.
   *
   * @throws InputException naming file, line and column
   */
  public static void check(Path file, Table table) {
    check(List.of(file), table);
  }

  /**
   * Checks all files of a table together: a key may come in only one of them.
   *
   * @return how many rows they have
   * @throws InputException naming file, line and column
   */
  public static long check(List<Path> files, Table table) {
    int[] key = table.grain().stream().mapToInt(table::indexOf).toArray();
    Map<String, Long> seen = new HashMap<>();
    OverlapCheck overlaps = new OverlapCheck(table);
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      long base = i * LINES;
      ReferenceCsv.forEach(
          file,
          table,
          (cells, line) -> {
            checkCells(file, table, cells, line);
            String values = Arrays.stream(key).mapToObj(cells::get).collect(joining("\n"));
            Long first = seen.putIfAbsent(values, base + line);
            if (first != null) {
              throw sameKey(file, line, table, files.get((int) (first / LINES)), first % LINES);
            }
            overlaps.add(file, line, cells);
          });
    }
    return seen.size();
  }

  /**
   * Hands out the rows of a table's files, each as its cells in the order of the columns; an empty
   * cell is a null.
   */
  public static void forEach(List<Path> files, Table table, Consumer<List<String>> reader) {
    for (Path file : files) {
      ReferenceCsv.forEach(file, table, (cells, line) -> reader.accept(cells));
    }
  }

  /**
   * Hands out the rows of files that {@link #check} took, each as its values.
   *
   * @param isWanted which rows, by their cells
   */
  public static void forEachRow(
      List<Path> files,
      Table table,
      Predicate<List<String>> isWanted,
      Consumer<@Nullable Object[]> reader) {
    List<TableColumn> columns = table.columns();
    forEach(
        files,
        table,
        cells -> {
          if (!isWanted.test(cells)) {
            return;
          }
          @Nullable Object[] row = new Object[columns.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = CellType.value(cells.get(i), columns.get(i).type());
          }
          reader.accept(row);
        });
  }

  private static InputException sameKey(
      Path file, long line, Table table, Path first, long firstLine) {
    return InputException.at(
        file,
        "line " + line,
        "a new " + String.join(" and ", table.grain()),
        "the key of " + first.getFileName() + ", line " + firstLine,
        "Keep one of the two rows.");
  }

  private static void checkCells(Path file, Table table, List<String> cells, long line) {
    List<TableColumn> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      TableColumn column = columns.get(i);
      String cell = cells.get(i);
      if (!CellType.fits(cell, column.type(), !column.isRequired())) {
        throw InputException.at(
            file,
            "line " + line + ", column " + column.name(),
            CellType.expected(column.type()),
            cell.isEmpty() ? "nothing" : "another text",
            "Correct the cell.");
      }
    }
  }

  /** Names of the shipped files, relative to their root. */
  static List<String> shippedNames() throws IOException {
    try (InputStream in = resource(INDEX)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(name -> !name.isBlank())
          .toList();
    }
  }

  private static InputStream resource(String name) {
    InputStream in = ReferenceLibrary.class.getResourceAsStream(RESOURCES + name);
    return Objects.requireNonNull(in, () -> "not packaged: " + RESOURCES + name);
  }
}
