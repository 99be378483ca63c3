package org.allowable.cli;

import org.allowable.config.EngineChoice;
import org.allowable.config.Practice;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.job.Engines;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engine a command is to run on. */
final class EngineOption {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "auto, embedded or spark (default: as the practice file says, if one is read; else auto, which takes the"
              + " embedded engine up to 5 million rows of input).")
  private @Nullable EngineChoice choice;

  /** Whether the command asks for the embedded engine. */
  boolean isEmbedded() {
    return choice == EngineChoice.EMBEDDED;
  }

  /** Engines of that kind, or else of the one that a practice file asks for. */
  Engines in(PrivateDirectory work, @Nullable Practice practice) {
    EngineChoice usual = practice == null ? EngineChoice.AUTO : practice.engine();
    return new Engines(choice == null ? usual : choice, work.path());
  }

  /**
   * The engines of a command over a warehouse that may lie in a store, which Spark alone reads.
   *
   * @throws InputException if the embedded engine was asked for
   */
  Engines in(PrivateDirectory work, Practice practice, @Nullable FilePlace warehouse) {
    if (warehouse == null || warehouse.isOnDisk()) {
      return in(work, practice);
    }
    if (isEmbedded()) {
      throw noStore("a store");
    }
    return new Engines(EngineChoice.SPARK, work.path());
  }

  /** What is said of the embedded engine where it cannot read. */
  static InputException noStore(String found) {
    return new InputException(
        "--engine embedded: expected a warehouse on this machine's disk and no cluster, found "
            + found
            + ". Leave --engine out.");
  }
}
