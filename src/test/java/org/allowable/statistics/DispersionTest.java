package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DispersionTest {

  @Test
  void chance_alone_has_a_dispersion_of_one() {
    assertThat(meanEstimate(12, 1)).isCloseTo(1, within(0.1));
  }

  @Test
  void twice_the_spread_is_four_times_the_variance() {
    assertThat(meanEstimate(40, 2)).isCloseTo(4, within(0.15));
  }

  @Test
  void chance_alone_rarely_widens_the_limits() {
    long applied = samples(20, 1).filter(scores -> Dispersion.of(scores).isApplied()).count();

    assertThat(applied).isLessThan(2000 * 8 / 100);
  }

  @Test
  void physicians_who_differ_more_than_chance_widen_the_limits() {
    Dispersion dispersion = Dispersion.of(scores(20, 3, new Random(1)));

    assertThat(dispersion.isApplied()).isTrue();
    assertThat(dispersion.factor()).isGreaterThan(3);
    assertThat(dispersion.inWords()).contains("the limits are widened");
  }

  @Test
  void one_who_is_different_does_not_widen_the_limits_for_all() {
    List<Double> scores =
        new ArrayList<>(DoubleStream.of(-1.3, -0.9, -0.4, 0, 0.3, 0.8, 1.2).boxed().toList());
    scores.add(9.0);

    assertThat(Dispersion.of(scores).factor()).isEqualTo(1);
  }

  @Test
  void too_few_physicians_cannot_tell() {
    Dispersion dispersion = Dispersion.of(List.of(-9.0, 9.0, -9.0, 9.0, 9.0, -9.0, 9.0));

    assertThat(dispersion.isKnown()).isFalse();
    assertThat(dispersion.factor()).isEqualTo(1);
    assertThat(dispersion.inWords()).contains("cannot be told");
  }

  private static double meanEstimate(int physicians, double spread) {
    return samples(physicians, spread)
        .mapToDouble(scores -> Dispersion.of(scores).estimate())
        .average()
        .orElseThrow();
  }

  private static Stream<List<Double>> samples(int physicians, double spread) {
    Random random = new Random(7);
    return Stream.generate(() -> scores(physicians, spread, random)).limit(2000);
  }

  private static List<Double> scores(int physicians, double spread, Random random) {
    return Stream.generate(() -> spread * random.nextGaussian()).limit(physicians).toList();
  }
}
