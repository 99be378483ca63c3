package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which causes stand for a payer, against a search through every set of them. */
@Tag("long")
class SmallestCausesTest {

  private static final int PAYERS = 300;
  private static final int CAUSES = 7;
  private static final Map<String, Set<Set<String>>> SLOW = new TreeMap<>();
  private static final Map<String, Set<Set<String>>> FAST = new TreeMap<>();

  private static long tied;
  private static long unnamed;

  @BeforeAll
  static void search() throws Exception {
    Random random = new Random(7);
    List<@Nullable Object[]> fits = new ArrayList<>();
    for (int p = 0; p < PAYERS; p++) {
      String payer = "P%03d".formatted(p);
      SlowCauses slow = payer(random);
      SLOW.put(payer, slow.causes());
      FAST.put(payer, new HashSet<>());
      add(fits, payer, p, slow);
    }
    try (Engine engine = SmallRun.newEngine()) {
      engine.rows(Tables.named("int_cause_fit"), fits);
      new JobRunner(engine, Progress.SILENT)
          .run(
              NeededSteps.of(
                  Job.named("monthly-report"), Set.of("int_payer_cause"), Set.of("int_cause_fit")),
              Map.of());
      for (Map<String, @Nullable Object> row : engine.all("int_payer_cause")) {
        Set<String> causes = new TreeSet<>();
        ((Collection<?>) Objects.requireNonNull(row.get("causes")))
            .forEach(cause -> causes.add(String.valueOf(cause)));
        Objects.requireNonNull(FAST.get(String.valueOf(row.get("payer")))).add(causes);
        tied += causes.size() > 1 ? 1 : 0;
      }
    }
    unnamed = SLOW.values().stream().filter(Set::isEmpty).count();
  }

  // Blocks of lines that some causes share, so that sets overlap, tie and lie in each other.
  private static SlowCauses payer(Random random) {
    Map<String, Set<Integer>> exact = new TreeMap<>();
    Map<String, Set<Integer>> missed = new HashMap<>();
    Map<String, Set<Integer>> near = new HashMap<>();
    for (int c = 0; c < CAUSES; c++) {
      exact.put("C" + c, new TreeSet<>());
      missed.put("C" + c, new TreeSet<>());
      near.put("C" + c, new TreeSet<>());
    }
    int line = 0;
    int blocks = 1 + random.nextInt(5);
    for (int b = 0; b < blocks; b++) {
      int size = 1 + random.nextInt(7);
      boolean[] isExact = new boolean[CAUSES];
      for (int c = 0; c < CAUSES; c++) {
        isExact[c] = random.nextInt(100) < 30;
      }
      for (int i = 0; i < size; i++, line++) {
        for (int c = 0; c < CAUSES; c++) {
          note(random, isExact[c], line, "C" + c, exact, missed, near);
        }
      }
    }
    int noise = random.nextInt(60);
    for (int i = 0; i < noise; i++, line++) {
      for (int c = 0; c < CAUSES; c++) {
        note(random, random.nextInt(100) < 1, line, "C" + c, exact, missed, near);
      }
    }
    return new SlowCauses(exact, missed, near);
  }

  private static void note(
      Random random,
      boolean isExact,
      int line,
      String cause,
      Map<String, Set<Integer>> exact,
      Map<String, Set<Integer>> missed,
      Map<String, Set<Integer>> near) {
    if (isExact) {
      Objects.requireNonNull(exact.get(cause)).add(line);
    } else if (random.nextInt(100) < 70) {
      Objects.requireNonNull(missed.get(cause)).add(line);
      if (random.nextInt(100) < 15) {
        Objects.requireNonNull(near.get(cause)).add(line);
      }
    }
  }

  private static void add(
      List<@Nullable Object[]> fits, String payer, int number, SlowCauses slow) {
    slow.exact()
        .forEach(
            (cause, lines) ->
                lines.forEach(l -> fits.add(fit(payer, number, l, cause, true, false))));
    slow.missed()
        .forEach(
            (cause, lines) ->
                lines.forEach(
                    l ->
                        fits.add(
                            fit(
                                payer,
                                number,
                                l,
                                cause,
                                false,
                                Objects.requireNonNull(slow.near().get(cause)).contains(l)))));
  }

  private static @Nullable Object[] fit(
      String payer, int number, int line, String cause, boolean isExact, boolean isNear) {
    return new @Nullable Object[] {
      number * 1_000L + line, payer, cause, cause, "", isExact, isNear
    };
  }

  @Test
  void the_causes_are_those_of_a_search_through_every_set() {
    assertThat(FAST).isEqualTo(SLOW);
  }

  @Test
  void the_payers_have_ties_several_causes_and_none() {
    assertThat(tied).isGreaterThan(5);
    assertThat(unnamed).isBetween(20L, PAYERS - 50L);
    assertThat(SLOW.values()).anyMatch(causes -> causes.size() > 2);
  }
}
