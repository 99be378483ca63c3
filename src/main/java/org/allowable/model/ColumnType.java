package org.allowable.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The type of a column; as text it is written as Spark SQL writes it, in lower case. */
public sealed interface ColumnType {

  /** How a decimal is written. */
  Pattern DECIMAL = Pattern.compile("decimal\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\)");

  /** Types without parts. */
  enum Plain implements ColumnType {
    STRING,
    INT,
    BIGINT,
    BOOLEAN,
    DATE,
    DOUBLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An exact number of so many digits, so many of them decimals. */
  record Decimal(int precision, int scale) implements ColumnType {
    @Override
    public String toString() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  /** A list of values of one type. */
  record ListOf(ColumnType element) implements ColumnType {
    @Override
    public String toString() {
      return "array<" + element + ">";
    }
  }

  /** Named values. */
  record Struct(List<TableColumn> fields) implements ColumnType {
    @Override
    public String toString() {
      return fields.stream()
          .map(field -> field.name() + ":" + field.type())
          .collect(Collectors.joining(",", "struct<", ">"));
    }
  }

  /**
   * Whether values of another type are of this one in all but size: a sum has more digits than what
   * it adds up, a count may be long.
   */
  default boolean isNarrowerThan(ColumnType other) {
    if (this instanceof Decimal one && other instanceof Decimal wide) {
      return one.scale() == wide.scale() && one.precision() < wide.precision();
    }
    return this == Plain.INT && other == Plain.BIGINT;
  }

  /**
   * Reads a type.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ColumnType of(String text) {
    String type = text.strip().toLowerCase(Locale.ROOT);
    Matcher decimal = DECIMAL.matcher(type);
    if (decimal.matches()) {
      return new Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    if (type.startsWith("array<") && type.endsWith(">")) {
      return new ListOf(of(type.substring("array<".length(), type.length() - 1)));
    }
    if (type.startsWith("struct<") && type.endsWith(">")) {
      List<TableColumn> fields = new ArrayList<>();
      for (String field : parts(type.substring("struct<".length(), type.length() - 1))) {
        int colon = field.indexOf(':');
        fields.add(
            new TableColumn(
                field.substring(0, colon).strip(), of(field.substring(colon + 1)), false));
      }
      return new Struct(List.copyOf(fields));
    }
    return Arrays.stream(Plain.values())
        .filter(plain -> plain.toString().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No type " + text));
  }

  /** The parts of a list between commas that stand in no brackets. */
  static List<String> parts(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      char letter = list.charAt(i);
      if (letter == '<' || letter == '(') {
        depth++;
      } else if (letter == '>' || letter == ')') {
        depth--;
      } else if (letter == ',' && depth == 0) {
        parts.add(list.substring(from, i).strip());
        from = i + 1;
      }
    }
    String last = list.substring(from).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }
}
