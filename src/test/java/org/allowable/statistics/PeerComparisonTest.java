package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is named where the peers are denied little or nothing. */
class PeerComparisonTest {

  // One-sided exact chances by Fisher: below 1e-9, 1e-9 and 0.0004.
  @ParameterizedTest
  @CsvSource({"40, 100, 0, 100", "10, 40, 1, 400", "20, 100, 4, 100"})
  void one_far_above_peers_who_are_denied_little_is_named(
      int own, int ownOf, int peers, int peersOf) {
    assertThat(two(own, ownOf, peers, peersOf).named(NamingRule.USUAL)).containsExactly("own");
  }

  // Fisher's chances: 0.06 and 0.02.
  @ParameterizedTest
  @CsvSource({"36, 200, 24, 200", "5, 100, 0, 100", "0, 100, 40, 100"})
  void one_whom_chance_may_explain_is_not_named(int own, int ownOf, int peers, int peersOf) {
    assertThat(two(own, ownOf, peers, peersOf).named(NamingRule.USUAL)).doesNotContain("own");
  }

  @Test
  void peers_denied_nothing_leave_nothing_expected_but_a_place_in_the_funnel() {
    PeerComparison.Sum sum = Objects.requireNonNull(two(40, 100, 0, 100).sums().get("own"));
    assertThat(sum.expected()).isZero();
    assertThat(sum.tally()).isNotNull();
  }

  @Test
  void where_all_are_denied_alike_there_is_no_place() {
    PeerComparison.Sum sum = Objects.requireNonNull(two(0, 100, 0, 100).sums().get("own"));
    assertThat(sum.tally()).isNull();
  }

  // 30 is the least that is named; rates up to a half.
  @ParameterizedTest
  @CsvSource({
    "30, 30, 4",
    "30, 30, 24",
    "30, 400, 3",
    "30, 400, 60",
    "100, 30, 2",
    "100, 30, 50",
    "100, 100, 8",
    "100, 100, 80",
    "100, 3000, 30",
    "100, 3000, 600",
    "400, 30, 20",
    "400, 100, 100",
    "400, 3000, 1700"
  })
  void whoever_is_named_is_so_with_an_exact_chance_of_one_in_a_thousand_at_most(
      int ownOf, int peersOf, int denied) {
    int most = Math.min(ownOf, denied);
    int named = Math.max(0, denied - peersOf);
    while (named <= most
        && !two(named, ownOf, denied - named, peersOf).named(NamingRule.USUAL).contains("own")) {
      named++;
    }
    double chance =
        named > most
            ? 0
            : HypergeometricDistribution.of(ownOf + peersOf, denied, ownOf)
                .survivalProbability(named - 1);
    assertThat(chance).isLessThanOrEqualTo(0.001);
  }

  private static PeerComparison two(int own, int ownOf, int peers, int peersOf) {
    PeerComparison practice = new PeerComparison();
    for (int line = 0; line < ownOf; line++) {
      practice.add("own", "A", line < own);
    }
    for (int line = 0; line < peersOf; line++) {
      practice.add("peer", "A", line < peers);
    }
    return practice;
  }
}
