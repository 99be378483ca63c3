package org.allowable.model;

/**
 * Where work says what it is doing; whoever started the work shows it. No identifier and no cell
 * value goes here. Several threads may speak.
 */
@FunctionalInterface
public interface Progress {

  /** Says nothing. */
  Progress SILENT = line -> {};

  /**
   * A stage has ended.
   *
   * @param line what it did, with counts
   */
  void stage(String line);

  /**
   * A table of the program's is made: for whoever wants to know everything.
   *
   * @param line its name and rows
   */
  default void table(String line) {}

  /**
   * What is under way.
   *
   * @param doing in the user's words, as "Pricing 13,702 services"
   * @param share of the whole work that is done, 0 to 1
   */
  default void underWay(String doing, double share) {}

  /** A result is said next: nothing of what is under way may stand in its line. */
  default void makeRoom() {}

  /** The work has ended, well or not. */
  default void ended() {
    makeRoom();
  }

  /** The same, each line begun with a name: that of the practice that the work is for. */
  default Progress named(String name) {
    Progress all = this;
    return new Progress() {
      @Override
      public void stage(String line) {
        all.stage(name + ": " + line);
      }

      @Override
      public void table(String line) {
        all.table(name + ": " + line);
      }

      @Override
      public void underWay(String doing, double share) {
        all.underWay(name + ": " + doing, share);
      }
    };
  }
}
