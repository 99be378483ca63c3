package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allowable.config.Practice.PayerClass;
import org.allowable.job.SlowSessions.Limit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The windows of SQL against slow ones, over histories that chance made. */
@Tag("long")
class SessionHistoriesTest {

  private static final int SEEDS = 5;
  private static final int PATIENTS = 25;
  private static final int LINES = 14;
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  // Days at which months and leap years end, and their neighbors.
  private static final List<LocalDate> EDGES =
      List.of(
          LocalDate.of(2023, 2, 28),
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2023, 8, 31),
          LocalDate.of(2023, 9, 30),
          LocalDate.of(2024, 2, 28),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(2024, 3, 1),
          LocalDate.of(2024, 8, 29),
          LocalDate.of(2024, 8, 31),
          LocalDate.of(2025, 2, 28),
          LocalDate.of(2025, 3, 1));

  @TempDir private static Path folder = Path.of("");

  private static final List<Limit> LIMITS = new ArrayList<>();
  private static final SessionHistory HISTORY = new SessionHistory();
  private static List<Map<String, @Nullable Object>> windows = List.of();

  @BeforeAll
  static void run() throws IOException {
    limits();
    Map<String, PayerClass> payers = new HashMap<>();
    Map<String, List<String>> policies = new HashMap<>();
    for (Limit limit : LIMITS) {
      payers.put("Payer " + limit.policy(), PayerClass.COMMERCIAL);
      policies.put("Payer " + limit.policy(), List.of(limit.policy()));
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      history(seed, List.copyOf(new TreeSet<>(payers.keySet())));
    }
    windows =
        SessionRun.of(
                HISTORY, reference(), folder.resolve("work"), SessionRun.practice(payers, policies))
            .rows("int_session_window", Map.of("asked_for", "session"));
  }

  private static void limits() {
    LIMITS.add(new Limit("A", "one", false, 12, 0, 1, 0, false));
    LIMITS.add(new Limit("B", "one", false, 12, 0, 4, 0, false));
    LIMITS.add(new Limit("B", "two", false, 6, 0, 3, 14, false));
    LIMITS.add(new Limit("C", "one", true, 12, 0, 6, 30, true));
    LIMITS.add(new Limit("D", "one", false, 0, 90, 2, 0, true));
    LIMITS.add(new Limit("D", "two", true, 1, 0, 2, 0, true));
  }

  private static Path reference() throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (Limit l : LIMITS) {
      rows.add(
          "%s,%s,t,t,%s,%s,%s,%d,%s,,%s,none,performed,2000-01-01,,test"
              .formatted(
                  l.policy(),
                  l.name(),
                  l.isInjections() ? "injection" : "session",
                  l.months() > 0 ? l.months() : "",
                  l.days() > 0 ? l.days() : "",
                  l.cap(),
                  l.isInjections() ? "each_unit" : "one_session",
                  l.gapDays() > 0 ? l.gapDays() + ",limit" : ","));
      for (String code : List.of("62321", "62323")) {
        codes.add("%s,%s,%s,2000-01-01,,test".formatted(l.policy(), code, l.region(code)));
      }
    }
    Path reference = folder.resolve("reference");
    SessionRun.table(reference, "frequency_policy", "", "", rows.toArray(String[]::new));
    return SessionRun.table(
        reference,
        "frequency_policy_code",
        "",
        "",
        codes.stream().distinct().toArray(String[]::new));
  }

  private static void history(int seed, List<String> payers) {
    Random chance = new Random(seed);
    for (int p = 0; p < PATIENTS; p++) {
      String patient = "s%d-p%d".formatted(seed, p);
      String before = payers.get(chance.nextInt(payers.size()));
      String after = payers.get(chance.nextInt(payers.size()));
      LocalDate moved = FIRST.plusDays(chance.nextInt(2000));
      for (int i = 0; i < LINES; i++) {
        LocalDate day =
            chance.nextInt(3) == 0
                ? EDGES.get(chance.nextInt(EDGES.size()))
                : FIRST.plusDays(chance.nextInt(900));
        become(
            HISTORY
                .line(
                    patient,
                    day.isBefore(moved) ? before : after,
                    day.toString(),
                    chance.nextInt(4) == 0 ? "62321" : "62323")
                .units(1 + chance.nextInt(2)),
            chance.nextInt(12));
      }
    }
  }

  private static void become(SessionHistory.Line line, int fate) {
    switch (fate) {
      case 0 -> line.open();
      case 1 -> line.denied("50");
      case 2 -> line.takenBack();
      case 3 -> line.status("voided");
      default -> line.modified("LT");
    }
  }

  static List<Integer> seeds() {
    return java.util.stream.IntStream.range(0, SEEDS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_window_is_that_of_the_slow_count(int seed) {
    Set<String> slow = new TreeSet<>();
    List<SessionHistory.Line> lines =
        HISTORY.lines().stream().filter(l -> l.patient().startsWith("s" + seed + "-")).toList();
    LIMITS.forEach(
        limit -> slow.addAll(SlowSessions.answers(lines, limit, "Payer " + limit.policy())));
    assertThat(found(seed)).isEqualTo(slow).hasSizeGreaterThan(200);
  }

  private static Set<String> found(int seed) {
    return windows.stream()
        .filter(row -> String.valueOf(row.get("patient_key")).startsWith("s" + seed + "-"))
        .map(
            row ->
                "%s %s %s %s %s %s %s %s next %s"
                    .formatted(
                        row.get("patient_key"),
                        row.get("policy"),
                        row.get("region"),
                        row.get("limit_name"),
                        row.get("asked_date"),
                        row.get("own_count"),
                        row.get("performed_before_count"),
                        row.get("paid_before_count"),
                        row.get("next_allowed_date")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
