package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A calculation that a workbook carries live: Excel computes it from cells that the reader may
 * change, and {@link #value} computes the same here, for viewers that do not calculate and for CSV.
 *
 * <p>What is not known makes the result not known, an empty cell: never a zero. So does a division
 * by zero. Formulas are built from these parts only, so that no text of the data becomes one.
 */
public sealed interface Formula {

  /** Where a formula takes its numbers from; null is not known. */
  interface Numbers {

    /** The number in a column of the same row. */
    @Nullable BigDecimal column(String header);

    /** The number of an assumption. */
    @Nullable BigDecimal input(String name);

    /** The sum of a named column. */
    @Nullable BigDecimal total(String columnName);
  }

  /** What stands in the row of a column where another column holds a text. */
  record Key(String columnName, String text) {
    /** Refuses a text that could be more than a text in a workbook's formula. */
    public Key {
      if (!text.matches("[A-Za-z0-9 ,/()-]*")) {
        throw new IllegalArgumentException("No key of a row: " + text);
      }
    }
  }

  /** How two numbers become one. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    LESSER_OF,
    GREATER_OF
  }

  /** The number in a column of the same row, by its header. */
  record InColumn(String header) implements Formula {}

  /** The number of an {@link Assumption}, by its name. */
  record Input(String name) implements Formula {}

  /** The sum of a column of any sheet, by the name that {@link Column#named} gave it. */
  record ColumnTotal(String columnName) implements Formula {}

  /**
   * The sum of a column over the rows with these texts, wherever the reader sorts them. Only for a
   * {@link ComputedValue}, which brings its value along.
   */
  record SumWhere(String columnName, List<Key> keys) implements Formula {
    /** Keeps its own list. */
    public SumWhere {
      keys = List.copyOf(keys);
    }
  }

  /** A number that is always the same. */
  record Constant(BigDecimal number) implements Formula {}

  /** Two parts made one. */
  record Operation(Operator operator, Formula left, Formula right) implements Formula {}

  /** A part rounded half up, away from zero, to so many places: money to 2. */
  record Rounded(Formula part, int places) implements Formula {}

  /** The first part where it is known, else the second: a row's own multiple, else the general. */
  record FirstKnown(Formula first, Formula second) implements Formula {}

  /** The number in a column of the same row. */
  static Formula column(String header) {
    return new InColumn(header);
  }

  /** The number of an assumption. */
  static Formula input(String name) {
    return new Input(name);
  }

  /** The sum of a named column, whatever a filter hides. */
  static Formula total(String columnName) {
    return new ColumnTotal(columnName);
  }

  /** The sum of a named column over the rows with these texts. */
  static Formula totalWhere(String columnName, Key... keys) {
    return new SumWhere(columnName, List.of(keys));
  }

  /** A number that is always the same. */
  static Formula constant(String number) {
    return new Constant(new BigDecimal(number));
  }

  /** The sum. */
  default Formula plus(Formula other) {
    return new Operation(Operator.PLUS, this, other);
  }

  /** The difference. */
  default Formula minus(Formula other) {
    return new Operation(Operator.MINUS, this, other);
  }

  /** The product. */
  default Formula times(Formula other) {
    return new Operation(Operator.TIMES, this, other);
  }

  /** The quotient; not known where the other is zero. */
  default Formula dividedBy(Formula other) {
    return new Operation(Operator.DIVIDED_BY, this, other);
  }

  /** The lesser of both, as contracts have it of charge and rate. */
  default Formula lesserOf(Formula other) {
    return new Operation(Operator.LESSER_OF, this, other);
  }

  /** The greater of both. */
  default Formula greaterOf(Formula other) {
    return new Operation(Operator.GREATER_OF, this, other);
  }

  /** This, or another where this is not known. */
  default Formula orElse(Formula other) {
    return new FirstKnown(this, other);
  }

  /** This, rounded half up to so many places. */
  default Formula rounded(int places) {
    return new Rounded(this, places);
  }

  /** This, rounded half up to the cent. */
  default Formula toTheCent() {
    return rounded(2);
  }

  /** The result; null where it is not known. */
  default @Nullable BigDecimal value(Numbers numbers) {
    if (this instanceof InColumn cell) {
      return numbers.column(cell.header());
    } else if (this instanceof Input input) {
      return numbers.input(input.name());
    } else if (this instanceof ColumnTotal total) {
      return numbers.total(total.columnName());
    } else if (this instanceof SumWhere) {
      throw new UnsupportedOperationException("The sum of some rows brings its value along");
    } else if (this instanceof Constant constant) {
      return constant.number();
    } else if (this instanceof FirstKnown either) {
      BigDecimal first = either.first().value(numbers);
      return first == null ? either.second().value(numbers) : first;
    } else if (this instanceof Rounded rounded) {
      BigDecimal part = rounded.part().value(numbers);
      return part == null ? null : part.setScale(rounded.places(), RoundingMode.HALF_UP);
    }
    Operation operation = (Operation) this;
    BigDecimal left = operation.left().value(numbers);
    BigDecimal right = operation.right().value(numbers);
    return left == null || right == null ? null : result(operation.operator(), left, right);
  }

  private static @Nullable BigDecimal result(Operator operator, BigDecimal left, BigDecimal right) {
    return switch (operator) {
      case PLUS -> left.add(right);
      case MINUS -> left.subtract(right);
      case TIMES -> left.multiply(right);
      case DIVIDED_BY -> right.signum() == 0 ? null : left.divide(right, MathContext.DECIMAL128);
      case LESSER_OF -> left.min(right);
      case GREATER_OF -> left.max(right);
    };
  }

  /** The headers of the columns that it reads. */
  default Set<String> columns() {
    Set<String> headers = new LinkedHashSet<>();
    visit(
        part -> {
          if (part instanceof InColumn cell) {
            headers.add(cell.header());
          }
        });
    return headers;
  }

  /** Shows every part to a visitor, this one first. */
  default void visit(Consumer<Formula> visitor) {
    visitor.accept(this);
    parts().forEach(part -> part.visit(visitor));
  }

  private List<Formula> parts() {
    if (this instanceof Operation operation) {
      return List.of(operation.left(), operation.right());
    } else if (this instanceof FirstKnown either) {
      return List.of(either.first(), either.second());
    } else if (this instanceof Rounded rounded) {
      return List.of(rounded.part());
    }
    return List.of();
  }
}
