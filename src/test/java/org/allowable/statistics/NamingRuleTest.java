package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class NamingRuleTest {

  private static final int SEEDS = 200;
  private static final int[] SIZES = {400, 60, 90, 120, 180, 250, 300, 350, 500, 650, 800, 45};
  private static final int[] FOUR = {400, 380, 150, 600};

  @Test
  void equal_physicians_are_named_no_more_often_than_stated() {
    int named = named(SIZES, 1, 8 * SEEDS);

    assertThat(named)
        .isLessThanOrEqualTo((int) (8 * SEEDS * NamingRule.USUAL.expectedFalseNames(SIZES.length)));
  }

  @Test
  void four_equal_physicians_are_named_no_more_often_than_stated() {
    int named = named(FOUR, 1, 24 * SEEDS);

    assertThat(named)
        .isLessThanOrEqualTo((int) (24 * SEEDS * NamingRule.USUAL.expectedFalseNames(FOUR.length)));
  }

  @Test
  void one_who_is_truly_worse_is_named_nearly_always_and_nearly_alone() {
    double[] times = new double[SIZES.length];
    Arrays.fill(times, 1);
    times[0] = 2.5;
    int found = 0;
    long others = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Integer> named = new InventedPhysicians(SIZES, times, seed).named();
      found += named.contains(0) ? 1 : 0;
      others += named.stream().filter(i -> i != 0).count();
    }

    assertThat(found).isGreaterThanOrEqualTo(SEEDS * 95 / 100);
    assertThat(others)
        .isLessThanOrEqualTo((long) (SEEDS * NamingRule.USUAL.expectedFalseNames(11)));
  }

  @Test
  void physicians_who_all_differ_a_little_are_seldom_named() {
    Random random = new Random(3);
    int named = 0;
    int namedAsByChance = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] times = random.doubles(SIZES.length, 0.4, 1.6).toArray();
      InventedPhysicians practice = new InventedPhysicians(SIZES, times, seed);
      named += practice.named().size();
      Funnel plain = new Funnel(practice.funnel().target(), 1);
      namedAsByChance +=
          (int) practice.tallies().stream().filter(t -> NamingRule.USUAL.names(plain, t)).count();
    }

    assertThat(named).isLessThan(namedAsByChance / 4);
  }

  @Test
  void few_lines_name_nobody() {
    Funnel funnel = new Funnel(0.08, 1);

    assertThat(NamingRule.USUAL.names(funnel, tally(29, 20))).isFalse();
    assertThat(NamingRule.USUAL.names(funnel, tally(30, 20))).isTrue();
  }

  @Test
  void one_between_the_limits_is_not_named() {
    Funnel funnel = new Funnel(0.08, 1);
    ObservedExpected between = tally(400, 46);

    assertThat(funnel.position(between)).isEqualTo(Position.ABOVE_INNER);
    assertThat(NamingRule.USUAL.names(funnel, between)).isFalse();
  }

  @Test
  void one_far_better_is_below_and_not_named() {
    Funnel funnel = new Funnel(0.08, 1);
    ObservedExpected better = tally(400, 4);

    assertThat(funnel.position(better)).isEqualTo(Position.BELOW_OUTER);
    assertThat(NamingRule.USUAL.names(funnel, better)).isFalse();
  }

  @Test
  void one_who_is_a_large_part_of_all_is_held_to_narrower_limits() {
    Funnel funnel = new Funnel(0.08, 1);
    double variance = 400 * 0.08 * 0.92 * 1200 / 1600;

    assertThat(funnel.comparableLines(new ObservedExpected(400, 50, 32, variance)))
        .isCloseTo(400 * 1600.0 / 1200, within(1e-9));
  }

  @Test
  void a_usual_mix_leaves_the_plain_rate_and_lines() {
    Funnel funnel = new Funnel(0.08, 1);
    ObservedExpected tally = tally(400, 50);

    assertThat(funnel.comparableLines(tally)).isCloseTo(400, within(1e-9));
    assertThat(funnel.standardizedRate(tally)).isCloseTo(0.125, within(1e-12));
  }

  @Test
  void the_rule_says_what_it_does_to_the_unlucky() {
    assertThat(NamingRule.USUAL.inWords(12)).contains("99.8%", "30+ lines", "at most 2.4%");
  }

  // Of the usual mix, beside very many peers.
  private static ObservedExpected tally(long lines, long observed) {
    return new ObservedExpected(lines, observed, lines * 0.08, lines * 0.08 * 0.92);
  }

  private static int named(int[] sizes, double times, int seeds) {
    double[] all = new double[sizes.length];
    Arrays.fill(all, times);
    int named = 0;
    for (int seed = 0; seed < seeds; seed++) {
      named += new InventedPhysicians(sizes, all, seed).named().size();
    }
    return named;
  }
}
