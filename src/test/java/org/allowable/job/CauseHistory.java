package org.allowable.job;

import static org.allowable.job.SmallRun.usd;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.config.Practice.PercentOfMedicare;
import org.allowable.contract.ContractSet;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Lines of an office in Northern New Jersey in 2026 with what their payers allowed, priced by the
 * steps of the monthly report and looked through for causes.
 */
final class CauseHistory {

  private static final Job JOB = Job.named("monthly-report");

  /** The mistake of no line. */
  static final String NONE = "none";

  /**
   * A line.
   *
   * @param visit lines of one are of one day
   * @param truth the planted cause, or {@link #NONE}
   */
  record Line(
      long key,
      long visit,
      String payer,
      String code,
      @Nullable String modifier,
      LocalDate day,
      BigDecimal charge,
      BigDecimal expected,
      BigDecimal allowed,
      String truth) {}

  /** What a line was found to be. */
  record Found(String cause, int causeCount) {}

  private final List<Practice.Payer> payers = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<Long, Found> found = new HashMap<>();
  private final Map<Long, BigDecimal> prices = new HashMap<>();
  private final Map<String, String> contractFiles = new LinkedHashMap<>();
  private final Map<String, String> contracts = new HashMap<>();

  /** A payer at percents of Medicare, the first to the end of 2025. */
  void payer(String name, PayerClass payerClass, String before, String percent) {
    List<PercentOfMedicare> percents =
        payerClass == PayerClass.MEDICARE
            ? List.of()
            : List.of(
                new PercentOfMedicare(
                    LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), usd(before)),
                new PercentOfMedicare(LocalDate.of(2026, 1, 1), null, usd(percent)));
    payers.add(new Practice.Payer(name, payerClass, List.of(name), List.of(), percents));
  }

  /**
   * A commercial payer with contract files.
   *
   * @param files by the contract's name; the last holds for its lines
   */
  void contracts(String name, List<Practice.NamedContract> named, Map<String, String> files) {
    payers.add(
        new Practice.Payer(
            name, PayerClass.COMMERCIAL, List.of(name), List.of(), List.of(), named, null));
    contractFiles.putAll(files);
    files.keySet().forEach(contract -> contracts.put(name, contract));
  }

  /** A line of a visit of its own, or of the visit before. */
  Line line(
      String payer,
      String procedure,
      LocalDate day,
      boolean isSameVisit,
      String expected,
      String allowed,
      String truth) {
    return line(payer, procedure, day, isSameVisit, "9000.00", expected, allowed, truth);
  }

  /** The same with its charge. */
  Line line(
      String payer,
      String procedure,
      LocalDate day,
      boolean isSameVisit,
      String charge,
      String expected,
      String allowed,
      String truth) {
    String[] parts = procedure.split("-", -1);
    long visit = isSameVisit ? lines.get(lines.size() - 1).visit() : lines.size() + 1_000_000L;
    Line line =
        new Line(
            lines.size() + 1L,
            visit,
            payer,
            parts[0],
            parts.length > 1 ? parts[1] : null,
            day,
            usd(charge),
            usd(expected),
            usd(allowed),
            truth);
    lines.add(line);
    return line;
  }

  List<Line> lines() {
    return lines;
  }

  /** Prices all lines and looks for their causes. */
  CauseHistory run() throws IOException {
    return run(Path.of("none"));
  }

  /**
   * The same with reference tables of one's own.
   *
   * @param reference a folder of those that are not as they ship; there or not
   */
  CauseHistory run(Path reference) throws IOException {
    Practice practice =
        new Practice(
            "Causes",
            Practice.ApmStatus.NON_QP,
            SmallRun.PRACTICE.thresholds(),
            SmallRun.PRACTICE.sites(),
            SmallRun.PRACTICE.physicians(),
            payers);
    Path folder = Files.createTempDirectory("causes");
    try (Engine engine = SmallRun.newEngine()) {
      ReferenceViews references =
          new ReferenceViews(reference, Files.createDirectory(folder.resolve("work")));
      references.register(engine);
      InputViews.register(engine, practice);
      Path practiceFile = Files.writeString(folder.resolve("practice.yaml"), "name: Causes\n");
      Path agreed = Files.createDirectory(folder.resolve("contracts"));
      for (Map.Entry<String, String> file : contractFiles.entrySet()) {
        Files.writeString(agreed.resolve(file.getKey() + ".yaml"), file.getValue());
      }
      ContractSet contractSet =
          ContractSet.read(agreed, practice, practiceFile, references.known()).required();
      InputViews.register(engine, contractSet, references.known());
      contractSet
          .payerContracts()
          .forEach(contract -> contracts.putIfAbsent(contract.payer(), contract.contract()));
      rows(engine, "int_priceable_line", lines.stream().map(l -> asked(l)).toList());
      rows(engine, "int_denied_line", List.of());
      run(engine, Set.of("int_price_key", "int_expected_price"), Set.of());
      Map<Object, Object> keys = new HashMap<>();
      engine
          .all("int_price_key")
          .forEach(
              row ->
                  keys.put(
                      Objects.requireNonNull(row.get("line_key")),
                      Objects.requireNonNull(row.get("price_key"))));
      prices(engine);
      rows(engine, "int_adjudicated_line", lines.stream().map(l -> answered(l, keys)).toList());
      run(engine, Set.of("int_line_cause"), Set.of("int_adjudicated_line"));
      for (Map<String, @Nullable Object> row : engine.all("int_line_cause")) {
        found.put(
            (Long) Objects.requireNonNull(row.get("claim_line_key")),
            new Found(
                String.valueOf(row.get("cause")),
                (Integer) Objects.requireNonNull(row.get("cause_count"))));
      }
    } finally {
      CaseRun.delete(folder);
    }
    return this;
  }

  private static void run(Engine engine, Set<String> wanted, Set<String> made) {
    Set<String> there = new HashSet<>(made);
    there.add("int_priceable_line");
    there.add("int_denied_line");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("date_basis", "service");
    parameters.put("first_month", "2025-09");
    parameters.put("report_month", "2026-09");
    parameters.put("apm_status", "non_qp");
    parameters.put("participation", "participating");
    new JobRunner(engine, Progress.SILENT).run(NeededSteps.of(JOB, wanted, there), parameters);
  }

  private void prices(Engine engine) {
    EngineRows.of(
            engine,
            """
            select k.line_key, x.expected_allowed_amount
            from int_price_key as k
            inner join int_expected_price as x
              on k.price_key = x.price_key and k.payer_class = x.payer_class
              and coalesce(k.contract, '') = coalesce(x.contract, '')
            """)
        .forEach(
            row ->
                prices.put(
                    (Long) Objects.requireNonNull(row.get("line_key")),
                    EngineRows.amount(row, "expected_allowed_amount")));
  }

  private String payerClass(Line line) {
    return payers.stream()
        .filter(payer -> payer.name().equals(line.payer()))
        .map(payer -> payer.payerClass().name().toLowerCase(java.util.Locale.ROOT))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Object[] asked(Line line) {
    Map<String, @Nullable Object> cells = new HashMap<>();
    cells.put("line_key", line.key());
    cells.put("day_key", line.visit());
    cells.put("line_number", (int) line.key());
    cells.put("payer", line.payer());
    cells.put("payer_class", payerClass(line));
    cells.put("contract", contracts.get(line.payer()));
    cells.put("hcpcs_code", line.code());
    cells.put("hcpcs_modifier_1", line.modifier());
    cells.put("payment_system", "physician");
    cells.put("setting", "office");
    cells.put("place_of_service_code", "11");
    cells.put("is_facility", false);
    cells.put("carrier", "12402");
    cells.put("locality", "01");
    cells.put("service_date", line.day());
    cells.put("apm_status", "non_qp");
    cells.put("participation", "participating");
    cells.put("unit_quantity", new BigDecimal("1.000"));
    return cells(Tables.named("int_priceable_line"), cells);
  }

  private @Nullable Object[] answered(Line line, Map<Object, Object> keys) {
    Map<String, @Nullable Object> cells = new HashMap<>();
    cells.put("claim_line_key", line.key());
    cells.put("price_key", keys.get(line.key()));
    cells.put("payer", line.payer());
    cells.put("payer_class", payerClass(line));
    cells.put("contract", contracts.get(line.payer()));
    cells.put("hcpcs_code", line.code());
    cells.put("service_date", line.day());
    cells.put("service_month", line.day().toString().substring(0, 7));
    cells.put("charge_amount", line.charge());
    cells.put("line_status", "current");
    cells.put("is_adjudicated", true);
    cells.put("adjudicated_sequence", "P");
    cells.put("expected_status", "PRICED");
    cells.put("is_denied", false);
    cells.put("is_paid_above_allowed", false);
    cells.put("expected_allowed_amount", line.expected());
    cells.put("allowed_amount", line.allowed());
    return cells(Tables.named("int_adjudicated_line"), cells);
  }

  private static @Nullable Object[] cells(Table table, Map<String, @Nullable Object> cells) {
    return table.columns().stream().map(TableColumn::name).map(cells::get).toArray();
  }

  private static void rows(Engine engine, String table, List<@Nullable Object[]> rows) {
    engine.rows(Tables.named(table), rows);
  }

  /** The cause that was found, or {@link #NONE}. */
  String cause(Line line) {
    Found cause = found.get(line.key());
    return cause == null ? NONE : cause.cause();
  }

  /** Price by the steps of the report. */
  BigDecimal price(Line line) {
    return Objects.requireNonNull(prices.get(line.key()));
  }
}
