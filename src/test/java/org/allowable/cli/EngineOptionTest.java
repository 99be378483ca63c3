package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.allowable.config.EngineChoice;
import org.allowable.config.Practice;
import org.allowable.job.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command says which engine runs, then the practice file, then the number of rows. */
class EngineOptionTest {

  private static final long MANY = EngineChoice.MOST_EMBEDDED_ROWS + 1;

  @Command
  private static final class Any {
    @Mixin private final EngineOption engine = new EngineOption();
  }

  private static Practice practice(EngineChoice engine) {
    return new Practice(
        "Any practice",
        Practice.ApmStatus.NON_QP,
        null,
        new Practice.Thresholds(
            java.math.BigDecimal.ONE,
            java.math.BigDecimal.ONE,
            java.math.BigDecimal.ONE,
            java.math.BigDecimal.ONE),
        java.util.List.of(),
        null,
        java.util.List.of(),
        java.util.List.of(),
        null,
        null,
        null,
        engine,
        null,
        null,
        null,
        null);
  }

  private static boolean isEmbedded(EngineChoice inPracticeFile, long rows, String... arguments)
      throws IOException {
    Any command = new Any();
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    try (PrivateDirectory work = PrivateDirectory.create();
        Engines engines = command.engine.in(work, practice(inPracticeFile))) {
      return engines.isEmbedded(rows);
    }
  }

  @ParameterizedTest
  @CsvSource({"EMBEDDED, true", "SPARK, false", "AUTO, true"})
  void without_the_option_the_practice_file_says(EngineChoice said, boolean expected)
      throws IOException {
    assertThat(isEmbedded(said, 1)).isEqualTo(expected);
  }

  @Test
  void the_option_goes_before_the_practice_file() throws IOException {
    assertThat(isEmbedded(EngineChoice.SPARK, MANY, "--engine", "embedded")).isTrue();
  }

  @Test
  void auto_gives_many_rows_to_spark() throws IOException {
    assertThat(isEmbedded(EngineChoice.AUTO, MANY)).isFalse();
  }

  @Test
  void the_reason_of_auto_names_the_rows_and_the_limit() {
    assertThat(EngineChoice.AUTO.reason(MANY))
        .isEqualTo("5,000,001 rows of input, more than 5,000,000");
  }
}
