package org.allowable.contract.inference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allowable.contract.Contract.Method;

/**
 * Lines of an invented payer whose rates are known, and, by the plainest arithmetic, every option
 * that gives an allowed amount to the cent.
 */
final class PlantedRates {

  static final RateBasis CURRENT = new RateBasis("as_billed", null, false, true);
  static final RateBasis UNREDUCED = new RateBasis("unreduced", null, false, false);
  static final RateBasis NON_FACILITY = new RateBasis("non-facility", null, true, true);
  static final RateBasis EARLIER = new RateBasis("2024", 2024, false, true);
  static final List<RateBasis> BASES = List.of(CURRENT, UNREDUCED, NON_FACILITY, EARLIER);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** US dollars of a line under each basis, and the units of the fee that it is. */
  record Line(
      String code,
      String setting,
      YearMonth month,
      Map<RateBasis, BigDecimal> medicare,
      Map<RateBasis, BigDecimal> quantity,
      BigDecimal charge,
      BigDecimal allowed) {}

  private final List<Line> lines = new ArrayList<>();

  /** Adds a line. */
  void add(Line line) {
    lines.add(line);
  }

  /** A percent of some Medicare, as payers round it. */
  static BigDecimal percent(BigDecimal medicare, String percent) {
    return medicare
        .multiply(new BigDecimal(percent))
        .divide(HUNDRED)
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** What is inferred. */
  InferredRates inferred() {
    return RateInference.of(votes(), cells(), BASES);
  }

  private List<RateVote> votes() {
    Map<List<Object>, Long> counts = new HashMap<>();
    Map<RateOption, Long> all = new HashMap<>();
    for (Line line : lines) {
      for (RateOption option : options(line)) {
        counts.merge(List.of(line.code(), line.setting(), line.month(), option), 1L, Long::sum);
        all.merge(option, 1L, Long::sum);
      }
    }
    List<RateVote> votes = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          RateOption option = (RateOption) key.get(3);
          if (all.getOrDefault(option, 0L) >= 3) {
            votes.add(
                new RateVote(
                    (String) key.get(0),
                    (String) key.get(1),
                    (YearMonth) key.get(2),
                    option,
                    count));
          }
        });
    return votes;
  }

  // Every tenth of a percent, and every cent, of which the line's amount may be: no arithmetic but
  // that of the payer.
  private static List<RateOption> options(Line line) {
    List<RateOption> options = new ArrayList<>();
    if (line.allowed().compareTo(line.charge()) == 0) {
      return options;
    }
    line.medicare()
        .forEach(
            (basis, medicare) ->
                near(line.allowed().multiply(HUNDRED).divide(medicare, 1, RoundingMode.HALF_UP))
                    .filter(rate -> isPercent(medicare, rate, line))
                    .map(rate -> new RateOption(basis, Method.PERCENT_OF_MEDICARE, rate))
                    .forEach(options::add));
    for (RateBasis basis : List.of(CURRENT, UNREDUCED)) {
      BigDecimal quantity = line.quantity().getOrDefault(basis, BigDecimal.ONE);
      near(line.allowed().divide(quantity, 2, RoundingMode.HALF_UP))
          .filter(
              rate ->
                  rate.multiply(quantity)
                          .setScale(2, RoundingMode.HALF_UP)
                          .compareTo(line.allowed())
                      == 0)
          .map(rate -> new RateOption(basis, Method.FIXED_AMOUNT, rate))
          .forEach(options::add);
    }
    near(line.allowed().multiply(HUNDRED).divide(line.charge(), 1, RoundingMode.HALF_UP))
        .filter(rate -> isPercent(line.charge(), rate, line))
        .map(rate -> new RateOption(CURRENT, Method.PERCENT_OF_CHARGE, rate))
        .forEach(options::add);
    return options;
  }

  private static boolean isPercent(BigDecimal of, BigDecimal rate, Line line) {
    return percent(of, rate.toString()).compareTo(line.allowed()) == 0;
  }

  private static Stream<BigDecimal> near(BigDecimal rate) {
    return IntStream.rangeClosed(-3, 3)
        .mapToObj(step -> rate.add(BigDecimal.valueOf(step, rate.scale())))
        .filter(near -> near.signum() > 0);
  }

  private List<RateCell> cells() {
    Map<List<Object>, List<Line>> cells = new HashMap<>();
    lines.forEach(
        line ->
            cells
                .computeIfAbsent(
                    List.of(line.code(), line.setting(), line.month()), k -> new ArrayList<>())
                .add(line));
    return cells.values().stream()
        .map(
            own ->
                new RateCell(
                    own.get(0).code(),
                    own.get(0).setting(),
                    own.get(0).month(),
                    own.size(),
                    own.stream().filter(l -> l.allowed().compareTo(l.charge()) == 0).count(),
                    own.stream().map(Line::allowed).reduce(BigDecimal.ZERO, BigDecimal::add)))
        .toList();
  }
}
