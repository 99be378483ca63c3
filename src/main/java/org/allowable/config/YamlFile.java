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
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.allowable.model.InputException;

/** A YAML file that a user writes, read into records: keys in snake case, none unknown or twice. */
final class YamlFile {

  private static final ObjectMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param kind what the file is, as a message names it, such as "practice file"
   * @throws InputException naming the line and key where the file is not as it must be
   */
  static <T> T read(Path file, Class<T> type, String kind) {
    try {
      return YAML.readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw new InputException(place(file, e, kind), e);
    } catch (IOException e) {
      throw new InputException("The %s %s cannot be read.".formatted(kind, file), e);
    }
  }

  private static String place(Path file, JsonProcessingException e, String kind) {
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
            ? "this is not YAML as the " + kind + " needs it"
            : key + " is not a known key, is missing or has a value of the wrong kind")
        + ". Compare with the commented example.";
  }
}
