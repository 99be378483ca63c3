package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.Practice;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.model.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with contracts, and what they do to the practice's own lines. */
public final class ContractCheckRun {

  private static final String JOB = "contract-check";

  private static final int MONTHS_BEFORE = 11;

  private ContractCheckRun() {}

  /**
   * What is to be checked.
   *
   * @param practice the practice file's content
   * @param practiceFile the practice file
   * @param contracts the folder of contract files; null for the practice's
   * @param reference the user's reference folder
   * @param warehouse claims to try the contracts on; null for none
   * @param through the last of the twelve months that are looked at; null for the warehouse's last
   */
  public record Settings(
      Practice practice,
      Path practiceFile,
      @Nullable Path contracts,
      Path reference,
      @Nullable Path warehouse,
      @Nullable YearMonth through) {}

  /**
   * What was found.
   *
   * @param contracts how many contracts there are
   * @param problems everything that is wrong; then nothing was priced
   * @param findings what is not wrong but should be known
   * @param canaries canary claims and what came out
   * @param volume what the contracts do to the practice's lines; null without a warehouse
   */
  public record Found(
      int contracts,
      List<String> problems,
      List<String> findings,
      List<CanaryRun.Result> canaries,
      @Nullable Volume volume) {

    /** Canary claims that came out otherwise than somebody worked them out. */
    public List<CanaryRun.Result> failedCanaries() {
      return canaries.stream().filter(canary -> !canary.isMet()).toList();
    }
  }

  /**
   * What contracts do to the lines of twelve months.
   *
   * @param first month
   * @param last month
   * @param coverage {@code mart_contract_coverage}
   * @param gaps {@code mart_contract_gap}
   */
  public record Volume(YearMonth first, YearMonth last, Rows coverage, Rows gaps) {}

  /**
   * Checks.
   *
   * @param work a private folder
   * @throws InputException if a reference table or the warehouse is not as it must be
   */
  public static Found run(Settings settings, Path work, Progress progress) throws IOException {
    ReferenceViews references =
        ReferenceViews.of(
            settings.reference(), work, List.of(Job.named(JOB), Job.named(CanaryRun.JOB)));
    RunContracts contracts =
        RunContracts.read(
            settings.contracts(), settings.practice(), settings.practiceFile(), references);
    var reading = contracts.reading();
    int count = reading.book().contracts().size();
    List<String> problems =
        reading.problems().stream().map(InputException::getMessage).map(String::valueOf).toList();
    if (!problems.isEmpty()) {
      return new Found(count, problems, List.of(), List.of(), null);
    }
    List<String> findings = reading.book().findings(settings.practice());
    List<CanaryRun.Result> canaries =
        CanaryRun.run(references, contracts, settings.practice(), work, progress);
    Path warehouse = settings.warehouse();
    if (warehouse == null) {
      return new Found(count, problems, findings, canaries, null);
    }
    SparkSession spark = SparkSessions.local(work, rows(warehouse));
    references.register(spark);
    contracts.register(spark, settings.practice());
    Volume volume = volume(spark, settings, warehouse, work, progress);
    return new Found(count, problems, findings, canaries, volume);
  }

  private static long rows(Path warehouse) {
    return WarehouseReader.inputs(warehouse, Warehouse.CLAIM_LINE).stream()
        .mapToLong(file -> file.rows())
        .sum();
  }

  private static Volume volume(
      SparkSession spark, Settings settings, Path warehouse, Path work, Progress progress) {
    Dataset<Row> lines = WarehouseReader.read(spark, warehouse, Warehouse.CLAIM_LINE);
    Views.name(lines, Warehouse.CLAIM_LINE.name());
    Views.name(
        WarehouseReader.read(spark, warehouse, Warehouse.REMIT_LINE), Warehouse.REMIT_LINE.name());
    YearMonth last = settings.through() == null ? lastMonth(lines) : settings.through();
    YearMonth first = last.minusMonths(MONTHS_BEFORE);
    Map<String, Object> parameters = PracticeSettings.parameters(settings.practice());
    parameters.put("first_month", first.toString());
    parameters.put("last_month", last.toString());
    Map<String, Rows> marts =
        new JobRunner(spark, work.resolve("volume"), progress).run(Job.named(JOB), parameters);
    return new Volume(
        first,
        last,
        Objects.requireNonNull(marts.get("mart_contract_coverage")),
        Objects.requireNonNull(marts.get("mart_contract_gap")));
  }

  private static YearMonth lastMonth(Dataset<Row> lines) {
    String last =
        lines
            .where("claim_line_start_date is not null")
            .selectExpr("date_format(max(claim_line_start_date), 'yyyy-MM')")
            .first()
            .getString(0);
    if (last == null) {
      throw new InputException("The warehouse has no claim line with a date of service.");
    }
    return YearMonth.parse(last);
  }
}
