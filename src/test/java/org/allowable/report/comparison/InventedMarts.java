package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;

/** Marts of a practice that does not exist, made from one list of services so that they agree. */
final class InventedMarts {

  static final String PINNACLE = "Pinnacle Health";
  static final BigDecimal TARGET = new BigDecimal("1.3000");
  static final int SMALL_NUMBER = 11;

  static final BigDecimal VOLUME_PERCENT = new BigDecimal("5.0000");

  /** One payer, code and setting. */
  record Service(
      String payer,
      String code,
      String setting,
      String family,
      long lines,
      BigDecimal medicare,
      BigDecimal allowed,
      BigDecimal workRvu) {}

  private final List<Service> services;
  private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

  InventedMarts(List<Service> services) {
    this.services = services;
    for (Table table : Tables.madeBySelects()) {
      if (table.name().startsWith("mart_")) {
        rows.put(table.name(), new ArrayList<>());
      }
    }
  }

  /** Marts without a row. */
  static Map<String, Rows> empty() {
    return new InventedMarts(List.of()).marts();
  }

  /** Marts of these services, with a proposal at 1.4 for the payer; none where it is null. */
  static Map<String, Rows> of(List<Service> services, @Nullable String proposalPayer) {
    InventedMarts marts = new InventedMarts(services);
    marts.multiples();
    if (proposalPayer != null) {
      new InventedProposal(marts).add("pinnacle-2026", proposalPayer, new BigDecimal("1.4"));
    }
    return marts.marts();
  }

  /** What is aimed at; of Medicare Advantage nothing is said. */
  static PayerTargets targets() {
    return new PayerTargets(
        Map.of(
            "Medicare",
            "medicare",
            "State Medicaid",
            "medicaid",
            "Harborside Advantage",
            "medicare_advantage",
            PINNACLE,
            "commercial",
            "Crestline Mutual",
            "commercial",
            "Blue Harbor",
            "commercial",
            "Northwind Health",
            "commercial",
            "Summit Choice",
            "commercial"),
        Map.of("commercial", TARGET));
  }

  /** The facts of a year. */
  static ComparisonFacts facts(String... proposals) {
    return facts(List.of(), proposals);
  }

  /** The facts of a year, where the reader chose benchmarks for the payer. */
  static ComparisonFacts factsWith(List<String> exhibitBenchmarks) {
    return facts(exhibitBenchmarks);
  }

  private static ComparisonFacts facts(List<String> exhibitBenchmarks, String... proposals) {
    return new ComparisonFacts(
        "20260115-7f3a",
        "DuckDB",
        "Example Pain Associates",
        YearMonth.of(2025, 1),
        YearMonth.of(2025, 12),
        targets(),
        SMALL_NUMBER,
        VOLUME_PERCENT,
        2023,
        "",
        exhibitBenchmarks,
        List.of(proposals),
        Map.of("conversion_factor.csv", "a".repeat(64), "benchmark.csv", "b".repeat(64)));
  }

  static Service service(
      String payer, String code, String setting, long lines, String medicare, String allowed) {
    return new Service(
        payer,
        code,
        setting,
        code.startsWith("99") ? "Visit" : "Epidural, interlaminar",
        lines,
        new BigDecimal(medicare),
        new BigDecimal(allowed),
        BigDecimal.valueOf(lines * 18, 1).setScale(2));
  }

  /** The marts as a report gets them. */
  Map<String, Rows> marts() {
    Map<String, Rows> marts = new LinkedHashMap<>();
    for (Table table : Tables.madeBySelects()) {
      List<@Nullable Object[]> of = rows.get(table.name());
      if (of != null) {
        marts.put(table.name(), Rows.of(table, of));
      }
    }
    return marts;
  }

  /** Adds a row by the names of its columns; what is not said is null. */
  void add(Table table, Map<String, ? extends @Nullable Object> cells) {
    @Nullable Object[] values = new Object[table.columns().size()];
    cells.forEach((name, value) -> values[table.indexOf(name)] = value);
    java.util.Objects.requireNonNull(rows.get(table.name())).add(values);
  }

  /** Names and values in turn. */
  static Map<String, @Nullable Object> cells(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      cells.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return cells;
  }

  /** The services that the marts are made from. */
  List<Service> services() {
    return services;
  }

  /** Adds what payers allow, and the benchmarks. */
  void multiples() {
    payerRows();
    groupRows("setting");
    groupRows("family");
    groupRows("code");
    services.stream()
        .sorted(Comparator.comparing(Service::medicare).reversed())
        .forEach(one -> add(Tables.named("mart_code_multiple"), code(one)));
    for (Object[] benchmark :
        List.of(
            new Object[] {"Commercial professional services, nation", "1.2200"},
            new Object[] {"Commercial professional services, lowest state", "0.9800"},
            new Object[] {"Commercial professional services, highest state", "1.8800"})) {
      add(
          Tables.named("mart_benchmark"),
          cells(
              "benchmark",
              benchmark[0],
              "multiple",
              new BigDecimal(benchmark[1].toString()),
              "year",
              2017,
              "age_years",
              8,
              "is_old",
              true,
              "source",
              "Health Care Cost Institute: professional prices against Medicare, 2017"));
    }
  }

  private void payerRows() {
    Map<String, List<Service>> byPayer = new LinkedHashMap<>();
    services.forEach(
        one -> byPayer.computeIfAbsent(one.payer(), key -> new ArrayList<>()).add(one));
    byPayer.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, List<Service>> one) -> medicare(one.getValue()))
                .reversed())
        .forEach(one -> payer(one.getKey(), one.getValue()));
  }

  private void payer(String payer, List<Service> mine) {
    BigDecimal medicare = medicare(mine);
    BigDecimal allowed = allowed(mine);
    Map<String, @Nullable Object> cells = spread(medicare, allowed);
    cells.putAll(
        cells(
            "payer",
            payer,
            "line_count",
            lines(mine),
            "unit_quantity",
            BigDecimal.valueOf(lines(mine)).setScale(3),
            "charge_amount",
            allowed.multiply(new BigDecimal("3")),
            "fixed_mix_index",
            multiple(medicare, allowed).add(new BigDecimal("0.0130")),
            "covered_share",
            new BigDecimal("0.9120"),
            "target_multiple",
            TARGET,
            "gap_amount",
            gap(medicare, allowed),
            "work_rvu",
            work(mine),
            "allowed_per_work_rvu",
            allowed.divide(work(mine), 2, RoundingMode.HALF_UP)));
    add(Tables.named("mart_payer_multiple"), cells);
    add(
        Tables.named("mart_uniform_percent"),
        cells(
            "payer",
            payer,
            "target_amount",
            medicare.multiply(TARGET).setScale(2, RoundingMode.HALF_UP),
            "uniform_percent",
            new BigDecimal("133.41")));
    coverage(payer, "COMPARED", lines(mine), medicare, allowed);
    coverage(payer, "OPEN", lines(mine) / 9, medicare, null);
    coverage(payer, "DENIED", lines(mine) / 14, medicare, BigDecimal.ZERO.setScale(2));
    coverage(payer, "NOT_COVERED", lines(mine) / 40, medicare, null);
  }

  private void coverage(
      String payer, String status, long lines, BigDecimal medicare, @Nullable BigDecimal allowed) {
    if (lines > 0) {
      add(
          Tables.named("mart_coverage"),
          cells(
              "payer",
              payer,
              "comparison_status",
              status,
              "line_count",
              lines,
              "charge_amount",
              BigDecimal.valueOf(lines * 400).setScale(2),
              "allowed_amount",
              allowed,
              "medicare_amount",
              status.equals("COMPARED") ? medicare : null));
    }
  }

  private void groupRows(String grouping) {
    Map<List<String>, List<Service>> groups = new LinkedHashMap<>();
    for (Service one : services) {
      String name =
          switch (grouping) {
            case "setting" -> one.setting();
            case "family" -> one.family();
            default -> one.code();
          };
      groups.computeIfAbsent(List.of(name, one.payer()), key -> new ArrayList<>()).add(one);
    }
    groups.forEach(
        (key, mine) -> {
          Map<String, @Nullable Object> cells = spread(medicare(mine), allowed(mine));
          cells.putAll(
              cells(
                  "payer",
                  key.get(1),
                  "grouping",
                  grouping,
                  "group_name",
                  key.get(0),
                  "line_count",
                  lines(mine),
                  "unit_quantity",
                  BigDecimal.valueOf(lines(mine)).setScale(3),
                  "is_small_number",
                  lines(mine) < SMALL_NUMBER));
          add(Tables.named("mart_group_multiple"), cells);
        });
  }

  private static Map<String, @Nullable Object> code(Service one) {
    Map<String, @Nullable Object> cells = spread(one.medicare(), one.allowed());
    cells.putAll(
        cells(
            "payer",
            one.payer(),
            "hcpcs_code",
            one.code(),
            "setting",
            one.setting(),
            "line_count",
            one.lines(),
            "unit_quantity",
            BigDecimal.valueOf(one.lines()).setScale(3),
            "is_small_number",
            one.lines() < SMALL_NUMBER,
            "gap_amount",
            gap(one.medicare(), one.allowed()),
            "work_rvu",
            one.workRvu(),
            "allowed_per_work_rvu",
            one.allowed().divide(one.workRvu(), 2, RoundingMode.HALF_UP),
            "main_multiple",
            multiple(one.medicare(), one.allowed()).setScale(2, RoundingMode.HALF_UP),
            "main_share",
            new BigDecimal("0.8100")));
    return cells;
  }

  private static Map<String, @Nullable Object> spread(BigDecimal medicare, BigDecimal allowed) {
    BigDecimal multiple = multiple(medicare, allowed);
    return cells(
        "allowed_amount",
        allowed,
        "medicare_amount",
        medicare,
        "multiple",
        multiple,
        "first_quartile",
        multiple.subtract(new BigDecimal("0.0600")),
        "median",
        multiple,
        "third_quartile",
        multiple.add(new BigDecimal("0.0400")));
  }

  static BigDecimal medicare(List<Service> of) {
    return of.stream().map(Service::medicare).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal allowed(List<Service> of) {
    return of.stream().map(Service::allowed).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal work(List<Service> of) {
    return of.stream().map(Service::workRvu).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static long lines(List<Service> of) {
    return of.stream().mapToLong(Service::lines).sum();
  }

  static BigDecimal multiple(BigDecimal medicare, BigDecimal allowed) {
    return allowed.divide(medicare, 4, RoundingMode.HALF_UP);
  }

  private static BigDecimal gap(BigDecimal medicare, BigDecimal allowed) {
    return medicare.multiply(TARGET).subtract(allowed).setScale(2, RoundingMode.HALF_UP);
  }
}
