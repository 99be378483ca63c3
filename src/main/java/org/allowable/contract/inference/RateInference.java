package org.allowable.contract.inference;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.inference.InferredRates.Reason;
import org.allowable.contract.inference.InferredRates.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the rates of a payer among all that give its allowed amounts to the cent.
 *
 * <p>Time is cut where rates change, for a price: a cut has to explain more lines than chance
 * would. Between two cuts each code and setting takes the option that gives most of its lines; of
 * several that give as many, the one that gives the most lines elsewhere, then a whole percent.
 */
public final class RateInference {

  // All are ours. With fewer lines, or a smaller share of them, chance may be the reason.
  private static final int LEAST_LINES = 3;
  private static final int SHARE_NUMERATOR = 2;
  private static final int SHARE_DENOMINATOR = 3;
  private static final int LEAST_LINES_OF_CUT = 5;
  private static final double LEAST_SHARE_OF_CUT = 0.05;
  // A rate for all codes needs three of them, and two thirds of what is explained.
  private static final int LEAST_GENERAL_CODES = 3;
  private static final int GENERAL_NUMERATOR = 2;
  private static final int GENERAL_DENOMINATOR = 3;
  private static final String ALL_CODES = "";
  // Of options that nothing tells apart those are named that a contract may well have.
  private static final int LIKELY = 1;

  private final List<YearMonth> months;
  private final List<RateBasis> order;
  private final Map<Place, Map<RateOption, long[]>> votes = new TreeMap<>();
  private final Map<Place, long[]> tellingLines = new TreeMap<>();
  private final List<RateCell> cells;

  private record Place(String code, String setting) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::code).thenComparing(Place::setting).compare(this, other);
    }
  }

  /** Months by their place, both ends in. */
  private record Span(int from, int to) {}

  /** What holds for a code, in one setting or in all. */
  private record Scope(String code, @Nullable String setting) {}

  private record Choice(RateOption option, List<RateOption> equals) {}

  private record Group(RateOption option, @Nullable String setting, int from, int to) {}

  private RateInference(List<RateVote> votes, List<RateCell> cells, List<RateBasis> order) {
    this.cells = cells;
    this.order = order;
    this.months = new TreeSet<>(cells.stream().map(RateCell::month).toList()).stream().toList();
    for (RateCell cell : cells) {
      tellingLines
              .computeIfAbsent(place(cell.code(), cell.setting()), p -> perMonth())[
              months.indexOf(cell.month())] +=
          cell.lines() - cell.linesAtCharge();
    }
    for (RateVote vote : votes) {
      this.votes.computeIfAbsent(place(vote.code(), vote.setting()), p -> new HashMap<>())
              .computeIfAbsent(vote.option(), o -> perMonth())[months.indexOf(vote.month())] +=
          vote.lines();
    }
  }

  /**
   * Infers.
   *
   * @param votes of one payer
   * @param cells of the same payer, at least one
   * @param order of bases, the likeliest first: decides between what nothing else tells apart
   */
  public static InferredRates of(
      List<RateVote> votes, List<RateCell> cells, List<RateBasis> order) {
    return new RateInference(votes, cells, order).inferred();
  }

  private static Place place(String code, String setting) {
    return new Place(code, setting);
  }

  private long[] perMonth() {
    return new long[months.size()];
  }

  private static long sum(long[] lines, Span span) {
    return Arrays.stream(lines, span.from(), span.to() + 1).sum();
  }

  private InferredRates inferred() {
    List<Span> spans = spans();
    List<Map<Place, Choice>> choices = spans.stream().map(this::choices).toList();
    List<Map<Scope, Choice>> scopes = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      scopes.add(general(spans.get(i), merged(extended(choices, spans, i))));
    }
    return new InferredRates(
        months.get(0), months.get(months.size() - 1), rates(spans, scopes), unknown(choices));
  }

  // The cuts that explain the most lines, less what each costs.
  private List<Span> spans() {
    int count = months.size();
    long cost = costOfCut();
    long[] best = new long[count + 1];
    int[] start = new int[count + 1];
    for (int end = 1; end <= count; end++) {
      best[end] = Long.MIN_VALUE;
      for (int from = 0; from < end; from++) {
        long value = best[from] + explained(new Span(from, end - 1)) - (from > 0 ? cost : 0);
        if (value > best[end]) {
          best[end] = value;
          start[end] = from;
        }
      }
    }
    List<Span> spans = new ArrayList<>();
    for (int end = count; end > 0; end = start[end]) {
      spans.add(0, new Span(start[end], end - 1));
    }
    return spans;
  }

  private long costOfCut() {
    long lines = tellingLines.values().stream().mapToLong(each -> Arrays.stream(each).sum()).sum();
    return Math.max(LEAST_LINES_OF_CUT, (long) Math.ceil(lines * LEAST_SHARE_OF_CUT));
  }

  private long explained(Span span) {
    return votes.values().stream()
        .mapToLong(
            options ->
                options.values().stream().mapToLong(lines -> sum(lines, span)).max().orElse(0))
        .filter(lines -> lines >= LEAST_LINES)
        .sum();
  }

  private Map<Place, Choice> choices(Span span) {
    Map<RateOption, Long> all = new HashMap<>();
    votes
        .values()
        .forEach(
            options ->
                options.forEach((option, lines) -> all.merge(option, sum(lines, span), Long::sum)));
    Map<Place, Choice> choices = new TreeMap<>();
    votes.forEach(
        (place, options) -> {
          long most =
              options.values().stream().mapToLong(lines -> sum(lines, span)).max().orElse(0);
          long telling = sum(Objects.requireNonNull(tellingLines.get(place)), span);
          if (most >= LEAST_LINES && most * SHARE_DENOMINATOR >= telling * SHARE_NUMERATOR) {
            List<RateOption> fitting =
                options.entrySet().stream()
                    .filter(entry -> sum(entry.getValue(), span) == most)
                    .map(Map.Entry::getKey)
                    .sorted(likeliest(all))
                    .toList();
            choices.put(place, choice(fitting, all));
          }
        });
    return choices;
  }

  private Comparator<RateOption> likeliest(Map<RateOption, Long> all) {
    return Comparator.comparing((RateOption option) -> -all.getOrDefault(option, 0L))
        .thenComparing(RateOption::unlikelihood)
        .thenComparing(option -> order.indexOf(option.basis()))
        .thenComparing(RateOption::rate);
  }

  // Which Medicare says what several procedures leave is no other rate.
  private static Choice choice(List<RateOption> fitting, Map<RateOption, Long> all) {
    RateOption chosen = fitting.get(0);
    List<RateOption> equals =
        fitting.stream()
            .filter(option -> Objects.equals(all.get(option), all.get(chosen)))
            .filter(option -> option.unlikelihood() <= LIKELY)
            .filter(option -> !isSameRate(option, chosen))
            .toList();
    return new Choice(chosen, equals);
  }

  private static boolean isSameRate(RateOption one, RateOption other) {
    return one.method() == other.method()
        && one.rate().compareTo(other.rate()) == 0
        && (one.basis().isSameFee(other.basis()) || one.method() != Method.PERCENT_OF_MEDICARE);
  }

  // What has too few lines between two cuts to tell goes on as before, or as it will.
  private Map<Place, Choice> extended(
      List<Map<Place, Choice>> choices, List<Span> spans, int position) {
    Map<Place, Choice> extended = new TreeMap<>(choices.get(position));
    for (Map.Entry<Place, long[]> place : tellingLines.entrySet()) {
      boolean isFew = sum(place.getValue(), spans.get(position)) < LEAST_LINES;
      if (isFew && !extended.containsKey(place.getKey())) {
        Choice near = nearest(choices, position, place.getKey());
        if (near != null) {
          extended.put(place.getKey(), near);
        }
      }
    }
    return extended;
  }

  private static @Nullable Choice nearest(
      List<Map<Place, Choice>> choices, int position, Place place) {
    for (int distance = 1; distance < choices.size(); distance++) {
      for (int at : new int[] {position - distance, position + distance}) {
        if (at >= 0 && at < choices.size() && choices.get(at).containsKey(place)) {
          return choices.get(at).get(place);
        }
      }
    }
    return null;
  }

  // A code with one rate wherever it was given has that rate everywhere.
  private static Map<Scope, Choice> merged(Map<Place, Choice> choices) {
    Map<String, List<Place>> byCode = new TreeMap<>();
    choices
        .keySet()
        .forEach(place -> byCode.computeIfAbsent(place.code(), c -> new ArrayList<>()).add(place));
    Map<Scope, Choice> merged = new LinkedHashMap<>();
    byCode.forEach(
        (code, places) -> {
          boolean isOne = places.stream().map(p -> option(choices, p)).distinct().count() == 1;
          for (Place place : places) {
            merged.putIfAbsent(
                new Scope(code, isOne ? null : place.setting()),
                Objects.requireNonNull(choices.get(place)));
          }
        });
    return merged;
  }

  private static RateOption option(Map<Place, Choice> choices, Place place) {
    return Objects.requireNonNull(choices.get(place)).option();
  }

  private Map<Scope, Choice> general(Span span, Map<Scope, Choice> scopes) {
    Map<RateOption, Long> lines = new HashMap<>();
    scopes.forEach(
        (scope, choice) ->
            votes.forEach(
                (place, options) -> {
                  if (isIn(place, scope)) {
                    long[] own = options.getOrDefault(choice.option(), perMonth());
                    lines.merge(choice.option(), sum(own, span), Long::sum);
                  }
                }));
    long all = lines.values().stream().mapToLong(Long::longValue).sum();
    Predicate<Map.Entry<RateOption, Long>> isGeneral =
        entry ->
            entry.getKey().method() == Method.PERCENT_OF_MEDICARE
                && codes(scopes, entry.getKey()) >= LEAST_GENERAL_CODES
                && entry.getValue() * GENERAL_DENOMINATOR >= all * GENERAL_NUMERATOR;
    Map<Scope, Choice> with = new LinkedHashMap<>(scopes);
    lines.entrySet().stream()
        .filter(isGeneral)
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(
            option -> {
              with.entrySet()
                  .removeIf(
                      entry ->
                          entry.getKey().setting() == null
                              && entry.getValue().option().equals(option));
              with.put(new Scope(ALL_CODES, null), new Choice(option, List.of()));
            });
    return with;
  }

  private static long codes(Map<Scope, Choice> scopes, RateOption option) {
    return scopes.entrySet().stream()
        .filter(entry -> entry.getValue().option().equals(option))
        .map(entry -> entry.getKey().code())
        .distinct()
        .count();
  }

  private static boolean isIn(Place place, Scope scope) {
    return place.code().equals(scope.code())
        && (scope.setting() == null || scope.setting().equals(place.setting()));
  }

  // The same rate from one cut to the next is one rate.
  private List<InferredRate> rates(List<Span> spans, List<Map<Scope, Choice>> scopes) {
    Map<Group, TreeSet<String>> codes = new LinkedHashMap<>();
    Map<Group, List<RateOption>> equals = new HashMap<>();
    for (int i = 0; i < spans.size(); i++) {
      for (Map.Entry<Scope, Choice> entry : scopes.get(i).entrySet()) {
        RateOption option = entry.getValue().option();
        if (i > 0 && has(scopes.get(i - 1), entry.getKey(), option)) {
          continue;
        }
        int last = i;
        while (last + 1 < spans.size() && has(scopes.get(last + 1), entry.getKey(), option)) {
          last++;
        }
        Group group = new Group(option, entry.getKey().setting(), i, last);
        codes.computeIfAbsent(group, g -> new TreeSet<>()).add(entry.getKey().code());
        equals.merge(group, entry.getValue().equals(), RateInference::shared);
      }
    }
    List<InferredRate> rates = new ArrayList<>();
    codes.forEach(
        (group, of) ->
            rates.addAll(rates(group, of, equals.getOrDefault(group, List.of()), spans)));
    return rates;
  }

  // A rate of all codes has no list; others of the same group stand by themselves.
  private List<InferredRate> rates(
      Group group, Set<String> codes, List<RateOption> equals, List<Span> spans) {
    YearMonth from = months.get(spans.get(group.from()).from());
    boolean isLast = group.to() == spans.size() - 1;
    YearMonth to = isLast ? null : months.get(spans.get(group.to()).to());
    List<InferredRate> rates = new ArrayList<>();
    if (codes.remove(ALL_CODES)) {
      rates.add(new InferredRate(group.option(), List.of(), null, from, to, List.of()));
    }
    if (!codes.isEmpty()) {
      rates.add(
          new InferredRate(group.option(), List.copyOf(codes), group.setting(), from, to, equals));
    }
    return rates;
  }

  private static List<RateOption> shared(List<RateOption> one, List<RateOption> other) {
    return one.stream().filter(other::contains).toList();
  }

  private static boolean has(Map<Scope, Choice> scopes, Scope scope, RateOption option) {
    Choice choice = scopes.get(scope);
    return choice != null && choice.option().equals(option);
  }

  private List<Unknown> unknown(List<Map<Place, Choice>> choices) {
    List<Unknown> unknown = new ArrayList<>();
    tellingLines.forEach(
        (place, telling) -> {
          if (choices.stream().noneMatch(each -> each.containsKey(place))) {
            List<RateCell> own =
                cells.stream()
                    .filter(cell -> place(cell.code(), cell.setting()).equals(place))
                    .toList();
            long lines = own.stream().mapToLong(RateCell::lines).sum();
            BigDecimal allowed =
                own.stream().map(RateCell::allowed).reduce(BigDecimal.ZERO, BigDecimal::add);
            unknown.add(
                new Unknown(place.code(), place.setting(), reason(lines, telling), lines, allowed));
          }
        });
    unknown.sort(Comparator.comparing(Unknown::allowed).reversed());
    return unknown;
  }

  private static Reason reason(long lines, long[] telling) {
    long count = Arrays.stream(telling).sum();
    if (lines < LEAST_LINES) {
      return Reason.FEW_LINES;
    }
    if (count == 0) {
      return Reason.AT_CHARGE;
    }
    return count < LEAST_LINES ? Reason.FEW_LINES : Reason.NO_CLEAR_RATE;
  }
}
