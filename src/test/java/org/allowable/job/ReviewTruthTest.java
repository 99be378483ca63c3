package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** One review of an invented practice, room by room against what its maker planted. */
@Tag("long")
class ReviewTruthTest {

  @TempDir private static Path folder = Path.of("");

  private static @Nullable SampleReview once;

  @BeforeAll
  static void review_a_sample() throws IOException {
    once = SampleReview.in(folder);
  }

  private static SampleReview review() {
    return Objects.requireNonNull(once);
  }

  @Nested
  class Denials extends DenialTruth {
    Denials() {
      super(review());
    }
  }

  @Nested
  class Sessions extends SessionTruth {
    Sessions() {
      super(review());
    }
  }

  @Nested
  class CodingErrors extends CodingFindingTruth {
    CodingErrors() {
      super(review());
    }
  }

  @Nested
  class Physicians extends RetrainingTruth {
    Physicians() {
      super(review());
    }
  }
}
