package org.allowable.report;

/** Steps of an axis that are read at a glance: 1, 2 or 5 times a power of ten. */
public final class RoundStep {

  private RoundStep() {}

  /** The round number that is nearest to a step. */
  public static double of(double rough) {
    if (!(rough > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double mantissa = rough / power;
    double round = mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10;
    return round * power;
  }
}
