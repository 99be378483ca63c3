package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allowable.config.Practice.PayerClass;
import org.allowable.job.CauseHistory.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten causes planted in 5,000 lines, singly and mixed, beside amounts that no mistake gives. All
 * amounts are calculated here from the published files.
 */
@Tag("long")
class CauseTruthTest {

  private static final int LINES = 5_000;
  private static final String CF_2026 = "33.4009";
  private static final String CF_2025 = "32.3465";
  private static final List<String> CODES =
      List.of("99213", "99214", "62323", "64483", "64493", "20610", "64635");
  private static final Map<String, List<String>> PLANTED = planted();
  private static final CauseHistory HISTORY = new CauseHistory();
  private static final Map<String, BigDecimal> FEES = new HashMap<>();

  private static Map<String, List<String>> planted() {
    Map<String, List<String>> planted = new TreeMap<>();
    planted.put("Fees", List.of("Fee schedule of 2025"));
    planted.put("Factor", List.of("Conversion factor of 2025"));
    planted.put("Values", List.of("RVUs of 2025"));
    planted.put("Setting", List.of("Wrong setting (facility rate)"));
    planted.put("Place", List.of("Locality 12402/99"));
    planted.put("Withheld", List.of("Sequestration"));
    planted.put("Practitioner", List.of("85% of a practitioner"));
    planted.put("Sides", List.of("Both sides at 100%"));
    planted.put("Cut", List.of("Multiple-procedure cut not due"));
    planted.put("Rate", List.of("Earlier rate (112% to 12/31/2025)"));
    planted.put("Mixed one", List.of("Wrong setting (facility rate)", "Sequestration"));
    planted.put("Mixed two", List.of("Both sides at 100%", "Fee schedule of 2025"));
    planted.put("Right", List.of());
    return planted;
  }

  private static List<String> planted(String payer) {
    return Objects.requireNonNull(PLANTED.get(payer));
  }

  @BeforeAll
  static void run() throws IOException {
    Random random = new Random(20260930);
    List<String> payers = new ArrayList<>(PLANTED.keySet());
    payers.forEach(payer -> HISTORY.payer(payer, PayerClass.COMMERCIAL, "112", "120"));
    while (HISTORY.lines().size() < LINES) {
      visit(payers.get(random.nextInt(payers.size())), random);
    }
    HISTORY.run();
  }

  private static void visit(String payer, Random random) {
    LocalDate day = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(260));
    List<String> causes = planted(payer);
    // A payer makes a mistake from March on, and not on every line.
    boolean isWrong = !causes.isEmpty() && day.getMonthValue() >= 3 && random.nextInt(100) < 60;
    String cause = isWrong ? causes.get(random.nextInt(causes.size())) : CauseHistory.NONE;
    if (cause.startsWith("Multiple")) {
      add(payer, "64483", day, false, CauseHistory.NONE, random);
      add(payer, "64484", day, true, cause, random);
    } else if (cause.startsWith("Both")) {
      add(payer, "64483-50", day, false, cause, random);
    } else {
      add(payer, CODES.get(random.nextInt(CODES.size())), day, false, cause, random);
    }
  }

  private static void add(
      String payer, String code, LocalDate day, boolean isSame, String cause, Random random) {
    BigDecimal right = price(code, "");
    BigDecimal wrong = price(code, cause);
    String truth = wrong.compareTo(right) < 0 ? cause : CauseHistory.NONE;
    BigDecimal allowed = wrong.min(right);
    if (truth.equals(CauseHistory.NONE) && random.nextInt(100) < 8) {
      // Noise: half of it at whole percents, as people are paid by mistake.
      allowed =
          random.nextBoolean()
              ? SlowFees.percent(right, String.valueOf(60 + random.nextInt(40)))
              : right
                  .subtract(BigDecimal.valueOf(1L + random.nextInt(4_000), 2))
                  .max(BigDecimal.ONE.setScale(2));
    }
    HISTORY.line(payer, code, day, isSame, right.toString(), allowed.toString(), truth);
  }

  // 120 percent of Medicare's line, by the mistake.
  private static BigDecimal price(String procedure, String cause) {
    return FEES.computeIfAbsent(procedure + cause, key -> calculate(procedure, cause));
  }

  private static BigDecimal calculate(String procedure, String cause) {
    String code = procedure.substring(0, 5);
    BigDecimal fee =
        switch (cause) {
          case "Fee schedule of 2025" -> SlowFees.fee(code, "2025D", false, "2025", "01", CF_2025);
          case "Conversion factor of 2025" ->
              SlowFees.fee(code, "2026C", false, "2026", "01", CF_2025);
          case "RVUs of 2025" -> SlowFees.fee(code, "2025D", false, "2026", "01", CF_2026);
          case "Wrong setting (facility rate)" ->
              SlowFees.fee(code, "2026C", true, "2026", "01", CF_2026);
          case "Locality 12402/99" -> SlowFees.fee(code, "2026C", false, "2026", "99", CF_2026);
          default -> SlowFees.fee(code, "2026C", false, "2026", "01", CF_2026);
        };
    boolean isAtBothSides = procedure.endsWith("-50") && !cause.startsWith("Both");
    BigDecimal line = SlowFees.percent(fee, isAtBothSides ? "150" : "100");
    BigDecimal half = cause.startsWith("Multiple") ? SlowFees.percent(line, "50") : line;
    String percent = cause.startsWith("Earlier") ? "112" : "120";
    BigDecimal agreed = SlowFees.percent(half, percent);
    if (cause.startsWith("85%")) {
      return half.multiply(new BigDecimal("1.02")).setScale(2, RoundingMode.HALF_UP);
    }
    return cause.equals("Sequestration") ? SlowFees.percent(agreed, "98") : agreed;
  }

  private static List<Line> wrong() {
    return HISTORY.lines().stream().filter(l -> !l.truth().equals(CauseHistory.NONE)).toList();
  }

  @Test
  void every_line_is_expected_at_the_plain_formulas_price() {
    assertThat(HISTORY.lines()).allMatch(l -> HISTORY.price(l).compareTo(l.expected()) == 0);
  }

  @Test
  void each_of_ten_causes_is_planted() {
    assertThat(wrong().stream().map(Line::truth).distinct()).hasSize(10);
    assertThat(wrong()).hasSizeGreaterThan(1_000);
  }

  @Test
  void nearly_every_planted_line_has_its_cause() {
    long named = wrong().stream().filter(l -> HISTORY.cause(l).contains(l.truth())).count();
    assertThat(named * 100).isGreaterThanOrEqualTo(95L * wrong().size());
  }

  @Test
  void no_cause_is_named_that_was_not_planted() {
    Map<String, Set<String>> named =
        HISTORY.lines().stream()
            .filter(l -> !HISTORY.cause(l).equals(CauseHistory.NONE))
            .collect(
                Collectors.groupingBy(
                    Line::payer,
                    Collectors.mapping(HISTORY::cause, Collectors.toCollection(TreeSet::new))));
    named.forEach((payer, causes) -> assertThat(planted(payer)).as(payer).containsAll(causes));
  }

  @Test
  void what_no_mistake_gives_stays_without_a_cause() {
    assertThat(HISTORY.lines())
        .filteredOn(l -> l.truth().equals(CauseHistory.NONE))
        .filteredOn(l -> l.allowed().compareTo(l.expected()) < 0)
        .hasSizeGreaterThan(100)
        .filteredOn(l -> !HISTORY.cause(l).equals(CauseHistory.NONE))
        // The same cents as the payer's cause gives: nothing tells them apart.
        .allMatch(
            l ->
                planted(l.payer()).stream()
                    .anyMatch(
                        c ->
                            price(l.code() + (l.modifier() == null ? "" : "-50"), c)
                                    .compareTo(l.allowed())
                                == 0));
  }
}
