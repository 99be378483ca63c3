package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.allowable.model.ContractComparison;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/** Marts of a practice that does not exist, made from one list of services so that they agree. */
final class InventedMarts {

  static final String PINNACLE = "Pinnacle Health";
  static final BigDecimal TARGET = new BigDecimal("1.3000");
  static final int SMALL_NUMBER = 11;

  private static final BigDecimal VOLUME_PERCENT = new BigDecimal("5.0000");

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

  private InventedMarts(List<Service> services) {
    this.services = services;
    for (Table table : ContractComparison.TABLES) {
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
      marts.proposal("pinnacle-2026", proposalPayer, new BigDecimal("1.4"));
    }
    return marts.marts();
  }

  /** A whole practice: eight payers, 25 codes, three settings, two proposals. */
  static Map<String, Rows> practice() {
    InventedMarts marts = new InventedMarts(manyServices());
    marts.multiples();
    marts.proposal("pinnacle-2026", PINNACLE, new BigDecimal("1.38"));
    marts.proposal("crestline-counter", "Crestline Mutual", new BigDecimal("1.12"));
    marts.findings();
    marts.perUnit();
    return marts.marts();
  }

  /** The facts of a year. */
  static ComparisonFacts facts(String... proposals) {
    return new ComparisonFacts(
        "20260115-7f3a",
        "Example Pain Associates",
        YearMonth.of(2025, 1),
        YearMonth.of(2025, 12),
        TARGET,
        SMALL_NUMBER,
        VOLUME_PERCENT,
        2023,
        Set.of("Medicare", "State Medicaid"),
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

  private static List<Service> manyServices() {
    String[] payers = {
      "Medicare",
      PINNACLE,
      "Crestline Mutual",
      "Blue Harbor PPO",
      "Northwind Medicare Advantage",
      "Summit Employers",
      "State Medicaid",
      "Harborside Workers Compensation"
    };
    double[] rates = {0.997, 1.21, 1.02, 1.34, 1.01, 1.48, 0.74, 1.29};
    String[] codes = {
      "62323", "64483", "64493", "99214", "64635", "62321", "64490", "99213", "64484", "64494",
      "64636", "27096", "20553", "20610", "64633", "99204", "64450", "64405", "63650", "62350",
      "64520", "76942", "77003", "97110", "J1030"
    };
    String[] families = {
      "Epidural, interlaminar",
      "Epidural, transforaminal",
      "Facet block",
      "Visit",
      "Facet ablation",
      "Epidural, interlaminar",
      "Facet block",
      "Visit",
      "Epidural, transforaminal",
      "Facet block",
      "Facet ablation",
      "Sacroiliac joint",
      "Trigger point",
      "Joint injection",
      "Facet ablation",
      "Visit",
      "Nerve block",
      "Nerve block",
      "Spinal cord stimulation",
      "Intrathecal pump",
      "Sympathetic block",
      "Imaging",
      "Imaging",
      "Therapy",
      "Drug"
    };
    String[] settings = {"office", "asc", "hospital_outpatient"};
    Random random = new Random(7);
    List<Service> services = new ArrayList<>();
    for (int p = 0; p < payers.length; p++) {
      for (int c = 0; c < codes.length; c++) {
        for (int s = 0; s < settings.length; s++) {
          double size = 260.0 / (1 + c * 0.5) / (1 + s * 1.4) / (1 + p * 0.35);
          long lines = Math.round(size * (0.6 + random.nextDouble()));
          if (lines < 2) {
            continue;
          }
          double price = (s == 0 ? 210 : 95) * (0.5 + (c * 7 % 11) / 6.0);
          double multiple = rates[p] * (0.86 + 0.28 * random.nextDouble());
          BigDecimal medicare = BigDecimal.valueOf(price * lines).setScale(2, RoundingMode.HALF_UP);
          BigDecimal allowed =
              medicare.multiply(BigDecimal.valueOf(multiple)).setScale(2, RoundingMode.HALF_UP);
          services.add(
              new Service(
                  payers[p],
                  codes[c],
                  settings[s],
                  families[c],
                  lines,
                  medicare,
                  allowed,
                  BigDecimal.valueOf(lines * (10L + c), 1).setScale(2)));
        }
      }
    }
    return services;
  }

  private Map<String, Rows> marts() {
    Map<String, Rows> marts = new LinkedHashMap<>();
    for (Table table : ContractComparison.TABLES) {
      List<@Nullable Object[]> of = rows.get(table.name());
      if (of != null) {
        marts.put(table.name(), Rows.of(table, of));
      }
    }
    return marts;
  }

  private void add(Table table, Map<String, ? extends @Nullable Object> cells) {
    @Nullable Object[] values = new Object[table.schema().size()];
    cells.forEach((name, value) -> values[table.indexOf(name)] = value);
    java.util.Objects.requireNonNull(rows.get(table.name())).add(values);
  }

  private static Map<String, @Nullable Object> cells(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      cells.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return cells;
  }

  private void multiples() {
    payerRows();
    groupRows("setting");
    groupRows("family");
    groupRows("code");
    services.stream()
        .sorted(Comparator.comparing(Service::medicare).reversed())
        .forEach(one -> add(ContractComparison.MART_CODE_MULTIPLE, code(one)));
    for (Object[] benchmark :
        List.of(
            new Object[] {"Commercial professional services, nation", "1.2200"},
            new Object[] {"Commercial professional services, lowest state", "0.9800"},
            new Object[] {"Commercial professional services, highest state", "1.8800"})) {
      add(
          ContractComparison.MART_BENCHMARK,
          cells(
              "benchmark",
              benchmark[0],
              "multiple",
              new BigDecimal(benchmark[1].toString()),
              "year",
              2017,
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
    add(ContractComparison.MART_PAYER_MULTIPLE, cells);
    add(
        ContractComparison.MART_UNIFORM_PERCENT,
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
          ContractComparison.MART_COVERAGE,
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
          add(ContractComparison.MART_GROUP_MULTIPLE, cells);
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

  private void proposal(String name, String payer, BigDecimal rate) {
    List<Service> mine =
        services.stream()
            .filter(one -> one.payer().equals(payer))
            .sorted(
                Comparator.comparing(
                        (Service one) -> one.medicare().multiply(rate).subtract(one.allowed()))
                    .reversed())
            .toList();
    BigDecimal proposed = BigDecimal.ZERO;
    for (Service one : mine) {
      // Some cents beside the rate, as lines that are rounded one by one have them.
      BigDecimal amount =
          one.medicare()
              .multiply(rate)
              .setScale(2, RoundingMode.HALF_UP)
              .add(new BigDecimal("0.37"));
      proposed = proposed.add(amount);
      add(
          ContractComparison.MART_PROPOSAL_CODE,
          cells(
              "proposal",
              name,
              "payer",
              payer,
              "hcpcs_code",
              one.code(),
              "setting",
              one.setting(),
              "line_count",
              one.lines(),
              "unit_quantity",
              BigDecimal.valueOf(one.lines()).setScale(3),
              "medicare_amount",
              one.medicare(),
              "current_amount",
              one.allowed(),
              "proposed_amount",
              amount,
              "change_amount",
              amount.subtract(one.allowed()),
              "current_multiple",
              multiple(one.medicare(), one.allowed()),
              "proposed_multiple",
              multiple(one.medicare(), amount),
              "work_rvu",
              one.workRvu(),
              "unpriced_line_count",
              0L,
              "lost_to_charge_amount",
              one.code().equals("64635") ? new BigDecimal("812.40") : null));
    }
    total(name, payer, mine, proposed);
  }

  private void total(String name, String payer, List<Service> mine, BigDecimal proposed) {
    BigDecimal medicare = medicare(mine);
    BigDecimal current = allowed(mine);
    BigDecimal change = proposed.subtract(current);
    add(
        ContractComparison.MART_PROPOSAL,
        cells(
            "proposal",
            name,
            "payer",
            payer,
            "line_count",
            lines(mine),
            "medicare_amount",
            medicare,
            "current_amount",
            current,
            "proposed_amount",
            proposed,
            "change_amount",
            change,
            "current_multiple",
            multiple(medicare, current),
            "proposed_multiple",
            multiple(medicare, proposed),
            "current_per_work_rvu",
            current.divide(work(mine), 2, RoundingMode.HALF_UP),
            "proposed_per_work_rvu",
            proposed.divide(work(mine), 2, RoundingMode.HALF_UP),
            "volume_change_percent",
            VOLUME_PERCENT,
            "change_at_changed_volume_amount",
            change.multiply(new BigDecimal("1.05")).setScale(2, RoundingMode.HALF_UP),
            "unpriced_line_count",
            0L));
  }

  private void findings() {
    twoRates(PINNACLE, "62323", "office", "1.21", "0.98", 74);
    twoRates("Blue Harbor PPO", "64483", "asc", "1.34", "1.12", 19);
    implied(PINNACLE, "64635", "office", "1.2500", "1.12", "-4120.18", "DIFFERS");
    implied("Blue Harbor PPO", "99214", "office", "1.3000", "1.30", "12.60", "AGREES");
    implied("Crestline Mutual", "64493", "asc", null, "1.05", null, "NO_CONTRACT");
    leak(
        PINNACLE,
        "ESCALATOR_NOT_APPLIED",
        "62323",
        null,
        "escalator (pinnacle.yaml, line 41)",
        212,
        "8412.55");
    leak("State Medicaid", "BELOW_MEDICARE", "62323", "office", null, 61, "6120.10");
    leak(PINNACLE, "BELOW_MEDICARE", "64484", "asc", null, 33, "1904.77");
    leak("Crestline Mutual", "CHARGE_LIMITS_PRICE", "J1030", "office", null, 44, "733.04");
    leak(
        PINNACLE,
        "TERM_NEVER_APPLIED",
        "64635",
        null,
        "carve-out (pinnacle.yaml, line 58)",
        27,
        "611.30");
    leak("Blue Harbor PPO", "CHARGE_AT_ALLOWED", "77003", "office", null, 18, null);
    for (Object[] lever :
        List.of(
            new Object[] {1, "Ten points of Medicare more on every code", "21480.11"},
            new Object[] {2, "No reduction for several procedures a day", "9330.40"},
            new Object[] {3, "Medicare as of 2023 in place of the current year", "14010.93"},
            new Object[] {4, "Work RVUs of 2023 kept", "3207.85"},
            new Object[] {5, "Every code at Medicare or above", "1904.77"},
            new Object[] {6, "The contract as it is written", "9023.85"})) {
      for (String payer : List.of(PINNACLE, "Crestline Mutual")) {
        add(
            ContractComparison.MART_LEVER,
            cells(
                "payer",
                payer,
                "ordinal",
                lever[0],
                "lever",
                lever[1],
                "change_amount",
                new BigDecimal(lever[2].toString()),
                "line_count",
                812L));
      }
    }
  }

  private void twoRates(
      String payer, String code, String setting, String main, String other, long otherLines) {
    add(
        ContractComparison.MART_TWO_RATES,
        cells(
            "payer",
            payer,
            "hcpcs_code",
            code,
            "setting",
            setting,
            "line_count",
            4 * otherLines,
            "main_multiple",
            new BigDecimal(main),
            "main_line_count",
            2 * otherLines,
            "main_share",
            new BigDecimal("0.5000"),
            "other_multiple",
            new BigDecimal(other),
            "other_line_count",
            otherLines,
            "other_share",
            new BigDecimal("0.2500"),
            "other_first_month",
            "2025-03",
            "other_last_month",
            "2025-12"));
  }

  private void implied(
      String payer,
      String code,
      String setting,
      @Nullable String contract,
      String implied,
      @Nullable String amount,
      String finding) {
    add(
        ContractComparison.MART_IMPLIED_RATE,
        cells(
            "payer",
            payer,
            "hcpcs_code",
            code,
            "setting",
            setting,
            "line_count",
            41L,
            "contract_multiple",
            contract == null ? null : new BigDecimal(contract),
            "implied_multiple",
            new BigDecimal(implied),
            "implied_share",
            new BigDecimal("0.7800"),
            "difference",
            contract == null ? null : new BigDecimal(implied).subtract(new BigDecimal(contract)),
            "difference_amount",
            amount == null ? null : new BigDecimal(amount),
            "finding",
            finding));
  }

  private void leak(
      String payer,
      String kind,
      String code,
      @Nullable String setting,
      @Nullable String basis,
      long lines,
      @Nullable String amount) {
    add(
        ContractComparison.MART_LEAK,
        cells(
            "payer",
            payer,
            "leak",
            kind,
            "hcpcs_code",
            code,
            "setting",
            setting,
            "basis",
            basis,
            "line_count",
            lines,
            "amount",
            amount == null ? null : new BigDecimal(amount)));
  }

  private void perUnit() {
    for (Service one : services) {
      BigDecimal unit =
          one.allowed().divide(BigDecimal.valueOf(one.lines()), 2, RoundingMode.HALF_UP);
      long second = one.payer().equals(PINNACLE) ? one.lines() / 3 : 0;
      amount(one, unit, one.lines() - second);
      if (second > 0) {
        amount(
            one, unit.multiply(new BigDecimal("0.81")).setScale(2, RoundingMode.HALF_UP), second);
      }
    }
  }

  private void amount(Service one, BigDecimal unit, long lines) {
    add(
        ContractComparison.MART_ALLOWED_PER_UNIT,
        cells(
            "payer",
            one.payer(),
            "hcpcs_code",
            one.code(),
            "setting",
            one.setting(),
            "allowed_per_unit_amount",
            unit,
            "line_count",
            lines));
  }

  private static BigDecimal medicare(List<Service> of) {
    return of.stream().map(Service::medicare).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal allowed(List<Service> of) {
    return of.stream().map(Service::allowed).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal work(List<Service> of) {
    return of.stream().map(Service::workRvu).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long lines(List<Service> of) {
    return of.stream().mapToLong(Service::lines).sum();
  }

  private static BigDecimal multiple(BigDecimal medicare, BigDecimal allowed) {
    return allowed.divide(medicare, 4, RoundingMode.HALF_UP);
  }

  private static BigDecimal gap(BigDecimal medicare, BigDecimal allowed) {
    return medicare.multiply(TARGET).subtract(allowed).setScale(2, RoundingMode.HALF_UP);
  }
}
