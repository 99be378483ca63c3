package org.allowable.report.excel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allowable.report.Formula;
import org.allowable.report.Formula.ColumnTotal;
import org.allowable.report.Formula.Constant;
import org.allowable.report.Formula.FirstKnown;
import org.allowable.report.Formula.InColumn;
import org.allowable.report.Formula.Input;
import org.allowable.report.Formula.Operation;
import org.allowable.report.Formula.Rounded;
import org.allowable.report.Formula.SumWhere;

/**
 * A formula in Excel's notation. Excel takes an empty cell for zero, so each formula first asks
 * whether its cells hold numbers and shows nothing where one does not.
 */
final class FormulaText {

  private static final String NOTHING = "\"\"";
  // What a text within a formula holds at most is twice as much: its quotes are doubled.
  private static final int MOST_OF_A_TEXT = 120;

  private final Function<String, String> cells;

  private FormulaText(Function<String, String> cells) {
    this.cells = cells;
  }

  /**
   * The text, without the sign that starts it in a sheet.
   *
   * @param cells the address of a column's cell in the same row, by its header
   */
  static String of(Formula formula, Function<String, String> cells) {
    FormulaText text = new FormulaText(cells);
    return text.guarded(formula, text.text(formula), NOTHING);
  }

  /** A text as a formula, without the sign that starts it in a sheet. */
  static String words(String text) {
    List<String> parts = new ArrayList<>();
    for (int first = 0; first < text.length(); first += MOST_OF_A_TEXT) {
      String part = text.substring(first, Math.min(text.length(), first + MOST_OF_A_TEXT));
      parts.add("\"" + part.replace("\"", "\"\"") + "\"");
    }
    return parts.isEmpty() ? NOTHING : String.join("&", parts);
  }

  // Conditions one within the other: Excel's AND would compute all of them, faults included.
  private String guarded(Formula formula, String then, String otherwise) {
    Set<String> numbers = new LinkedHashSet<>();
    List<String> conditions = new ArrayList<>();
    conditions(formula, numbers, conditions);
    if (!numbers.isEmpty()) {
      conditions.add(0, "COUNT(" + String.join(",", numbers) + ")=" + numbers.size());
    }
    String guarded = then;
    for (int i = conditions.size() - 1; i >= 0; i--) {
      guarded = "IF(" + conditions.get(i) + "," + guarded + "," + otherwise + ")";
    }
    return guarded;
  }

  private void conditions(Formula formula, Set<String> numbers, List<String> conditions) {
    if (formula instanceof InColumn || formula instanceof Input) {
      numbers.add(text(formula));
    } else if (formula instanceof ColumnTotal total) {
      conditions.add("COUNT(" + total.columnName() + ")>0");
    } else if (formula instanceof SumWhere some) {
      // Cells that show nothing hold no number.
      conditions.add("COUNTIFS(" + keys(some) + "," + some.columnName() + ",\">-1E+300\")>0");
    } else if (formula instanceof Rounded rounded) {
      conditions(rounded.part(), numbers, conditions);
    } else if (formula instanceof FirstKnown either) {
      conditions.add("OR(" + known(either.first()) + "," + known(either.second()) + ")");
    } else if (formula instanceof Operation operation) {
      conditions(operation.left(), numbers, conditions);
      conditions(operation.right(), numbers, conditions);
      if (operation.operator() == Formula.Operator.DIVIDED_BY) {
        conditions.add(part(operation.right()) + "<>0");
      }
    }
  }

  private String known(Formula formula) {
    return guarded(formula, "TRUE", "FALSE");
  }

  private String text(Formula formula) {
    if (formula instanceof InColumn cell) {
      return cells.apply(cell.header());
    } else if (formula instanceof Input input) {
      return input.name();
    } else if (formula instanceof ColumnTotal total) {
      return "SUM(" + total.columnName() + ")";
    } else if (formula instanceof SumWhere some) {
      return "SUMIFS(" + some.columnName() + "," + keys(some) + ")";
    } else if (formula instanceof Constant constant) {
      return constant.number().toPlainString();
    } else if (formula instanceof Rounded rounded) {
      return "ROUND(" + text(rounded.part()) + "," + rounded.places() + ")";
    } else if (formula instanceof FirstKnown either) {
      Formula first = either.first();
      return "IF(" + known(first) + "," + text(first) + "," + text(either.second()) + ")";
    }
    return operation((Operation) formula);
  }

  private static String keys(SumWhere some) {
    return some.keys().stream()
        .map(key -> key.columnName() + ",\"" + key.text() + "\"")
        .collect(Collectors.joining(","));
  }

  private String operation(Operation operation) {
    String left = part(operation.left());
    String right = part(operation.right());
    return switch (operation.operator()) {
      case PLUS -> left + "+" + right;
      case MINUS -> left + "-" + right;
      case TIMES -> left + "*" + right;
      case DIVIDED_BY -> left + "/" + right;
      case LESSER_OF -> "MIN(" + text(operation.left()) + "," + text(operation.right()) + ")";
      case GREATER_OF -> "MAX(" + text(operation.left()) + "," + text(operation.right()) + ")";
    };
  }

  private String part(Formula formula) {
    boolean isLoose =
        formula instanceof Operation
            || (formula instanceof Constant constant && constant.number().signum() < 0);
    return isLoose ? "(" + text(formula) + ")" : text(formula);
  }
}
