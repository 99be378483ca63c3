package org.allowable.report.retraining;

import java.util.List;
import java.util.stream.Stream;
import org.allowable.report.Sheet;

/** The sheets of the director's workbook behind its overview. */
final class DirectorSheets {

  private final Review review;

  DirectorSheets(Review review) {
    this.review = review;
  }

  /** The sheets, in order. */
  List<Sheet> all() {
    return Stream.of(
            new PhysicianSheets(review).all(),
            new DenialSheets(review).all(),
            new RuleSheets(review).all(),
            new TrainingSheets(review).all())
        .flatMap(List::stream)
        .toList();
  }
}
