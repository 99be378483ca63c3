package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.allowable.config.Practice;
import org.allowable.config.PriceScenario;
import org.allowable.config.WorkRvuConvention;
import org.allowable.contract.ContractBook;
import org.allowable.contract.ContractRows;
import org.allowable.contract.KnownReference;
import org.allowable.ingest.cms.ReferenceLibrary;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.ingest.parquet.PrivateFiles;
import org.allowable.model.ContractTables;
import org.allowable.model.PracticeTables;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Makes a job's inputs views of its session. */
public final class Inputs {

  /** The scenario that leaves everything as it was billed. */
  static final PriceScenario AS_BILLED = PriceScenario.asBilled("as_billed");

  // Above this, a plan that carries the rows is slower than one that reads them.
  private static final long FEW = 2_000;

  private Inputs() {}

  /**
   * Registers the practice file's tables, as contracts the percents of Medicare that it states, and
   * no procedure notes.
   *
   * @see PracticeTables
   */
  public static void register(SparkSession spark, Practice practice) {
    view(spark, PracticeTables.PRACTICE_SITE, sites(practice));
    view(spark, PracticeTables.PRACTICE_PAYER, payers(practice));
    view(spark, PracticeTables.PRACTICE_PHYSICIAN, physicians(practice));
    view(spark, PracticeTables.PRACTICE_FACILITY, facilities(practice));
    view(spark, PracticeTables.PRACTICE_FREQUENCY_POLICY, frequencyPolicies(practice));
    view(spark, PracticeTables.PRACTICE_TRAINING, trainings(practice));
    view(spark, PracticeTables.PRACTICE_WORK_RVU, List.of(workRvu(practice.workRvu())));
    register(spark, ContractBook.of(practice), KnownReference.NOTHING);
    view(spark, ProcedureNotes.PROCEDURE_NOTE, List.of());
  }

  /**
   * Registers a practice's contracts and the price scenarios that they need, in place of those that
   * were registered before.
   *
   * @see ContractTables
   */
  public static void register(SparkSession spark, ContractBook book, KnownReference known) {
    register(spark, book, known, List.of());
  }

  /** The same with further scenarios, in which every service is priced. */
  static void register(
      SparkSession spark, ContractBook book, KnownReference known, List<PriceScenario> further) {
    List<Row> scenarios = new ArrayList<>(scenarios(List.of(AS_BILLED)));
    scenarios.addAll(scenarios(further));
    ContractRows.scenarios(book, known).forEach(row -> scenarios.add(sparkRow(row)));
    view(spark, PracticeTables.PRICE_SCENARIO, scenarios);
    ContractRows.of(book)
        .forEach((table, rows) -> view(spark, table, rows.stream().map(Inputs::sparkRow).toList()));
  }

  /** Registers the practice's tables without a row, for a job that knows no practice. */
  static void registerNoPractice(SparkSession spark) {
    PracticeTables.PRACTICE.forEach(table -> view(spark, table, List.of()));
    ContractTables.TABLES.forEach(table -> view(spark, table, List.of()));
    register(spark, List.of(AS_BILLED));
    view(spark, ProcedureNotes.PROCEDURE_NOTE, List.of());
  }

  /** Registers procedure notes from a Parquet file, in place of none. */
  static void registerNotes(SparkSession spark, Path notes) {
    Views.name(
        spark.read().schema(ProcedureNotes.PROCEDURE_NOTE.schema()).parquet(notes.toString()),
        ProcedureNotes.PROCEDURE_NOTE.name());
  }

  /** Registers the scenarios to be priced, in place of those that are registered. */
  static void register(SparkSession spark, List<PriceScenario> scenarios) {
    view(spark, PracticeTables.PRICE_SCENARIO, scenarios(scenarios));
  }

  private static List<Row> scenarios(List<PriceScenario> scenarios) {
    return scenarios.stream()
        .map(
            s ->
                RowFactory.create(
                    s.name(),
                    s.description(),
                    s.release(),
                    s.pricingDate() == null ? null : java.sql.Date.valueOf(s.pricingDate()),
                    s.carrier(),
                    s.locality(),
                    s.setting() == null ? null : s.setting() == PriceScenario.RateSetting.FACILITY,
                    factor(s.conversionFactor()),
                    s.apmStatus() == null ? null : s.apmStatus().name().toLowerCase(Locale.ROOT),
                    java.util.Objects.requireNonNull(s.without()).stream()
                        .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new),
                    null,
                    null,
                    null,
                    s.workRvuDate() == null ? null : java.sql.Date.valueOf(s.workRvuDate()),
                    factor(s.qpConversionFactor())))
        .toList();
  }

  private static @Nullable BigDecimal factor(@Nullable BigDecimal factor) {
    return factor == null ? null : factor.setScale(4, java.math.RoundingMode.UNNECESSARY);
  }

  private static Row sparkRow(@Nullable Object[] values) {
    @Nullable Object[] cells = values.clone();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof LocalDate date) {
        cells[i] = java.sql.Date.valueOf(date);
      }
    }
    return RowFactory.create(cells);
  }

  /**
   * Registers a reference table. Spark would parse its text again for every step that reads it.
   *
   * @param files its CSV files, checked before
   * @param rows how many they have: few are held, of many one Parquet file is made
   * @param work a private folder for that file
   */
  static void register(SparkSession spark, Table table, List<Path> files, long rows, Path work) {
    if (rows <= FEW) {
      List<Row> held = new ArrayList<>();
      ReferenceLibrary.forEachRow(files, table, row -> held.add(sparkRow(row)));
      Views.name(spark.createDataFrame(held, table.schema().asNullable()), table.name());
      return;
    }
    Path folder = work.resolve("tables");
    Path file = folder.resolve(table.name() + ".parquet");
    try {
      PrivateFiles.createDirectories(folder);
      // A second session of the run, such as that of the canary claims, finds what the first made.
      if (!Files.exists(file)) {
        try (ParquetRowFile parquet = new ParquetRowFile(file, table.schema())) {
          ReferenceLibrary.forEachRow(files, table, row -> write(parquet, row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Views.name(spark.read().schema(table.schema()).parquet(file.toString()), table.name());
  }

  private static void write(ParquetRowFile parquet, @Nullable Object[] row) {
    try {
      parquet.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void view(SparkSession spark, Table table, List<Row> rows) {
    Views.name(spark.createDataFrame(rows, table.schema()), table.name());
  }

  private static List<Row> sites(Practice practice) {
    List<Row> rows = new ArrayList<>();
    for (Practice.Site site : practice.sites()) {
      for (String place : site.placeOfServiceCodes()) {
        rows.add(
            RowFactory.create(
                site.name(),
                site.facilityNpi(),
                place,
                site.carrier(),
                site.locality(),
                upper(site.state())));
      }
    }
    return rows;
  }

  private static List<Row> payers(Practice practice) {
    List<Row> rows = new ArrayList<>();
    for (Practice.Payer payer : practice.payers()) {
      String payerClass = payer.payerClass().name().toLowerCase(Locale.ROOT);
      for (String identifier : payer.identifiers()) {
        rows.add(RowFactory.create("identifier", normal(identifier), payer.name(), payerClass));
      }
      for (String name : payer.names()) {
        rows.add(RowFactory.create("name", normal(name), payer.name(), payerClass));
      }
    }
    return rows;
  }

  private static List<Row> frequencyPolicies(Practice practice) {
    List<Row> rows = new ArrayList<>();
    for (Practice.Payer payer : practice.payers()) {
      List<String> policies = payer.frequencyPolicies();
      if (policies != null && policies.isEmpty()) {
        rows.add(RowFactory.create(payer.name(), null));
      } else if (policies != null) {
        policies.forEach(policy -> rows.add(RowFactory.create(payer.name(), policy)));
      }
    }
    return rows;
  }

  private static List<Row> trainings(Practice practice) {
    return practice.retraining().trainings().stream()
        .map(
            t ->
                RowFactory.create(
                    t.physician(), java.sql.Date.valueOf(t.date()), t.subject(), t.denialGroup()))
        .toList();
  }

  private static Row workRvu(WorkRvuConvention convention) {
    return RowFactory.create(
        convention.bothSides().code(),
        convention.assistants().code(),
        convention.coSurgeons().code(),
        convention.practitioners().code(),
        convention.multipleProcedures().code(),
        convention.units().code(),
        convention.deniedLines() == WorkRvuConvention.DeniedLines.COUNTED);
  }

  private static String normal(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static List<Row> physicians(Practice practice) {
    return practice.physicians().stream()
        .map(p -> RowFactory.create(p.npi(), p.name(), upper(p.credential())))
        .toList();
  }

  private static @Nullable String upper(@Nullable String text) {
    return text == null ? null : normal(text);
  }

  private static List<Row> facilities(Practice practice) {
    return java.util.Objects.requireNonNull(practice.facilities()).stream()
        .map(
            f ->
                RowFactory.create(
                    f.billingNpi(),
                    f.paymentSystem().name().toLowerCase(Locale.ROOT),
                    f.wageIndex().setScale(4, java.math.RoundingMode.UNNECESSARY)))
        .toList();
  }
}
