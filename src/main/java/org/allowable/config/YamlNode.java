package org.allowable.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML file as a tree whose every node knows its line, so that a complaint can name it. */
public sealed interface YamlNode {

  /** The node's line in the file, from 1. */
  int line();

  /** Keys with their values, in the order of the file. */
  record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
    /** Copies the map. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** A list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A single value as it is written, without quotes; null where nothing is written. */
  record Scalar(int line, @Nullable String text) implements YamlNode {}

  /**
   * The line of a path of keys and positions below this node, or of as much of it as there is.
   *
   * @param path keys of mappings, positions of lists from 0
   */
  default int lineOf(Object... path) {
    YamlNode node = this;
    for (Object step : path) {
      YamlNode next = child(node, step);
      if (next == null) {
        break;
      }
      node = next;
    }
    return node.line();
  }

  private static @Nullable YamlNode child(YamlNode node, Object step) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().get(step.toString());
    }
    if (node instanceof Sequence sequence && step instanceof Integer index) {
      return index < sequence.items().size() ? sequence.items().get(index) : null;
    }
    return null;
  }

  /**
   * Reads a file.
   *
   * @throws InputException naming the line where it is not YAML, a key stands twice or an alias is
   *     used
   */
  static YamlNode read(Path file) {
    YamlFile.requireSize(file, "YAML file");
    YAMLFactory factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var text = Files.newBufferedReader(file);
        YAMLParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new InputException(file + " is empty. Compare with the commented example.");
      }
      YamlNode root = node(file, parser);
      if (parser.nextToken() != null) {
        throw new InputException(
            "%s, line %d: a second document starts. Keep one in a file."
                .formatted(file, lineOf(parser)));
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InputException(
          file + ", line " + line + ": this is not YAML, or a key stands twice.", e);
    } catch (YAMLException e) {
      throw new InputException(file + ": this is not YAML. Compare with the commented example.", e);
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read as UTF-8 text.", e);
    }
  }

  private static YamlNode node(Path file, YAMLParser parser) throws IOException {
    int line = lineOf(parser);
    if (parser.isCurrentAlias()) {
      throw new InputException(
          "%s, line %d: an alias stands here. Write the value itself.".formatted(file, line));
    }
    JsonToken token = Objects.requireNonNull(parser.currentToken());
    return switch (token) {
      case START_OBJECT -> mapping(file, parser, line);
      case START_ARRAY -> sequence(file, parser, line);
      case VALUE_NULL -> new Scalar(line, null);
      default -> new Scalar(line, parser.getText());
    };
  }

  private static Mapping mapping(Path file, YAMLParser parser, int line) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      entries.put(key, node(file, parser));
    }
    return new Mapping(line, entries);
  }

  private static Sequence sequence(Path file, YAMLParser parser, int line) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(file, parser));
    }
    return new Sequence(line, items);
  }

  private static int lineOf(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
