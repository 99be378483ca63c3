package org.allowable.bench;

import java.util.List;

/**
 * What one run of a contender took.
 *
 * @param lines of the warehouse
 * @param round in which all contenders ran once, one after the other
 */
record Measurement(long lines, int round, Contender contender, Usage usage) {

  /** What is compared. */
  enum Kind {
    WALL("wall time", "s"),
    CPU("CPU time", "s"),
    PEAK("peak memory", "MB");

    private final String words;
    private final String unit;

    Kind(String words, String unit) {
      this.words = words;
      this.unit = unit;
    }

    /** As the page calls it. */
    String words() {
      return words;
    }

    /** Its unit. */
    String unit() {
      return unit;
    }

    /** Of one run. */
    double of(Measurement run) {
      return switch (this) {
        case WALL -> run.usage().wallSeconds();
        case CPU -> run.usage().cpuSeconds();
        case PEAK -> run.usage().peakMegabytes();
      };
    }
  }

  /** The one in the middle, or between the two in the middle. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
