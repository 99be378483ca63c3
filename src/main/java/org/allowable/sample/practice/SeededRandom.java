package org.allowable.sample.practice;

import java.util.List;

/**
 * Chance that a seed decides: the same seed, stream and purpose give the same numbers on every
 * machine. (SplitMix64, written out so that no Java release can change it.)
 */
public final class SeededRandom {

  /** {@link #chance} counts in parts of this. */
  public static final int CERTAIN = 10_000;

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * Numbers for one thing of one kind.
   *
   * @param stream which thing, such as the number of a visit
   * @param purpose what for, so that two decisions about a thing do not depend on each other
   */
  public SeededRandom(long seed, long stream, int purpose) {
    state = mix(seed * STEP + mix(stream + STEP * (purpose + 1L)));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 to one less than the bound. */
  public int below(int bound) {
    state += STEP;
    return (int) ((mix(state) >>> 33) % bound);
  }

  /** True so many times in ten thousand. */
  public boolean chance(int inTenThousand) {
    return below(CERTAIN) < inTenThousand;
  }

  /** One of the values, each as likely. */
  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** A position, each as likely as its weight; weights must not all be zero. */
  public int weighted(int... weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int rest = below(total);
    int position = 0;
    while (rest >= weights[position]) {
      rest -= weights[position];
      position++;
    }
    return position;
  }
}
