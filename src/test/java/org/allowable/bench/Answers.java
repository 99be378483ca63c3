package org.allowable.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allowable.model.PeriodUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Whether contenders gave the same answers: without that, no time means anything. */
final class Answers {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");
  private static final String APART = "\u001F";

  private Answers() {}

  /**
   * Compares tables byte for byte.
   *
   * @throws IllegalStateException naming the first that differs
   */
  static void requireSameFiles(List<Path> some, List<Path> others) throws IOException {
    Map<String, Path> right = byName(some, others);
    for (Path left : some) {
      if (Files.mismatch(left, right.get(left.getFileName().toString())) >= 0) {
        throw different(left);
      }
    }
  }

  /**
   * Compares tables row by row, in any order; a number is the same with fewer zeros at its end. A
   * report names the columns of its period after the month that it is of.
   *
   * @return cells that were compared
   * @throws IllegalStateException naming the first table that differs
   */
  static long requireSameRows(List<Path> some, List<Path> others) throws IOException {
    Map<String, Path> right = byName(some, others);
    long cells = 0;
    for (Path left : some) {
      List<String> rows = rows(left);
      if (!rows.equals(rows(right.get(left.getFileName().toString())))) {
        throw different(left);
      }
      for (String row : rows) {
        cells += row.chars().filter(c -> c == APART.charAt(0)).count();
      }
    }
    return cells;
  }

  private static Map<String, Path> byName(List<Path> some, List<Path> others) {
    Map<String, Path> named = new TreeMap<>();
    others.forEach(path -> named.put(path.getFileName().toString(), path));
    List<String> names = some.stream().map(path -> path.getFileName().toString()).sorted().toList();
    if (names.isEmpty() || !names.equals(List.copyOf(named.keySet()))) {
      throw new IllegalStateException("Not the same tables: " + names + " and " + named.keySet());
    }
    return named;
  }

  private static IllegalStateException different(Path table) {
    return new IllegalStateException(
        "The answers differ in " + table.getFileName() + ": no time is told.");
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVFormat.DEFAULT.parse(in)) {
      for (CSVRecord record : parser) {
        StringBuilder row = new StringBuilder();
        record.forEach(cell -> row.append(plain(cell)).append(APART));
        rows.add(row.toString());
      }
    }
    rows.set(0, PeriodUnit.MONTH.columnName(rows.get(0)));
    rows.subList(1, rows.size()).sort(null);
    return rows;
  }

  // A code with leading zeros is a number here on both sides.
  private static String plain(String cell) {
    if (!NUMBER.matcher(cell).matches()) {
      return cell;
    }
    BigDecimal number = new BigDecimal(cell);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
