package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Medicare's fee of one unit from the published files, by the plain formula. */
final class SlowFees {

  private static final Path REFERENCE = Path.of("data/reference");

  private SlowFees() {}

  /** The fee of relative values of a release, indices of a year and locality, and a factor. */
  static BigDecimal fee(
      String code, String release, boolean isFacility, String year, String locality, String cf) {
    List<String> value = row("relative_value/" + release + ".csv", code + ",,");
    List<String> index = row("gpci/" + year + ".csv", "12402," + locality + ",");
    return number(value, 5)
        .multiply(number(index, 6))
        .add(number(value, isFacility ? 8 : 6).multiply(number(index, 7)))
        .add(number(value, 10).multiply(number(index, 8)))
        .multiply(new BigDecimal(cf))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** A percent of an amount, to the cent. */
  static BigDecimal percent(BigDecimal amount, String percent) {
    return amount
        .multiply(new BigDecimal(percent))
        .movePointLeft(2)
        .setScale(2, RoundingMode.HALF_UP);
  }

  // The columns before these have no comma in them.
  private static List<String> row(String file, String cells) {
    try {
      return Files.readAllLines(REFERENCE.resolve(file)).stream()
          .filter(line -> line.contains("," + cells))
          .map(line -> Arrays.asList(line.split(",", -1)))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigDecimal number(List<String> row, int column) {
    return new BigDecimal(row.get(column));
  }
}
