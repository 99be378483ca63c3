package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The coding errors that the sample planted. */
abstract class CodingTruth {

  private final SampleReview review;
  private final List<CSVRecord> truth;

  CodingTruth(SampleReview review) {
    this.review = review;
    this.truth = review.truth("coding_finding");
  }

  @Test
  void every_planted_error_is_found_and_no_other_of_its_kind() {
    List<String> rules = truth.stream().map(r -> r.get("rule")).distinct().toList();
    assertThat(rules).contains("DELETED_CODE", "IMAGING_BUNDLED");
    assertThat(
            review
                .run()
                .spark()
                .sql(
                    "select concat_ws(' ', l.claim_id, l.claim_line_number, f.rule), f.rule"
                        + " from int_coding_finding as f inner join int_coding_line as l"
                        + " on f.claim_line_key = l.claim_line_key")
                .collectAsList()
                .stream()
                .filter(row -> rules.contains(row.getString(1)))
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrderElementsOf(
            truth.stream()
                .map(
                    r ->
                        String.join(
                            " ", r.get("claim_id"), r.get("claim_line_number"), r.get("rule")))
                .toList());
  }
}
