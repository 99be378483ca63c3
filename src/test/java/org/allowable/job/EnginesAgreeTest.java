package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.model.PeriodUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every job over the same sample on both engines: the same cells, in the same order, which leaves
 * no two rows of a mart alike.
 */
@Tag("long")
class EnginesAgreeTest {

  @TempDir private static Path folder = Path.of("");

  private static @Nullable EngineAgreement agreement;

  @BeforeAll
  static void make_a_sample() throws IOException {
    agreement = new EngineAgreement(folder, 3_000, 29, PeriodUnit.MONTH);
  }

  @TestFactory
  Stream<DynamicTest> a_job_makes_the_same_marts_on_both_engines() {
    return Objects.requireNonNull(agreement).jobs();
  }

  // Rows that tie would stand as the engine, or its threads, left them.
  @TestFactory
  Stream<DynamicTest> no_two_rows_of_a_mart_tie() {
    return Objects.requireNonNull(agreement).orders();
  }
}
