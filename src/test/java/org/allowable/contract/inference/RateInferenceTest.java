package org.allowable.contract.inference;

import static org.allowable.contract.inference.PlantedRates.CURRENT;
import static org.allowable.contract.inference.PlantedRates.EARLIER;
import static org.allowable.contract.inference.PlantedRates.NON_FACILITY;
import static org.allowable.contract.inference.PlantedRates.UNREDUCED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.inference.InferredRates.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted rates, found again or said not to be found. */
class RateInferenceTest {

  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int MONTHS = 20;
  private static final BigDecimal CHARGE = new BigDecimal("2000.00");

  private final PlantedRates payer = new PlantedRates();

  // Medicare by code, setting and year; two localities make two prices a year.
  private static BigDecimal medicare(String code, String setting, int year, int locality) {
    Random random = new Random((code + setting).hashCode() * 31L + year);
    BigDecimal price = BigDecimal.valueOf(4_000 + random.nextInt(60_000), 2);
    return locality == 0
        ? price
        : price.multiply(new BigDecimal("0.947")).setScale(2, RoundingMode.HALF_UP);
  }

  private interface Rule {
    BigDecimal allowed(Map<RateBasis, BigDecimal> medicare, Map<RateBasis, BigDecimal> quantity);
  }

  private void lines(String code, String setting, int from, int to, int each, Rule rule) {
    for (int month = from; month < to; month++) {
      for (int i = 0; i < each; i++) {
        line(code, setting, FIRST.plusMonths(month), i, rule);
      }
    }
  }

  // Every third line is the second procedure of its day.
  private void line(String code, String setting, YearMonth month, int i, Rule rule) {
    int year = month.getYear();
    BigDecimal share = new BigDecimal(i % 3 == 2 ? "0.5" : "1");
    Map<RateBasis, BigDecimal> medicare = new HashMap<>();
    Map<RateBasis, BigDecimal> quantity = new HashMap<>();
    for (RateBasis basis : PlantedRates.BASES) {
      String rated = basis.isNonFacility() ? "office" : setting;
      BigDecimal unit = medicare(code, rated, basis.year() == null ? year : 2024, i % 2);
      BigDecimal left = basis.isReduced() ? share : BigDecimal.ONE;
      medicare.put(basis, unit.multiply(left).setScale(2, RoundingMode.HALF_UP));
      quantity.put(basis, left);
    }
    payer.add(
        new PlantedRates.Line(
            code, setting, month, medicare, quantity, CHARGE, rule.allowed(medicare, quantity)));
  }

  private static Rule percent(RateBasis basis, String percent) {
    return (medicare, quantity) ->
        PlantedRates.percent(medicare.getOrDefault(basis, BigDecimal.ONE), percent);
  }

  private static Rule amount(RateBasis basis, String amount) {
    return (medicare, quantity) ->
        quantity
            .getOrDefault(basis, BigDecimal.ONE)
            .multiply(new BigDecimal(amount))
            .setScale(2, RoundingMode.HALF_UP);
  }

  private static RateOption ofMedicare(RateBasis basis, String percent) {
    return new RateOption(basis, Method.PERCENT_OF_MEDICARE, new BigDecimal(percent));
  }

  @Test
  void a_percent_of_all_codes_is_one_rate_without_codes() {
    for (String code : List.of("62321", "62323", "64483")) {
      lines(code, "office", 0, MONTHS, 4, percent(CURRENT, "132"));
    }
    assertThat(payer.inferred().rates())
        .containsExactly(
            new InferredRate(ofMedicare(CURRENT, "132"), List.of(), null, FIRST, null, List.of()));
  }

  @Test
  void a_rate_that_changes_is_two_rates_with_dates() {
    for (String code : List.of("62321", "62323", "64483")) {
      lines(code, "office", 0, 12, 4, percent(CURRENT, "128"));
      lines(code, "office", 12, MONTHS, 4, percent(CURRENT, "132"));
    }
    assertThat(payer.inferred().rates())
        .containsExactly(
            new InferredRate(
                ofMedicare(CURRENT, "128"),
                List.of(),
                null,
                FIRST,
                YearMonth.of(2025, 12),
                List.of()),
            new InferredRate(
                ofMedicare(CURRENT, "132"),
                List.of(),
                null,
                YearMonth.of(2026, 1),
                null,
                List.of()));
  }

  @Test
  void a_setting_with_a_percent_of_its_own_is_named() {
    lines("62321", "office", 0, MONTHS, 3, percent(CURRENT, "155"));
    lines("62321", "asc", 0, MONTHS, 3, percent(CURRENT, "120"));
    lines("64483", "office", 0, MONTHS, 3, percent(CURRENT, "140"));
    assertThat(payer.inferred().rates())
        .extracting(InferredRate::option, InferredRate::codes, InferredRate::setting)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                ofMedicare(CURRENT, "155"), List.of("62321"), "office"),
            org.assertj.core.groups.Tuple.tuple(
                ofMedicare(CURRENT, "120"), List.of("62321"), "asc"),
            org.assertj.core.groups.Tuple.tuple(
                ofMedicare(CURRENT, "140"), List.of("64483"), null));
  }

  @Test
  void an_amount_a_unit_is_told_from_a_percent_by_two_prices() {
    lines("62321", "office", 0, MONTHS, 4, amount(CURRENT, "265.00"));
    assertThat(payer.inferred().rates())
        .extracting(InferredRate::option)
        .containsExactly(new RateOption(CURRENT, Method.FIXED_AMOUNT, new BigDecimal("265.00")));
  }

  @Test
  void medicare_of_an_earlier_year_is_named_with_the_year() {
    for (String code : List.of("99213", "99214", "99204")) {
      lines(code, "office", 0, MONTHS, 4, percent(EARLIER, "118"));
    }
    assertThat(payer.inferred().rates())
        .extracting(InferredRate::option)
        .containsExactly(ofMedicare(EARLIER, "118"));
  }

  @Test
  void a_payer_that_does_not_reduce_several_procedures_is_recognized() {
    for (String code : List.of("62321", "62323", "64483")) {
      lines(code, "office", 0, MONTHS, 6, percent(UNREDUCED, "110"));
    }
    assertThat(payer.inferred().rates())
        .extracting(InferredRate::option)
        .containsExactly(ofMedicare(UNREDUCED, "110"));
  }

  @Test
  void the_non_facility_rate_in_every_setting_is_recognized() {
    for (String code : List.of("62321", "62323", "64483")) {
      lines(code, "office", 0, MONTHS, 2, percent(NON_FACILITY, "110"));
      lines(code, "asc", 0, MONTHS, 4, percent(NON_FACILITY, "110"));
    }
    assertThat(payer.inferred().rates())
        .extracting(InferredRate::option)
        .containsExactly(ofMedicare(NON_FACILITY, "110"));
  }

  @Test
  void a_code_whose_lines_follow_no_one_rate_is_said_to_have_none() {
    for (int i = 0; i < 40; i++) {
      String odd = "1" + (i * 7 % 40) + "." + (i * 13 % 10);
      line("62321", "office", FIRST.plusMonths(i % MONTHS), i, percent(CURRENT, odd));
    }
    InferredRates inferred = payer.inferred();
    assertThat(inferred.rates()).isEmpty();
    assertThat(inferred.unknown())
        .singleElement()
        .extracting(InferredRates.Unknown::reason, InferredRates.Unknown::lines)
        .containsExactly(Reason.NO_CLEAR_RATE, 40L);
  }

  @Test
  void two_lines_are_too_few_for_a_rate() {
    lines("62321", "office", 0, 1, 2, percent(CURRENT, "132"));
    assertThat(payer.inferred().unknown())
        .singleElement()
        .extracting(InferredRates.Unknown::reason)
        .isEqualTo(Reason.FEW_LINES);
  }

  @Test
  void a_charge_that_was_allowed_in_full_says_nothing() {
    lines("62321", "office", 0, 4, 4, (medicare, quantity) -> CHARGE);
    assertThat(payer.inferred().unknown())
        .singleElement()
        .extracting(InferredRates.Unknown::reason)
        .isEqualTo(Reason.AT_CHARGE);
  }

  // One locality, one year, one code: Medicare's price is a constant.
  @Test
  void what_nothing_tells_apart_is_listed_beside_the_rate() {
    for (int i = 0; i < 12; i += 6) {
      for (int n = 0; n < 6; n++) {
        line("62321", "office", FIRST.plusMonths(n), i, percent(CURRENT, "125"));
      }
    }
    BigDecimal amount = PlantedRates.percent(medicare("62321", "office", 2025, 0), "125");
    InferredRate rate = payer.inferred().rates().get(0);
    List<RateOption> fits = new ArrayList<>(rate.equals());
    fits.add(rate.option());
    assertThat(fits.stream().map(fit -> fit.method() + " " + fit.plainRate()).distinct())
        .containsExactlyInAnyOrder("PERCENT_OF_MEDICARE 125", "FIXED_AMOUNT " + amount);
  }

  static List<Integer> seeds() {
    return IntStream.range(0, 60).boxed().toList();
  }

  /** What was planted for a code and setting. */
  private record Planted(String code, String setting, RateOption before, RateOption after) {}

  private static RateOption any(Random random) {
    BigDecimal percent = BigDecimal.valueOf(80 + random.nextInt(100));
    return switch (random.nextInt(8)) {
      case 0 ->
          new RateOption(
              CURRENT, Method.FIXED_AMOUNT, BigDecimal.valueOf(5_000 + random.nextInt(60_000), 2));
      case 1 -> new RateOption(EARLIER, Method.PERCENT_OF_MEDICARE, percent);
      default -> new RateOption(CURRENT, Method.PERCENT_OF_MEDICARE, percent);
    };
  }

  private static Rule rule(RateOption option) {
    return option.method() == Method.FIXED_AMOUNT
        ? amount(option.basis(), option.rate().toPlainString())
        : percent(option.basis(), option.rate().toPlainString());
  }

  // Some codes share the payer's rate, some have their own; all of it may change once.
  private List<Planted> planted(Random random) {
    int change = random.nextBoolean() ? 8 + random.nextInt(6) : MONTHS;
    RateOption before = ofMedicare(CURRENT, String.valueOf(100 + random.nextInt(60)));
    RateOption after =
        change < MONTHS
            ? ofMedicare(CURRENT, before.rate().add(BigDecimal.ONE).toString())
            : before;
    List<Planted> planted = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String code = String.valueOf(62_300 + i);
      boolean isOwn = random.nextInt(3) == 0;
      RateOption own = any(random);
      for (String setting : List.of("office", "asc")) {
        Planted each = new Planted(code, setting, isOwn ? own : before, isOwn ? own : after);
        planted.add(each);
        for (int month = 0; month < MONTHS; month++) {
          for (int n = 0; n < 1 + random.nextInt(3); n++) {
            RateOption rate = month < change ? each.before() : each.after();
            boolean isNoise = random.nextInt(100) < 4;
            BigDecimal odd = BigDecimal.valueOf(1_000 + random.nextInt(40_000), 2);
            line(
                code,
                setting,
                FIRST.plusMonths(month),
                random.nextInt(6),
                isNoise ? (medicare, quantity) -> odd : rule(rate));
          }
        }
      }
    }
    return planted;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rates_planted_among_mistakes_are_found_and_none_is_named_wrongly(int seed) {
    List<Planted> planted = planted(new Random(seed));
    InferredRates inferred = payer.inferred();
    for (Planted each : planted) {
      assertThat(rate(inferred, each, FIRST))
          .as("%s %s at first", each.code(), each.setting())
          .contains(each.before());
      assertThat(rate(inferred, each, FIRST.plusMonths(MONTHS - 1)))
          .as("%s %s at last", each.code(), each.setting())
          .contains(each.after());
    }
  }

  // The most specific rate of a month, with what fits as well.
  private static List<RateOption> rate(InferredRates inferred, Planted of, YearMonth month) {
    return inferred.rates().stream()
        .filter(r -> !month.isBefore(r.from()) && (r.to() == null || !month.isAfter(r.to())))
        .filter(r -> r.codes().isEmpty() || r.codes().contains(of.code()))
        .filter(r -> r.setting() == null || r.setting().equals(of.setting()))
        .min(
            java.util.Comparator.comparing((InferredRate r) -> r.codes().isEmpty())
                .thenComparing(r -> r.setting() == null))
        .map(
            r -> {
              List<RateOption> fits = new ArrayList<>(r.equals());
              fits.add(r.option());
              return fits;
            })
        .orElse(List.of());
  }
}
