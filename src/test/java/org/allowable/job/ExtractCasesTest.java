package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code that is in no row: of a whole release it has no fee, of an extract nobody knows. */
@Tag("long")
class ExtractCasesTest {

  private static final PriceQuestions QUESTIONS = new PriceQuestions();
  private static final PriceQuestions SHIPPED = new PriceQuestions();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void price() throws IOException {
    Path reference = folder.resolve("reference");
    copy(SmallRun.resource("/reference/published"), reference);
    Files.writeString(
        reference.resolve("reference_extract.csv"),
        "reference_table,release,part,source\nrelative_value,2025D,,invented\n");
    QUESTIONS.run(reference, Files.createDirectory(folder.resolve("own")));
    SHIPPED.run(Path.of("reference-that-ships"), Files.createDirectory(folder.resolve("shipped")));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static int ask(PriceQuestions questions, String code, String date) {
    return questions.ask(Question.of(code, "11", date).in("12402", "01"));
  }

  private static final int OF_AN_EXTRACT = ask(QUESTIONS, "62311", "2025-11-03");

  @Test
  void a_code_that_an_extract_lacks_is_not_in_it() {
    assertThat(QUESTIONS.answer(OF_AN_EXTRACT))
        .containsEntry("pricing_status", "NOT_IN_EXTRACT")
        .containsEntry("medicare_allowed_amount", null);
  }

  private static final int OF_A_WHOLE = ask(QUESTIONS, "62311", "2026-08-03");

  @Test
  void a_code_that_a_whole_release_lacks_has_no_fee() {
    assertThat(QUESTIONS.answer(OF_A_WHOLE)).containsEntry("pricing_status", "NO_FEE");
  }

  private static final int OF_THE_SHIPPED = ask(SHIPPED, "27447", "2025-11-03");

  @Test
  void what_ships_is_an_extract() {
    assertThat(SHIPPED.answer(OF_THE_SHIPPED)).containsEntry("pricing_status", "NOT_IN_EXTRACT");
  }
}
