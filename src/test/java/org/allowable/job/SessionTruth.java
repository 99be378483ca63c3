package org.allowable.job;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions of an invented practice, from its claims, against what their maker knows. */
abstract class SessionTruth {

  private final SampleReview review;
  private final Map<String, CSVRecord> truth;

  SessionTruth(SampleReview review) {
    this.review = review;
    this.truth =
        review.truth("session").stream()
            .collect(toMap(r -> r.get("claim_id"), r -> r, (a, b) -> a, TreeMap::new));
  }

  // Sessions before in the twelve months, by claim, as SQL found them.
  private Map<String, Integer> found() {
    Map<String, Integer> found = new HashMap<>();
    for (Map<String, @Nullable Object> row :
        EngineRows.of(
            review.run().engine(),
            "select distinct a.claim_id, w.performed_before_count"
                + " from int_session_window as w inner join int_session_line as l"
                + " on w.patient_key = l.patient_key and w.policy = l.policy"
                + " and w.region = l.region and w.asked_date = l.service_date"
                + " inner join int_adjudicated_line as a on l.claim_line_key = a.claim_line_key"
                + " where w.asked_for = 'session' and w.unit = 'session' and w.window_months = 12")) {
      assertThat(
              found.put(
                  String.valueOf(row.get("claim_id")),
                  (Integer) Objects.requireNonNull(row.get("performed_before_count"))))
          .isNull();
    }
    return found;
  }

  // What the maker knows of as many sessions as claims tell of.
  private Map<String, Integer> known(Set<String> claims) {
    Map<String, List<LocalDate>> days =
        truth.values().stream()
            .filter(SessionTruth::counts)
            .collect(
                Collectors.groupingBy(
                    r -> r.get("patient_number"),
                    Collectors.mapping(
                        r -> LocalDate.parse(r.get("service_date")), Collectors.toList())));
    Map<String, Integer> known = new HashMap<>();
    for (String claim : claims) {
      CSVRecord session = Objects.requireNonNull(truth.get(claim));
      LocalDate day = LocalDate.parse(session.get("service_date"));
      known.put(
          claim,
          (int)
              days.getOrDefault(session.get("patient_number"), List.of()).stream()
                  .filter(d -> d.isBefore(day) && d.isAfter(day.minusMonths(12)))
                  .count());
    }
    return known;
  }

  @Test
  void every_session_of_a_claim_that_counts_is_found() {
    assertThat(found().keySet())
        .hasSizeGreaterThan(150)
        .isEqualTo(
            truth.values().stream()
                .filter(SessionTruth::counts)
                .filter(r -> hasYearlyPolicy(r.get("payer")))
                .map(r -> r.get("claim_id"))
                .collect(Collectors.toSet()));
  }

  @Test
  void each_has_the_true_number_of_sessions_before() {
    Map<String, Integer> found = found();
    assertThat(found).isEqualTo(known(found.keySet()));
  }

  @Test
  void each_epidural_denial_has_the_true_number_of_sessions_before() {
    Map<String, Integer> found = found();
    Map<String, Integer> known = known(found.keySet());
    Map<String, Integer> expected = new TreeMap<>();
    for (CSVRecord denial : review.truth("denial")) {
      String claim = denial.get("claim_id");
      CSVRecord session = truth.get(claim);
      if (session != null && found.containsKey(claim)) {
        int unseen =
            Integer.parseInt(session.get("epidural_sessions_before"))
                - Objects.requireNonNull(known.get(claim));
        expected.put(claim, Integer.parseInt(denial.get("epidural_sessions_before")) - unseen);
      }
    }
    assertThat(expected).hasSizeGreaterThan(15);
    assertThat(found).containsAllEntriesOf(expected);
  }

  @Test
  void every_standing_frequency_denial_of_an_epidural_has_a_proof() {
    List<String> proofs =
        proofs().stream().map(row -> String.valueOf(row.get("claim_id"))).toList();
    assertThat(
            review.truth("denial").stream()
                .filter(r -> r.get("denial_group").equals("Frequency"))
                .filter(r -> r.get("is_standing").equals("yes"))
                .map(r -> r.get("claim_id")))
        .isNotEmpty()
        .isSubsetOf(proofs);
  }

  @Test
  void a_denial_is_right_only_where_the_truth_has_as_many_sessions_as_the_cap() {
    assertThat(proofs())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              CSVRecord session = truth.get(String.valueOf(row.get("claim_id")));
              if (session != null && session.get("payer").equals("Medicare")) {
                boolean isFull = Integer.parseInt(session.get("epidural_sessions_before")) >= 4;
                assertThat(String.valueOf(row.get("verdict")))
                    .isIn(isFull ? "CORRECT" : "WRONG", "CANNOT_TELL");
              }
            });
  }

  private List<Map<String, @Nullable Object>> proofs() {
    return review.run().rows("mart_frequency_proof");
  }

  private static boolean counts(CSVRecord session) {
    return session.get("is_in_claims").equals("yes") && session.get("is_voided").equals("no");
  }

  // The example practice gives these a policy of sessions in twelve months.
  private static boolean hasYearlyPolicy(String payer) {
    return List.of("Medicare", "Sunrise Medicare Advantage", "State Medicaid", "Blue Harbor")
        .contains(payer);
  }
}
