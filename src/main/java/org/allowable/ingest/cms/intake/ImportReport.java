package org.allowable.ingest.cms.intake;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import did.
 *
 * @param outcomes one for each file of the source, in the order in which they were taken
 */
public record ImportReport(List<FileOutcome> outcomes) {

  /** What became of a file. */
  public enum State {
    /** Its rows are a new table. */
    IMPORTED,
    /** Its rows were there already. */
    UNCHANGED,
    /** We know what it is, or do not, and no table takes it. */
    NOT_IMPORTED,
    /** It contradicts itself or what is there; then no file of this import was written. */
    REFUSED
  }

  /**
   * One file.
   *
   * @param file where it lies
   * @param state what became of it
   * @param sentence what it was, its release and rows, or why not
   */
  public record FileOutcome(Path file, State state, String sentence) {}

  /** Keeps the outcomes from change. */
  public ImportReport {
    outcomes = List.copyOf(outcomes);
  }

  /** How many files ended so. */
  public long count(State state) {
    return outcomes.stream().filter(outcome -> outcome.state() == state).count();
  }

  /** Whether nothing was written because a file was refused. */
  public boolean isRefused() {
    return count(State.REFUSED) > 0;
  }
}
