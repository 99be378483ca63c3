package org.allowable.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.report.Format;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The CSV tables of a review, and the numbers that a packet may say of one physician.
 *
 * @param byName rows by table
 */
record PacketTables(Map<String, List<CSVRecord>> byName) {

  static final PacketTables NONE = new PacketTables(Map.of());

  // Of a number all that touches it: dollar, minus, thousands, cents, percent; codes and dates too.
  private static final Pattern NUMBER =
      Pattern.compile("[+\u2212]?\\$?[A-Z]*\\d(?:[\\d,.:-]*\\d)?%?");

  // No values of a table: levels of limits, page numbers, how many examples and patterns there are.
  private static final Set<String> SAID_BY_ITSELF =
      Set.of(
          "95",
          "95%",
          "99.8",
          "99.8%",
          "1",
          "2",
          "12",
          "40",
          "1,000",
          "2026Q3",
          "2026-10-01",
          "2026-09-30");

  private static final Set<String> OF_ONE =
      Set.of(
          "mart_physician_rate",
          "mart_physician_verdict",
          "mart_physician_action",
          "mart_physician_month",
          "mart_denial_pattern",
          "mart_denial_example",
          "mart_other_owner_denial",
          "mart_training",
          "mart_rate_center",
          "mart_run_signal");

  static PacketTables read(Path folder) throws IOException {
    Map<String, List<CSVRecord>> byName = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try (CSVParser parser =
            CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file))) {
          byName.put(file.getFileName().toString().replace(".csv", ""), parser.getRecords());
        }
      }
    }
    return new PacketTables(byName);
  }

  /** Every number of a text, as it stands there. */
  static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
    return numbers;
  }

  /** A number without the zeros that say nothing. */
  static BigDecimal normal(BigDecimal number) {
    BigDecimal rounded = number.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
  }

  List<CSVRecord> rows(String table) {
    return Objects.requireNonNull(byName.get(table), table);
  }

  /** One row a physician. */
  List<CSVRecord> physicians() {
    return rows("mart_physician_rate").stream()
        .filter(row -> row.get("span").equals("period"))
        .toList();
  }

  /** NPI by folder of the packet. */
  Map<String, String> labels() {
    return rows("physician_label").stream()
        .filter(row -> !row.get("packet_folder").isEmpty())
        .collect(
            Collectors.toMap(row -> row.get("packet_folder"), row -> row.get("rendering_npi")));
  }

  String name(String npi) {
    return physicians().stream()
        .filter(row -> row.get("rendering_npi").equals(npi))
        .map(row -> row.get("physician"))
        .findFirst()
        .orElseThrow();
  }

  /** The numbers of a physician's rows, and those of their sums that a packet says. */
  Set<BigDecimal> plain(String npi) {
    Set<BigDecimal> plain = new HashSet<>();
    cells(npi).stream().filter(PacketTables::isNumber).map(BigDecimal::new).forEach(plain::add);
    sums(npi).values().forEach(plain::addAll);
    return plain.stream().map(PacketTables::normal).collect(Collectors.toSet());
  }

  // What a packet adds up: all of a physician's patterns, and a group over all locations.
  private Map<String, Set<BigDecimal>> sums(String npi) {
    Map<String, Set<BigDecimal>> sums = new TreeMap<>();
    Set<BigDecimal> amounts = new HashSet<>();
    Set<BigDecimal> counts = new HashSet<>();
    amounts.add(sum("mart_denial_pattern", npi, "recovered_amount", ""));
    counts.add(sum("mart_denial_pattern", npi, "open_line_count", ""));
    counts.add(sum("mart_denial_pattern", npi, "without_recovery_line_count", ""));
    for (CSVRecord row : rows("mart_other_owner_denial")) {
      String group = row.get("denial_group") + row.get("denial_owner");
      counts.add(sum("mart_other_owner_denial", npi, "line_count", group));
      amounts.add(sum("mart_other_owner_denial", npi, "charge_amount", group));
    }
    sums.put("sum_amount", amounts);
    sums.put("sum_count", counts);
    return sums;
  }

  // A value as its kind of column is written, as the column's name tells.
  private static List<String> shown(String column, String cell) {
    if (!isNumber(cell)) {
      return List.of();
    }
    BigDecimal number = new BigDecimal(cell);
    if (column.endsWith("_amount")) {
      return numbers(Format.MONEY.display(number));
    }
    if (column.startsWith("peer_difference")) {
      // A change of a rate is said in points.
      BigDecimal points = number.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
      return numbers(Format.QUANTITY.displayChange(points));
    }
    return numbers(format(column).display(number));
  }

  private static Format format(String column) {
    if (column.equals("expected_line_count")) {
      return Format.QUANTITY;
    }
    return column.endsWith("_count") ? Format.COUNT : Format.RVU;
  }

  private BigDecimal sum(String table, String npi, String column, String group) {
    return rows(table).stream()
        .filter(row -> row.get("rendering_npi").equals(npi))
        .filter(
            row ->
                group.isEmpty() || group.equals(row.get("denial_group") + row.get("denial_owner")))
        .map(row -> row.get(column))
        .filter(PacketTables::isNumber)
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the rules of a physician's first patterns say. */
  List<String> rules(String npi) {
    Set<String> shown =
        rows("mart_denial_example").stream()
            .filter(row -> row.get("rendering_npi").equals(npi))
            .map(row -> row.get("pattern_number"))
            .collect(Collectors.toSet());
    return rows("mart_denial_pattern").stream()
        .filter(row -> row.get("rendering_npi").equals(npi))
        .filter(row -> shown.contains(row.get("pattern_number")))
        .map(row -> row.get("rule_said"))
        .toList();
  }

  /** The same as a packet writes them, with the codes, dates and words of those rows. */
  Set<String> written(String npi, String runId) {
    Set<String> written = new HashSet<>(SAID_BY_ITSELF);
    written.addAll(numbers(runId));
    for (String table : OF_ONE) {
      for (CSVRecord row : rows(table)) {
        if (row.get("rendering_npi").equals(npi)) {
          row.toMap().forEach((column, cell) -> written.addAll(shown(column, cell)));
        }
      }
    }
    sums(npi)
        .forEach((column, all) -> all.forEach(n -> written.addAll(shown(column, n.toString()))));
    cells(npi).forEach(cell -> written.addAll(numbers(cell)));
    rows("mart_physician_month")
        .forEach(row -> written.addAll(numbers(row.get("answer_month").substring(0, 4))));
    return written;
  }

  private List<String> cells(String npi) {
    List<String> cells = new ArrayList<>();
    Set<String> examples = new HashSet<>();
    for (String table : OF_ONE) {
      for (CSVRecord row : rows(table)) {
        if (row.get("rendering_npi").equals(npi)) {
          cells.addAll(row.toList());
          if (table.equals("mart_denial_example")) {
            examples.add(row.get("claim_line_key"));
          }
        }
      }
    }
    rows("mart_frequency_proof").stream()
        .filter(row -> examples.contains(row.get("claim_line_key")))
        .forEach(row -> cells.addAll(row.toList()));
    return cells;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?\\d{1,15}(\\.\\d+)?");
  }
}
