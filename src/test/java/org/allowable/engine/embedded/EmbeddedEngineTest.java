package org.allowable.engine.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allowable.model.InputException;
import org.allowable.model.Table;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the embedded engine can meet. */
class EmbeddedEngineTest {

  private static final Table DIGIT = Table.of("digit", "", "digit int");

  private static final Map<String, String> LITTLE =
      Map.of("memory_limit", "20MB", "max_temp_directory_size", "0MB");

  @TempDir private Path work = Path.of("");

  @Test
  void too_little_memory_and_no_room_to_spill_is_said_in_a_sentence() {
    try (EmbeddedEngine engine = EmbeddedEngine.in(work, Long.MAX_VALUE, LITTLE)) {
      engine.rows(DIGIT, List.of(row(1), row(2), row(3), row(4), row(5), row(6), row(7), row(8)));
      String others = " cross join digit as ";
      String many = String.join(others, "digit as a", "b", "c", "d", "e", "f", "g");
      String text = "concat(a.digit, b.digit, c.digit, d.digit, e.digit, f.digit, g.digit)";
      engine.select("everything", "select " + text + " as text from " + many);
      engine.select("placed", "select array_sort(collect_list(text)) as texts from everything");
      assertThatThrownBy(() -> engine.all("placed"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("--engine spark");
    }
  }

  private static Object[] row(int digit) {
    return new Object[] {digit};
  }

  @Test
  void a_select_that_has_no_translation_is_named_with_its_file() {
    SqlStep step = new SqlStep("int_payer", "untranslatable.sql");
    try (EmbeddedEngine engine = EmbeddedEngine.in(work, 0)) {
      assertThatThrownBy(() -> engine.view(step, Map.of()))
          .hasMessageStartingWith("untranslatable.sql: ")
          .hasMessageContaining("trunc to YYYY");
    }
  }
}
