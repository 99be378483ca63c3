package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every denial chain of an invented practice, against what its maker knows became of it. */
abstract class DenialTruth {

  private static final LocalDate AS_OF = SampleReview.LAST.atEndOfMonth();
  private static final int MEDICARE_DAYS = 120;
  private static final int DEFAULT_DAYS = 90;

  private final SampleReview review;
  private final Map<String, CSVRecord> truth;

  DenialTruth(SampleReview review) {
    this.review = review;
    this.truth =
        review.truth("denial_chain").stream()
            .collect(Collectors.toMap(DenialTruth::key, r -> r, (a, b) -> a, TreeMap::new));
  }

  @Test
  void exactly_the_planted_chains_are_found() {
    assertThat(found(row -> "")).isEqualTo(planted(row -> ""));
  }

  @Test
  void all_other_chains_are_reductions_by_a_payer_without_a_contract() {
    assertThat(review.rows("int_denial"))
        .filteredOn(row -> !"denied".equals(row.get("denial_kind")))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("denial_kind", "partly_denied")
                    .containsEntry("denial_codes", "PI-45"));
  }

  @Test
  void every_outcome_is_there() {
    assertThat(found(row -> row.get("outcome")).values())
        .contains("OVERTURNED", "REWORKED", "UPHELD", "WRITTEN_OFF", "OPEN");
  }

  @Test
  void every_chain_has_the_planted_outcome() {
    Map<String, String> found = found(row -> String.valueOf(row.get("outcome")));
    // The maker knows that a payer without a contract paid all it ever pays; claims do not tell.
    reducedWithoutExpectation()
        .forEach(key -> found.replace(key, "OVERTURNED_IN_PART", "OVERTURNED"));
    assertThat(differences(planted(this::outcome), found)).isEmpty();
  }

  @Test
  void every_chain_begins_on_the_planted_day_and_counts_the_planted_denials() {
    assertThat(found(row -> row.get("first_denial_date") + " " + row.get("denial_count")))
        .isEqualTo(planted(row -> row.get("first_denial_date") + " " + row.get("denial_count")));
  }

  @Test
  void every_chain_recovered_what_was_allowed_in_the_end() {
    assertThat(found(row -> plain(row.get("recovered_amount"))))
        .isEqualTo(planted(row -> plain(new BigDecimal(row.get("final_allowed_amount")))));
  }

  @Test
  void every_line_that_stands_denied_is_a_chain() {
    Set<Object> standing =
        EngineRows.of(
                review.run().engine(),
                "select claim_line_key from int_adjudicated_line as l"
                    + " where line_status = 'current' and is_denied and denial_reason_code <> '18'")
            .stream()
            .map(row -> Objects.requireNonNull(row.get("claim_line_key")))
            .collect(Collectors.toSet());
    Set<@Nullable Object> chains =
        review.rows("int_denial").stream()
            .map(row -> row.get("claim_line_key"))
            .collect(Collectors.toSet());
    assertThat(standing).isNotEmpty().isSubsetOf(chains);
  }

  private static List<String> differences(Map<String, String> planted, Map<String, String> found) {
    return planted.entrySet().stream()
        .filter(chain -> !chain.getValue().equals(found.get(chain.getKey())))
        .map(
            chain ->
                "%s should be %s, is %s"
                    .formatted(chain.getKey(), chain.getValue(), found.get(chain.getKey())))
        .toList();
  }

  private String outcome(CSVRecord row) {
    if (!row.get("outcome").equals("UNANSWERED")) {
      return row.get("outcome");
    }
    String from =
        row.get(row.get("resubmitted_date").isEmpty() ? "last_denial_date" : "resubmitted_date");
    int days = row.get("payer").equals(medicare()) ? MEDICARE_DAYS : DEFAULT_DAYS;
    return LocalDate.parse(from).plusDays(days).isBefore(AS_OF) ? "WRITTEN_OFF" : "OPEN";
  }

  private Set<String> reducedWithoutExpectation() {
    return review.rows("int_denial").stream()
        .filter(row -> row.get("expected_allowed_amount") == null)
        .filter(
            row ->
                row.get("final_allowed_amount") instanceof BigDecimal allowed
                    && allowed.signum() > 0
                    && allowed.compareTo((BigDecimal) row.get("charge_amount")) < 0)
        .map(row -> row.get("claim_id") + "/" + row.get("claim_line_number"))
        .collect(Collectors.toSet());
  }

  private String medicare() {
    return review.rows("int_denial").stream()
        .filter(row -> "medicare".equals(row.get("payer_class")))
        .map(row -> String.valueOf(row.get("payer")))
        .findFirst()
        .orElseThrow();
  }

  private static String plain(@Nullable Object amount) {
    return Objects.requireNonNull((BigDecimal) amount).setScale(2).toPlainString();
  }

  private Map<String, String> found(
      Function<Map<String, @Nullable Object>, @Nullable Object> value) {
    Map<String, String> found = new TreeMap<>();
    review.rows("int_denial").stream()
        .filter(row -> "denied".equals(row.get("denial_kind")))
        .forEach(
            row ->
                found.put(
                    row.get("claim_id") + "/" + row.get("claim_line_number"),
                    String.valueOf(value.apply(row))));
    return found;
  }

  private Map<String, String> planted(Function<CSVRecord, String> value) {
    Map<String, String> planted = new TreeMap<>();
    truth.forEach((key, row) -> planted.put(key, value.apply(row)));
    return planted;
  }

  private static String key(CSVRecord row) {
    return row.get("claim_id") + "/" + row.get("claim_line_number");
  }
}
