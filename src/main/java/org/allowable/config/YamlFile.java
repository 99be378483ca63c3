package org.allowable.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML file that a user writes, read into records: keys in snake case, none unknown or twice. */
final class YamlFile {

  private static final ObjectMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new Amount()))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final long MOST_BYTES = 2_000_000;

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param kind what the file is, as a message names it, such as "practice file"
   * @throws InputException naming the line and key where the file is not as it must be
   */
  static <T> T read(Path file, Class<T> type, String kind) {
    requireSize(file, kind);
    try {
      T read = YAML.readValue(file.toFile(), type);
      if (read == null) {
        throw new InputException(
            "%s: the %s holds nothing. Compare with the commented example.".formatted(file, kind));
      }
      requireValues(file, read, "");
      return read;
    } catch (YAMLException e) {
      throw new InputException(
          "%s: this is not YAML as the %s needs it. Compare with the commented example."
              .formatted(file, kind),
          e);
    } catch (JsonProcessingException e) {
      throw new InputException(place(file, e, kind), e);
    } catch (IOException e) {
      throw new InputException("The %s %s cannot be read.".formatted(kind, file), e);
    }
  }

  /** Refuses a file that is too large to be one that a user wrote. */
  static void requireSize(Path file, String kind) throws InputException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InputException(
            "%s has %,d bytes: expected a %s of at most %,d. Name the right file."
                .formatted(file, Files.size(file), kind, MOST_BYTES));
      }
    } catch (IOException e) {
      throw new InputException("The %s %s cannot be read.".formatted(kind, file), e);
    }
  }

  // A key that is not there is null, whatever its type says.
  private static void requireValues(Path file, Object value, String place) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        requireValues(file, list.get(i), place + "[" + i + "]");
      }
    } else if (value.getClass().isRecord()) {
      for (RecordComponent part : value.getClass().getRecordComponents()) {
        String key =
            place
                + (place.isEmpty() ? "" : ".")
                + ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE)
                    .translate(part.getName());
        Object found = part(value, part);
        if (found != null) {
          requireValues(file, found, key);
        } else if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          throw new InputException(
              "%s: %s is missing. Compare with the commented example.".formatted(file, key));
        }
      }
    }
  }

  private static @Nullable Object part(Object value, RecordComponent part) {
    try {
      return part.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  // 1e999999999 is a number that no computer can write out.
  private static final class Amount extends StdDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    Amount() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      BigDecimal number =
          (BigDecimal)
              NumberDeserializers.find(BigDecimal.class, BigDecimal.class.getName())
                  .deserialize(parser, context);
      if (number != null && DecimalPlaces.isBeyondUse(number)) {
        throw InvalidFormatException.from(parser, "beyond use", number, BigDecimal.class);
      }
      return number;
    }
  }

  private static String place(Path file, JsonProcessingException e, String kind) {
    List<JsonMappingException.Reference> path =
        e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
    if (path.isEmpty() || isNotYaml(e)) {
      return "%s%s: this is not YAML as the %s needs it. Compare with the commented example."
          .formatted(file, line(e.getLocation()), kind);
    }
    String key =
        path.stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."));
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known = knownTo(unknown);
      return "%s%s: %s is not a known key.%s Known here: %s."
          .formatted(
              file,
              lineOf(file, path),
              key,
              NearestKey.hint(unknown.getPropertyName(), known),
              known.isEmpty() ? "none" : String.join(", ", known));
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return "%s%s: %s is none of %s. Write one of them."
          .formatted(file, line(e.getLocation()), key, words(wrong.getTargetType()));
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType() == BigDecimal.class) {
      return "%s%s: %s is no number, or one of more than twelve digits or decimals. Write one such as 140 or 0.05."
          .formatted(file, line(e.getLocation()), key);
    }
    return "%s%s: %s is missing or has a value of the wrong kind. Compare with the commented example."
        .formatted(file, line(e.getLocation()), key);
  }

  private static boolean isNotYaml(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof StreamReadException);
  }

  private static String line(@Nullable JsonLocation location) {
    return location == null ? "" : ", line " + location.getLineNr();
  }

  // A record is read to its end before an unknown key is told of, so the location is not the key's.
  private static String lineOf(Path file, List<JsonMappingException.Reference> path) {
    YamlNode node = YamlNode.read(file);
    for (JsonMappingException.Reference step : path) {
      YamlNode next = null;
      if (node instanceof YamlNode.Mapping mapping && step.getFieldName() != null) {
        next = mapping.entries().get(step.getFieldName());
      } else if (node instanceof YamlNode.Sequence sequence && step.getIndex() >= 0) {
        next = sequence.items().get(step.getIndex());
      }
      if (next == null) {
        return "";
      }
      node = next;
    }
    return ", line " + node.line();
  }

  private static List<String> knownTo(UnrecognizedPropertyException unknown) {
    Collection<Object> keys = unknown.getKnownPropertyIds();
    return keys == null ? List.of() : keys.stream().map(String::valueOf).sorted().toList();
  }

  private static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> value.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
