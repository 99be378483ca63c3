package org.allowable.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.allowable.config.DecimalPlaces;
import org.allowable.config.NearestKey;
import org.allowable.config.YamlNode;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** The keys of one place in a contract file, read as what they must be. */
final class YamlSection {

  private static final BigDecimal BELOW = BigDecimal.valueOf(1_000_000);

  private final Path file;
  private final YamlNode.Mapping mapping;

  private YamlSection(Path file, YamlNode.Mapping mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  /**
   * Takes a mapping whose keys are all known.
   *
   * @throws InputException naming the line otherwise
   */
  static YamlSection of(Path file, YamlNode node, List<String> keys) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      throw wrong(file, node, "keys are missing here. Write some of " + joined(keys) + ".");
    }
    for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw wrong(
            file,
            entry.getValue(),
            "%s is not a key here.%s The keys are %s."
                .formatted(entry.getKey(), NearestKey.hint(entry.getKey(), keys), joined(keys)));
      }
    }
    return new YamlSection(file, mapping);
  }

  /** Where it starts. */
  FileLocation location() {
    return location(file, mapping);
  }

  /** Where a key's value stands, or the section where it has none. */
  FileLocation location(String key) {
    YamlNode node = mapping.entries().get(key);
    return location(file, node == null ? mapping : node);
  }

  /** Whether a key is there. */
  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** A node that must be there. */
  YamlNode node(String key) {
    YamlNode node = mapping.entries().get(key);
    if (node == null) {
      throw location().wrong("the key " + key + " is missing here.");
    }
    return node;
  }

  /** Items of a list; none where the key is missing. */
  List<YamlNode> items(String key) {
    if (!has(key)) {
      return List.of();
    }
    YamlNode node = node(key);
    if (node instanceof YamlNode.Mapping) {
      throw wrong(file, node, key + " must be a list.");
    }
    return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
  }

  /** A text that must be there. */
  String text(String key) {
    String text = text(file, node(key), key);
    if (text == null) {
      throw location(key).wrong(key + " has no value.");
    }
    return text;
  }

  /** A text, or null. */
  @Nullable String optionalText(String key) {
    return has(key) ? text(key) : null;
  }

  /** A text of a known form, or null. */
  @Nullable String optional(String key, Pattern form, String expected) {
    String text = optionalText(key);
    if (text != null && !form.matcher(text).matches()) {
      throw location(key).wrong(key + " must be " + expected + ".");
    }
    return text;
  }

  /**
   * One of some words, or the default; a default that is not one of them: the key must be there.
   */
  String oneOf(String key, List<String> words, String otherwise) {
    boolean mustBeThere = !words.contains(otherwise);
    String word = has(key) || mustBeThere ? text(key).toLowerCase(Locale.ROOT) : otherwise;
    if (!words.contains(word)) {
      throw location(key).wrong(key + " must be one of " + joined(words) + ".");
    }
    return word;
  }

  /** True or false, or the default. */
  boolean flag(String key, boolean otherwise) {
    return oneOf(key, List.of("true", "false"), Boolean.toString(otherwise)).equals("true");
  }

  /** A date that must be there. */
  LocalDate date(String key) {
    try {
      return LocalDate.parse(text(key));
    } catch (DateTimeException e) {
      throw location(key).wrong(key + " must be a date such as 2026-01-31.");
    }
  }

  /** First and last day, within those of what it belongs to where they are not given. */
  Period period(@Nullable Period outer) {
    LocalDate from = outer != null && !has("from") ? outer.from() : date("from");
    LocalDate to = has("to") ? date("to") : outer == null ? null : outer.to();
    if (to != null && to.isBefore(from)) {
      throw location(has("to") ? "to" : "from").wrong("this ends before it starts.");
    }
    return new Period(from, to);
  }

  /** A number with at most so many decimals that must be there. */
  BigDecimal number(String key, int scale) {
    return number(file, node(key), key, scale);
  }

  /** A percent within bounds that no percent written as a factor is in. */
  BigDecimal percent(String key, PercentKind kind) {
    return kind.checked(number(key, 3), location(key), key);
  }

  /** A node's text; null where nothing is written. */
  static @Nullable String text(Path file, YamlNode node, String what) {
    if (node instanceof YamlNode.Scalar scalar) {
      String text = scalar.text();
      return text == null || text.isBlank() ? null : text.strip();
    }
    throw wrong(file, node, what + " must be a single value.");
  }

  /** A node's number. */
  static BigDecimal number(Path file, YamlNode node, String what, int scale) {
    try {
      BigDecimal number = new BigDecimal(Objects.requireNonNullElse(text(file, node, what), ""));
      if (!DecimalPlaces.isBeyondUse(number)
          && number.stripTrailingZeros().scale() <= scale
          && number.abs().compareTo(BELOW) < 0) {
        return number.setScale(scale);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw wrong(file, node, "%s must be a number with at most %d decimals.".formatted(what, scale));
  }

  /** Where a node stands. */
  static FileLocation location(Path file, YamlNode node) {
    return new FileLocation(file.toString(), node.line());
  }

  /** A complaint about a node. */
  static InputException wrong(Path file, YamlNode node, String sentence) {
    return location(file, node).wrong(sentence);
  }

  private static String joined(List<String> words) {
    return String.join(", ", words);
  }
}
