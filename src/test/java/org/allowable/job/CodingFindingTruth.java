package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The coding errors that the sample planted. */
abstract class CodingFindingTruth {

  private final SampleReview review;
  private final List<CSVRecord> truth;

  CodingFindingTruth(SampleReview review) {
    this.review = review;
    this.truth = review.truth("coding_finding");
  }

  @Test
  void every_kind_of_error_is_planted() {
    assertThat(truth)
        .extracting(r -> r.get("rule"))
        .contains(
            "DELETED_CODE",
            "IMAGING_BUNDLED",
            "PAIR_NEEDS_MODIFIER",
            "UNITS_OVER_LIMIT",
            "MODIFIER_26_MISSING");
  }

  @Test
  void every_planted_error_is_found_and_no_other_of_its_kind() {
    // A line that two codes beside it explain counts once.
    Set<String> found =
        EngineRows.of(
                review.run().engine(),
                "select distinct concat_ws(' ', l.claim_id, l.claim_line_number, f.rule) as found"
                    + " from int_coding_finding as f inner join int_coding_line as l"
                    + " on f.claim_line_key = l.claim_line_key"
                    + " where f.rule in ('DELETED_CODE', 'IMAGING_BUNDLED', 'UNITS_OVER_LIMIT', 'MODIFIER_26_MISSING')"
                    + " or f.rule = 'PAIR_NEEDS_MODIFIER' and (l.hcpcs_code = '77003' or l.hcpcs_code like '992__')")
            .stream()
            .map(row -> String.valueOf(row.get("found")))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> planted =
        truth.stream()
            .map(
                r -> String.join(" ", r.get("claim_id"), r.get("claim_line_number"), r.get("rule")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(without(planted, found)).as("planted and not found").isEmpty();
    assertThat(without(found, planted)).as("found and not planted").isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(some);
    return left;
  }
}
