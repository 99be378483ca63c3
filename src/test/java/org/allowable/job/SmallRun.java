package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.allowable.config.PayerPages;
import org.allowable.config.PolicyChanges;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.engine.Engine;
import org.allowable.engine.embedded.EmbeddedEngine;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the monthly report for October 2025 over the files of a test, and their tables.
 *
 * <p>Its fee schedule is invented: an office 99212 is 50 dollars, 99213 is 100, 99214 is 200, 99215
 * is 1,000.
 */
record SmallRun(
    Engine engine,
    Map<String, Object> parameters,
    Map<String, List<Map<String, @Nullable Object>>> collected) {

  private static final Job JOB = Job.named("monthly-report");
  private static final String JUDGED = "int_report_line";

  /** A payer at 100 percent of Medicare, Medicare, one without terms, and a later payer. */
  static final Practice PRACTICE =
      new Practice(
          "Small practice",
          Practice.ApmStatus.NON_QP,
          new Practice.Thresholds(usd("1.00"), usd("0.01"), usd("10.00"), usd("0.03")),
          List.of(new Practice.Site("Office", null, List.of("11"), "12402", "01")),
          List.of(
              new Practice.Physician("1999999943", "A. Adler", null),
              new Practice.Physician("1999999950", "N. Nowak", "NP")),
          List.of(
              payer("Hundred", PayerClass.COMMERCIAL, "HUN01", "100"),
              payer("Medicare", PayerClass.MEDICARE, "MCR01", null),
              payer("Termless", PayerClass.COMMERCIAL, "NOT01", null),
              payer("Supplement", PayerClass.OTHER, "SUP01", null),
              payer("Unpriced", PayerClass.COMMERCIAL, "NOT02", null),
              payer("Compensation", PayerClass.WORKERS_COMPENSATION, "CMP01", null)));

  private static Practice.Payer payer(
      String name, PayerClass payerClass, String identifier, @Nullable String percent) {
    List<Practice.PercentOfMedicare> terms =
        percent == null
            ? List.of()
            : List.of(new Practice.PercentOfMedicare(LocalDate.of(2025, 1, 1), null, usd(percent)));
    return new Practice.Payer(name, payerClass, List.of(identifier), List.of(), terms);
  }

  /**
   * Ingests the files and runs all steps.
   *
   * @param folder an empty folder for source files, warehouse and kept tables
   */
  static SmallRun of(CaseFiles files, Path folder) throws IOException {
    return of(files, folder, engine -> {});
  }

  /**
   * Ingests the files and runs all steps.
   *
   * @param folder an empty folder for source files, warehouse and kept tables
   * @param agreed registers what was agreed with payers in place of {@link #PRACTICE}
   */
  static SmallRun of(CaseFiles files, Path folder, Consumer<Engine> agreed) throws IOException {
    return of(files, folder, agreed, "service");
  }

  /** The same for another period than October 2025. */
  static SmallRun of(CaseFiles files, Path folder, ReportPeriod period, Consumer<Engine> agreed)
      throws IOException {
    Map<String, Object> parameters = parameters("service");
    parameters.putAll(MonthlyReportPlan.months(period));
    return of(files, folder, parameters, agreed);
  }

  /** Ingests the files and runs all steps, months by payment date. */
  static SmallRun byPaymentDate(CaseFiles files, Path folder) throws IOException {
    return of(files, folder, engine -> {}, "payment");
  }

  private static SmallRun of(
      CaseFiles files, Path folder, Consumer<Engine> agreed, String dateBasis) throws IOException {
    return of(files, folder, parameters(dateBasis), agreed);
  }

  private static SmallRun of(
      CaseFiles files, Path folder, Map<String, Object> parameters, Consumer<Engine> agreed)
      throws IOException {
    files.writeTo(folder.resolve("source"));
    return of(
        folder.resolve("source"),
        folder,
        resource("/reference/round"),
        parameters,
        engine -> {
          InputViews.register(engine, PRACTICE);
          agreed.accept(engine);
        });
  }

  /**
   * Ingests files as payers and practices sent them, and runs all steps for the month of most of
   * their services, with the reference tables that ship.
   *
   * @param source the files
   * @param folder an empty folder for warehouse and kept tables
   * @param practice who works where and who pays
   * @param month the report month
   */
  static SmallRun ofFiles(Path source, Path folder, Practice practice, YearMonth month)
      throws IOException {
    Map<String, Object> parameters = parameters("service");
    parameters.putAll(MonthlyReportPlan.months(ReportPeriod.of(month)));
    return of(
        source,
        folder,
        Files.createDirectories(folder.resolve("reference")),
        parameters,
        engine -> InputViews.register(engine, practice));
  }

  private static SmallRun of(
      Path source,
      Path folder,
      Path reference,
      Map<String, Object> parameters,
      Consumer<Engine> agreed)
      throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Ingestion.run(source, warehouse, null, Progress.SILENT);
    Engine engine = newEngine();
    WarehouseViews.register(engine, warehouse, Map.of());
    Path work = Files.createDirectories(folder.resolve("work"));
    new ReferenceViews(reference, work).register(engine);
    agreed.accept(engine);
    SmallRun run = new SmallRun(engine, parameters, new HashMap<>());
    // Marts are made when a test asks for them.
    new JobRunner(engine, Progress.SILENT)
        .run(new Job(JOB.name(), JOB.steps(), List.of()), run.parameters());
    return run;
  }

  /** An engine of its own, for few rows. */
  static Engine newEngine() {
    return newEngine(0);
  }

  /** An engine of its own, tuned for so many rows. */
  static Engine newEngine(long rows) {
    try {
      Path work = Files.createTempDirectory("engine");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> CaseRun.delete(work)));
      return EmbeddedEngine.in(work, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder or file of the test resources. */
  static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(SmallRun.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }

  /** The same lines, put into months by their payment date. */
  SmallRun byPaymentDate() {
    SmallRun run = new SmallRun(engine, parameters("payment"), new HashMap<>());
    run.collected().put(JUDGED, EngineRows.of(engine, step(JUDGED), run.parameters()));
    return run;
  }

  /** The same tables, of which the marts of another period are made. */
  SmallRun of(ReportPeriod period) {
    Map<String, Object> others = new HashMap<>(parameters);
    others.putAll(MonthlyReportPlan.months(period));
    return new SmallRun(engine, others, new HashMap<>());
  }

  /** The only current line of a claim, as the report judges it. */
  Map<String, @Nullable Object> line(String claim) {
    return line(claim, 1);
  }

  /** A current line, as the report judges it. */
  Map<String, @Nullable Object> line(String claim, int number) {
    return only(
        rows(JUDGED).stream()
            .filter(row -> claim.equals(row.get("claim_id")))
            .filter(row -> Integer.valueOf(number).equals(row.get("claim_line_number")))
            .toList());
  }

  /** The lines of all versions of a claim, in the order in which they were sent. */
  List<Map<String, @Nullable Object>> versions(String claim) {
    return rows("int_adjudicated_line").stream()
        .filter(row -> claim.equals(row.get("claim_id")))
        .sorted(Comparator.comparing(row -> String.valueOf(row.get("submitted_date"))))
        .toList();
  }

  /** The rows of a table of which a column has a value. */
  List<Map<String, @Nullable Object>> rows(String table, String column, Object value) {
    return rows(table).stream().filter(row -> value.equals(row.get(column))).toList();
  }

  /** The row of a table of which a column has a value. */
  Map<String, @Nullable Object> row(String table, String column, Object value) {
    return only(rows(table, column, value));
  }

  /** All rows of a table that the steps made. */
  List<Map<String, @Nullable Object>> rows(String table) {
    return collected.computeIfAbsent(table, this::collect);
  }

  private List<Map<String, @Nullable Object>> collect(String table) {
    return engine.tables().contains(table)
        ? engine.all(table)
        : EngineRows.of(engine, step(table), parameters);
  }

  private static SqlStep step(String table) {
    return Stream.concat(
            JOB.steps().stream().map(Job.Step::sql), JOB.marts().stream().map(Job.MartStep::sql))
        .filter(step -> step.name().equals(table))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, @Nullable Object> only(List<Map<String, @Nullable Object>> rows) {
    if (rows.size() != 1) {
      throw new AssertionError("Expected one row, found " + rows.size());
    }
    return rows.get(0);
  }

  private static Map<String, Object> parameters(String dateBasis) {
    Map<String, Object> parameters =
        new HashMap<>(MonthlyReportPlan.months(ReportPeriod.of(YearMonth.of(2025, 10))));
    parameters.put("date_basis", dateBasis);
    parameters.put("as_of_date", LocalDate.of(9999, 12, 31));
    parameters.put("apm_status", "non_qp");
    parameters.put("participation", "participating");
    parameters.put("underpaid_amount", PRACTICE.thresholds().underpaidAmount());
    parameters.put("underpaid_share", PRACTICE.thresholds().underpaidShare());
    parameters.put("queue_amount", PRACTICE.thresholds().queueAmount());
    parameters.put("queue_share", PRACTICE.thresholds().queueShare());
    parameters.put("most_payer_pages", PayerPages.MOST);
    parameters.put("payer_page_share", PayerPages.SHARE);
    parameters.put("payer_page_rows", PayerPages.ROWS);
    parameters.putAll(PolicyChanges.parameters());
    return parameters;
  }
}
