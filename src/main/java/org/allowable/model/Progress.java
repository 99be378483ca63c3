package org.allowable.model;

/** Where work says what it is doing, one line a stage; whoever started the work shows it. */
@FunctionalInterface
public interface Progress {

  /** Says nothing. */
  Progress SILENT = line -> {};

  /**
   * A stage has ended.
   *
   * @param line what it did, with counts; no identifier and no cell value
   */
  void stage(String line);
}
