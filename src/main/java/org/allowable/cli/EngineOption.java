package org.allowable.cli;

import org.allowable.engine.EngineChoice;
import org.allowable.job.Engines;
import picocli.CommandLine.Option;

/** Which engine a command is to run on. */
final class EngineOption {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "auto",
      description =
          "auto, embedded or spark (default: auto, which takes the embedded engine up to 5 million"
              + " rows of input).")
  private EngineChoice choice = EngineChoice.AUTO;

  /** Engines of that kind. */
  Engines in(PrivateDirectory work) {
    return new Engines(choice, work.path());
  }
}
