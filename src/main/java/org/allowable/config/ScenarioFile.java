package org.allowable.config;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** Reads a file of price scenarios and refuses one that contradicts itself. */
public final class ScenarioFile {

  // CMS publishes conversion factors to four decimals, none near this many dollars.
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1000);
  private static final int CONVERSION_FACTOR_DECIMALS = 4;

  private record Content(@Nullable List<PriceScenario> scenarios) {}

  private ScenarioFile() {}

  /**
   * Reads a scenario file.
   *
   * @throws InputException naming line and key, or the scenario that is not as it must be
   */
  public static List<PriceScenario> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("There is no scenario file " + file + ". Name one with --scenario.");
    }
    List<PriceScenario> scenarios = YamlFile.read(file, Content.class, "scenario file").scenarios();
    if (scenarios == null || scenarios.isEmpty()) {
      throw new InputException(file + " lists no scenario. Write one under the key scenarios.");
    }
    Set<String> names = new HashSet<>();
    for (PriceScenario scenario : scenarios) {
      check(file, scenario, names);
    }
    return List.copyOf(scenarios);
  }

  private static void check(Path file, PriceScenario scenario, Set<String> names) {
    if (scenario.name() == null || scenario.name().isBlank()) {
      throw new InputException(file + ": a scenario has no name. Give each one of its own.");
    }
    if (!names.add(scenario.name())) {
      throw new InputException(
          "%s: two scenarios are named %s. Rename one.".formatted(file, scenario.name()));
    }
    if ((scenario.carrier() == null) != (scenario.locality() == null)) {
      throw new InputException(
          "%s: scenario %s names a carrier or a locality without the other. Give both."
              .formatted(file, scenario.name()));
    }
    checkConversionFactor(file, scenario, "conversion_factor", scenario.conversionFactor());
    checkConversionFactor(file, scenario, "qp_conversion_factor", scenario.qpConversionFactor());
  }

  private static void checkConversionFactor(
      Path file, PriceScenario scenario, String key, @Nullable BigDecimal factor) {
    if (factor != null
        && (factor.signum() <= 0
            || factor.compareTo(MOST_DOLLARS) > 0
            || DecimalPlaces.isMoreThan(CONVERSION_FACTOR_DECIMALS, factor))) {
      throw new InputException(
          "%s: scenario %s has the %s %s. Write US dollars per relative value unit, with at most four decimals, such as 32.3465."
              .formatted(file, scenario.name(), key, DecimalPlaces.inWords(factor)));
    }
  }
}
