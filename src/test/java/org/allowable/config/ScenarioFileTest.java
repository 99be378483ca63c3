package org.allowable.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario file may not say. */
class ScenarioFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void a_conversion_factor_of_four_decimals_is_read() throws IOException {
    assertThat(read("32.34650").get(0).conversionFactor()).isEqualByComparingTo("32.3465");
  }

  @Test
  void a_conversion_factor_of_more_decimals_than_are_kept_is_refused() {
    assertThatThrownBy(() -> read("32.34655"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scenario one has the conversion_factor 32.34655");
  }

  @Test
  void a_conversion_factor_of_nothing_is_refused() {
    assertThatThrownBy(() -> read("0")).isInstanceOf(InputException.class);
  }

  private List<PriceScenario> read(String factor) throws IOException {
    return ScenarioFile.read(
        Files.writeString(
            folder.resolve("scenarios.yaml"),
            "scenarios: [{name: one, conversion_factor: %s}]\n".formatted(factor)));
  }
}
