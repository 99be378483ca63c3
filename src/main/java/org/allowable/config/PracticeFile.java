package org.allowable.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.allowable.config.Practice.Payer;
import org.allowable.config.Practice.PercentOfMedicare;
import org.allowable.model.InputException;

/** Reads a practice file and refuses one that contradicts itself. */
public final class PracticeFile {

  private static final ObjectMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  // A percent of Medicare outside these is 1.4 written for 140, or a slip of the keyboard.
  private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(10);
  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(2000);

  private PracticeFile() {}

  /**
   * Reads a practice file.
   *
   * @throws InputException naming the line and key where the file is not as it must be
   */
  public static Practice read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "There is no practice file " + file + ". Copy the commented example and name yours.");
    }
    Practice practice;
    try {
      practice = YAML.readValue(file.toFile(), Practice.class);
    } catch (JsonProcessingException e) {
      throw new InputException(place(file, e), e);
    } catch (IOException e) {
      throw new InputException("The practice file " + file + " cannot be read.", e);
    }
    check(file, practice);
    return practice;
  }

  private static String place(Path file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String line = location == null ? "" : ", line " + location.getLineNr();
    String key = "";
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      key =
          mapping.getPath().stream()
              .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
              .collect(Collectors.joining("."));
    }
    return file
        + line
        + ": "
        + (key.isEmpty()
            ? "this is not YAML as the practice file needs it"
            : key + " is not a known key, is missing or has a value of the wrong kind")
        + ". Compare with the commented example.";
  }

  // Each of these is joined to lines: standing twice, it would count their money twice.
  private static void check(Path file, Practice practice) {
    Map<String, String> payers = new HashMap<>();
    Map<String, String> identifiers = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Payer payer : practice.payers()) {
      claim(file, payers, payer.name(), payer.name(), "payer");
      payer.identifiers().forEach(i -> claim(file, identifiers, i, payer.name(), "identifier"));
      payer.names().forEach(n -> claim(file, names, n, payer.name(), "name"));
      checkPercents(file, payer);
    }
    Map<String, String> physicians = new HashMap<>();
    practice.physicians().forEach(p -> claim(file, physicians, p.npi(), p.name(), "NPI"));
  }

  private static void claim(
      Path file, Map<String, String> owners, String key, String owner, String kind) {
    String other = owners.put(key.strip().toUpperCase(Locale.ROOT), owner);
    if (other != null) {
      throw new InputException(
          "%s: %s and %s claim the same %s. Give it to one of them."
              .formatted(file, other, owner, kind));
    }
  }

  private static void checkPercents(Path file, Payer payer) {
    List<PercentOfMedicare> terms = payer.percentOfMedicare();
    for (PercentOfMedicare term : terms) {
      if (term.percent().compareTo(LEAST_PERCENT) < 0
          || term.percent().compareTo(MOST_PERCENT) > 0) {
        throw new InputException(
            "%s: payer %s has %s percent of Medicare. Write 140 for 140 percent."
                .formatted(file, payer.name(), term.percent().toPlainString()));
      }
      if (term.to() != null && term.to().isBefore(term.from())) {
        throw new InputException(
            "%s: payer %s has a percent that ends before it starts, from %s to %s."
                .formatted(file, payer.name(), term.from(), term.to()));
      }
    }
    List<PercentOfMedicare> ordered =
        terms.stream().sorted(java.util.Comparator.comparing(PercentOfMedicare::from)).toList();
    for (int i = 1; i < ordered.size(); i++) {
      PercentOfMedicare before = ordered.get(i - 1);
      if (before.to() == null || !before.to().isBefore(ordered.get(i).from())) {
        throw new InputException(
            "%s: payer %s has two percents on %s. End one the day before the next starts."
                .formatted(file, payer.name(), ordered.get(i).from()));
      }
    }
  }
}
