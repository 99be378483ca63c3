package org.allowable.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.config.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads which Medicare fee a percent is of. */
final class MedicareReader {

  private static final List<String> KEYS =
      List.of("year", "date", "release", "carrier", "locality", "rate", "conversion_factor");
  private static final Pattern YEAR = Pattern.compile("20\\d{2}");

  private MedicareReader() {}

  /** Reads the value of a term's key medicare. */
  static MedicareScenario read(Path file, YamlNode node) {
    YamlSection section = YamlSection.of(file, node, KEYS);
    if (Stream.of("year", "date", "release").filter(section::has).count() > 1) {
      throw section.location().wrong("only one of year, date and release can be given.");
    }
    if (section.has("carrier") != section.has("locality")) {
      throw section.location().wrong("carrier and locality belong together.");
    }
    String carrier = section.optional("carrier", Pattern.compile("\\d{5}"), "five digits");
    String locality = section.optional("locality", Pattern.compile("\\d{2}"), "two digits");
    String release = section.optionalText("release");
    return new MedicareScenario(
        date(section),
        release == null ? null : release.toUpperCase(Locale.ROOT),
        carrier,
        locality,
        isFacility(section),
        factor(section));
  }

  // A year's fees are those of its first day; a date says otherwise.
  private static @Nullable LocalDate date(YamlSection section) {
    String year = section.optional("year", YEAR, "a year such as 2023");
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), 1, 1);
    }
    return section.has("date") ? section.date("date") : null;
  }

  private static @Nullable Boolean isFacility(YamlSection section) {
    return section.has("rate")
        ? section.oneOf("rate", List.of("facility", "non_facility"), "").equals("facility")
        : null;
  }

  private static @Nullable BigDecimal factor(YamlSection section) {
    if (!section.has("conversion_factor")) {
      return null;
    }
    BigDecimal factor = section.number("conversion_factor", 4);
    if (factor.compareTo(BigDecimal.ONE) < 0 || factor.compareTo(BigDecimal.valueOf(1000)) > 0) {
      throw section
          .location("conversion_factor")
          .wrong("conversion_factor must be US dollars per relative value unit, such as 58.20.");
    }
    return factor;
  }
}
