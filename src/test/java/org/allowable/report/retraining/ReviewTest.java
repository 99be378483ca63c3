package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.allowable.model.Tables;
import org.junit.jupiter.api.Test;

/** Who is who in a review, and who is not. */
class ReviewTest {

  private static InventedReview practice(int physicians) {
    InventedReview review = new InventedReview();
    for (int i = 0; i < physicians; i++) {
      review.physician(
          "19999%05d".formatted(i), "%c. Name %d".formatted('A' + i % 26, i), 30, "NOT_DIFFERENT");
    }
    return review;
  }

  @Test
  void letters_are_the_same_for_a_run() {
    assertThat(practice(6).review("run").labels()).isEqualTo(practice(6).review("run").labels());
  }

  @Test
  void letters_of_another_run_are_others() {
    Set<List<String>> orders = new HashSet<>();
    for (int run = 0; run < 20; run++) {
      orders.add(List.copyOf(practice(6).review("run " + run).labels().keySet()));
    }
    assertThat(orders).hasSizeGreaterThan(15);
  }

  @Test
  void letters_cannot_be_worked_out_from_the_run_and_the_npis() {
    Set<List<String>> orders = new HashSet<>();
    for (long claim = 0; claim < 20; claim++) {
      Review review =
          practice(6)
              .with(Tables.named("mart_denied_chain"), "claim_id", "claim " + claim)
              .review("run");
      orders.add(List.copyOf(review.labels().keySet()));
    }
    assertThat(orders).hasSizeGreaterThan(15);
  }

  @Test
  void who_is_in_the_year_alone_has_a_letter_too() {
    Review review =
        new InventedReview()
            .physician("1", "A. Adler", 30, "NOT_DIFFERENT")
            .with(Tables.named("mart_physician_rate"), "span", "year", "rendering_npi", "2")
            .review();
    assertThat(review.labels()).containsOnlyKeys("1", "2");
  }

  @Test
  void letters_do_not_follow_the_names() {
    // Each of six is first of the alphabet in some run.
    Set<String> first = new HashSet<>();
    for (int run = 0; run < 60; run++) {
      first.add(practice(6).review("run " + run).labels().keySet().iterator().next());
    }
    assertThat(first).hasSize(6);
  }

  @Test
  void letters_go_on_after_the_last() {
    List<String> letters = new ArrayList<>(practice(28).review().labels().values());
    assertThat(letters).startsWith("Physician A").endsWith("Physician AA", "Physician AB");
    assertThat(letters).doesNotHaveDuplicates();
  }

  private static Review two() {
    return new InventedReview()
        .physician("1", "B. Brook", 90, "HIGHER")
        .physician("2", "A. Adler", 45, "POSSIBLY_HIGHER")
        .review();
  }

  @Test
  void a_director_reads_names_in_the_order_of_names() {
    Review review = two();
    assertThat(review.inOrder(Edition.DIRECTOR))
        .extracting(npi -> review.called(npi, Edition.DIRECTOR))
        .containsExactly("A. Adler", "B. Brook");
  }

  @Test
  void a_committee_reads_letters_also_of_who_is_above_the_limit() {
    Review review = two();
    assertThat(review.inOrder(Edition.COMMITTEE))
        .extracting(npi -> review.called(npi, Edition.COMMITTEE))
        .containsExactly("Physician A", "Physician B");
  }

  @Test
  void who_is_of_no_physician_has_no_letter() {
    assertThat(practice(2).review().label("none")).isEqualTo("No physician");
  }

  @Test
  void where_nothing_was_denied_there_is_no_funnel() {
    assertThat(Review.funnel(new InventedReview().review().physicians())).isNull();
  }
}
