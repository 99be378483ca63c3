package org.allowable.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fewest causes that explain a payer's lines, by trying every set of them. Slow and obvious.
 *
 * @param exact by cause the lines that it explains to the cent
 * @param missed by cause the lines that it would have lowered to another amount
 * @param near by cause those of {@code missed} that it misses by some cents
 */
record SlowCauses(
    Map<String, Set<Integer>> exact,
    Map<String, Set<Integer>> missed,
    Map<String, Set<Integer>> near) {

  private static final int LEAST = 3;

  /** The causes of all best sets, those that explain the same lines together. */
  Set<Set<String>> causes() {
    List<Set<String>> standing = standing();
    Set<Set<String>> causes = new HashSet<>();
    Comparator<Set<Set<String>>> better =
        Comparator.<Set<Set<String>>>comparingInt(set -> covered(set).size())
            .thenComparing(Comparator.<Set<Set<String>>>comparingInt(Set::size).reversed())
            .thenComparingInt(set -> set.stream().mapToInt(c -> lines(c).size()).sum());
    List<Set<Set<String>>> sets = subsets(standing);
    for (Set<Set<String>> set : sets) {
      if (sets.stream().noneMatch(other -> better.compare(other, set) > 0)) {
        causes.addAll(set);
      }
    }
    return causes;
  }

  private Set<Integer> lines(Set<String> sameLines) {
    return Objects.requireNonNull(exact.get(sameLines.iterator().next()));
  }

  private Set<Integer> covered(Set<Set<String>> set) {
    Set<Integer> covered = new HashSet<>();
    set.forEach(causes -> covered.addAll(lines(causes)));
    return covered;
  }

  private static List<Set<Set<String>>> subsets(List<Set<String>> of) {
    List<Set<Set<String>>> subsets = new ArrayList<>();
    for (int mask = 0; mask < (1 << of.size()); mask++) {
      Set<Set<String>> subset = new HashSet<>();
      for (int i = 0; i < of.size(); i++) {
        if (((mask >> i) & 1) == 1) {
          subset.add(of.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  private List<Set<String>> standing() {
    Map<Set<Integer>, Set<String>> byLines = new HashMap<>();
    exact.forEach(
        (cause, lines) -> {
          if (lines.size() >= LEAST && !isPartOfMore(lines)) {
            byLines.computeIfAbsent(lines, key -> new TreeSet<>()).add(cause);
          }
        });
    Map<String, Set<Integer>> own = own(byLines);
    Set<Integer> explained = new HashSet<>();
    byLines.keySet().forEach(explained::addAll);
    List<Set<String>> standing = new ArrayList<>();
    byLines.forEach(
        (lines, causes) -> {
          int ownLines = own.getOrDefault(causes.iterator().next(), Set.of()).size();
          int unexplained = without(causes, missed, explained);
          if (ownLines >= LEAST
              && ownLines * 10 >= ownLines + unexplained
              && ownLines >= without(causes, near, explained)) {
            standing.add(causes);
          }
        });
    return standing;
  }

  private boolean isPartOfMore(Set<Integer> lines) {
    return exact.values().stream()
        .anyMatch(other -> other.size() > lines.size() && other.containsAll(lines));
  }

  private static int without(
      Set<String> causes, Map<String, Set<Integer>> lines, Set<Integer> explained) {
    Set<Integer> left = new HashSet<>();
    causes.forEach(cause -> left.addAll(lines.getOrDefault(cause, Set.of())));
    left.removeAll(explained);
    return left.size();
  }

  // Each line counts for the largest cause that explains it, of two as large the first by name.
  private static Map<String, Set<Integer>> own(Map<Set<Integer>, Set<String>> byLines) {
    Map<String, Set<Integer>> own = new TreeMap<>();
    Set<Integer> taken = new HashSet<>();
    byLines.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Set<Integer>, Set<String>>>comparingInt(e -> -e.getKey().size())
                .thenComparing(e -> e.getValue().iterator().next()))
        .forEach(
            e -> {
              Set<Integer> mine = new HashSet<>(e.getKey());
              mine.removeAll(taken);
              taken.addAll(mine);
              own.put(e.getValue().iterator().next(), mine);
            });
    return own;
  }
}
