package org.allowable.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.allowable.config.EngineChoice;
import org.allowable.config.PracticeFile;
import org.allowable.config.SparkMaster;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.job.Engines;
import org.allowable.job.ReportRun;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every report over a warehouse is told: where things are. */
final class ReportOptions {

  private static final String PRACTICE_FILE = "practice.yaml";

  // As what Spark passes over: no table's data.
  private static final String SCRATCH = "_work";

  @Option(
      names = "--warehouse",
      paramLabel = "PLACE",
      converter = PlaceConverter.class,
      description =
          "The warehouse that ingestion wrote: a folder, or its URI in a store (hdfs:, s3a:, abfss:, gs:); this or --practices.")
  private @Nullable FilePlace warehouse;

  @Option(
      names = "--practices",
      paramLabel = "DIR",
      description =
          "A report for each practice: DIR holds a folder for each, its warehouse with practice.yaml;"
              + " each report goes into a folder of that name in --out.")
  private @Nullable Path practices;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Imported CMS tables; default: bundled tables.")
  private @Nullable Path reference;

  @Option(
      names = "--practice",
      paramLabel = "FILE",
      description = "The practice file (default: practice.yaml in the warehouse).")
  private @Nullable Path practiceFile;

  @Option(
      names = "--contracts",
      paramLabel = "DIR",
      description =
          "The contract files (default: as the practice file says, or the folder contracts next to it).")
  private @Nullable Path contracts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "The folder of all runs (default: reports).")
  private Path out = Path.of("reports");

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Run on a Spark cluster: spark://HOST:PORT. The warehouse must lie where all its machines reach it.")
  private @Nullable String master;

  @Option(
      names = "--scratch",
      paramLabel = "PLACE",
      converter = PlaceConverter.class,
      description =
          "A folder that a cluster reaches, for tables of the run (default: _work in the warehouse).")
  private @Nullable FilePlace scratch;

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * The engines of a run: a cluster's, where --master or spark-submit named one.
   *
   * @throws InputException if what is asked for cannot be together
   */
  Engines engines(EngineOption engine, PrivateDirectory work, ReportRun.ReportSources sources) {
    SparkMaster cluster = master == null ? SparkMaster.submitted() : SparkMaster.named(master);
    FilePlace from = sources.warehouse();
    if (cluster == null && from.isOnDisk()) {
      return engine.in(work, sources.practice());
    }
    if (engine.isEmbedded()) {
      throw EngineOption.noStore(cluster == null ? "a store" : "one");
    }
    return cluster == null
        ? new Engines(EngineChoice.SPARK, work.path())
        : Engines.on(cluster, work.path(), scratch == null ? from.resolve(SCRATCH) : scratch);
  }

  /** Whether each practice of a folder is to have its report. */
  boolean isOfPractices() {
    requireOneSource();
    return practices != null;
  }

  /**
   * The practices that are to have theirs.
   *
   * @throws org.allowable.model.InputException if there is none
   */
  PracticeFolders practices() {
    return PracticeFolders.in(Objects.requireNonNull(practices), out);
  }

  private void requireOneSource() {
    if ((warehouse == null) == (practices == null)) {
      throw wrong(
          practices == null
              ? "Missing required option: '--warehouse=DIR' or '--practices=DIR'"
              : "Name one of --warehouse and --practices");
    }
    if (practices != null && (practiceFile != null || contracts != null)) {
      throw wrong(
          "With --practices each folder's own practice.yaml and contracts count: leave --practice and --contracts out");
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), what);
  }

  /**
   * Says that an option is of one practice's data.
   *
   * @throws ParameterException if it is given beside --practices
   */
  void refuseForPractices(String option, @Nullable Object value) {
    if (practices != null && value != null) {
      throw wrong(
          "%s is of one practice: name its --warehouse in place of --practices".formatted(option));
    }
  }

  /**
   * The sources of the run over a warehouse.
   *
   * @throws org.allowable.model.InputException if there is no warehouse, or the practice file is
   *     not as it must be
   */
  ReportRun.ReportSources sources() {
    FilePlace from = Objects.requireNonNull(warehouse);
    if (practiceFile == null && !from.isOnDisk()) {
      throw new InputException(
          "--practice: expected a practice file on this machine, found none named. A warehouse in a"
              + " store has none of its own.");
    }
    return sources(
        from, practiceFile == null ? from.onDisk().resolve(PRACTICE_FILE) : practiceFile, out);
  }

  /**
   * The sources of the run over one of several practices.
   *
   * @throws org.allowable.model.InputException as {@link #sources()}
   */
  ReportRun.ReportSources sources(PracticeFolders among, String name) {
    Path from = among.warehouse(name);
    return sources(FilePlace.of(from), from.resolve(PRACTICE_FILE), out(name));
  }

  /**
   * The one warehouse that is named, whatever the practice file says.
   *
   * @throws ParameterException if none is, or --practices
   */
  FilePlace oneWarehouse() {
    requireOneSource();
    if (warehouse == null) {
      throw wrong("Edits are of one practice: name its --warehouse in place of --practices");
    }
    return warehouse;
  }

  /** Where reports go. */
  Path out() {
    return out;
  }

  /** Where the reports of one of several practices go. */
  Path out(String name) {
    return out.resolve(name);
  }

  private ReportRun.ReportSources sources(FilePlace from, Path practice, Path to) {
    WarehouseReader.requireFolder(from);
    return new ReportRun.ReportSources(
        from,
        ReferenceDirectory.orShipped(reference),
        PracticeFile.read(practice),
        practice,
        contracts,
        to,
        Version.current());
  }
}
