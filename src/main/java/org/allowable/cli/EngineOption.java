package org.allowable.cli;

import org.allowable.config.EngineChoice;
import org.allowable.config.Practice;
import org.allowable.job.Engines;
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
}
