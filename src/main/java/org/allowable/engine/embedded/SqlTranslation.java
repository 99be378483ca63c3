package org.allowable.engine.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allowable.engine.embedded.SqlPart.Group;
import org.allowable.engine.embedded.SqlPart.Quoted;
import org.allowable.engine.embedded.SqlPart.Whole;
import org.allowable.engine.embedded.SqlPart.Word;
import org.jspecify.annotations.Nullable;

/**
 * Says a SELECT of Spark SQL in DuckDB's words, as far as the SELECTs of this program go.
 *
 * <p>Where both know a word and mean the same by it, it stays. What differs: calls ({@link
 * FunctionTranslation}), named parameters, positions in arrays, which count from zero in Spark,
 * rows made of arrays ({@code lateral view}, {@code stack}), and division, which DuckDB does in
 * doubles.
 */
final class SqlTranslation {

  // Before a parenthesis they are no calls.
  private static final Set<String> NO_CALL =
      Set.of(
          "in",
          "and",
          "or",
          "not",
          "on",
          "when",
          "then",
          "else",
          "where",
          "by",
          "as",
          "over",
          "from",
          "join",
          "select",
          "union",
          "all",
          "any",
          "between",
          "like",
          "using",
          "except",
          "case",
          "having",
          "qualify",
          "limit",
          "is",
          "distinct",
          "sets",
          "with",
          "lateral",
          "end",
          "exclude",
          "order",
          "partition");

  private static final Set<String> AGGREGATE_CLAUSES = Set.of("filter", "over");
  private static final Pattern DOUBLES =
      Pattern.compile("as double\\)|\\b(sqrt|power)\\(|funnel_|exact_ratio_|binomial_");
  // Powers of ten, whose share is a product that DuckDB does in decimals.
  private static final Map<String, String> SHARES = Map.of("100", "0.01", "10000", "0.0001");

  private static final String ROOM = " + cast(0 as decimal(19,0))";
  private static final Set<String> NO_FACTOR = Set.of("select", "distinct", "count");

  private final Map<String, Object> parameters;
  private int views;

  private SqlTranslation(Map<String, Object> parameters) {
    this.parameters = parameters;
  }

  /**
   * Translates.
   *
   * @param parameters values of the named parameters; those that the text does not name are ignored
   * @throws IllegalArgumentException if the text has something that has no translation
   */
  static String of(String sql, Map<String, Object> parameters) {
    return new SqlTranslation(parameters).text(SqlPart.read(sql));
  }

  /** A list of parts, translated. */
  String text(List<SqlPart> parts) {
    return print(divided(joined(collapsed(parts))));
  }

  // Calls, names with what belongs to them, and parameters become wholes.
  private List<SqlPart> collapsed(List<SqlPart> parts) {
    List<SqlPart> out = new ArrayList<>();
    int i = 0;
    while (i < parts.size()) {
      SqlPart part = parts.get(i);
      if (isWord(part, ":")) {
        out.add(new Whole(parameter(((Word) parts.get(i + 1)).text())));
        i += 2;
      } else if (isWord(part, "lateral") && isWord(at(parts, i + 1), "view")) {
        i = lateralView(parts, i + 2, out);
      } else if (isStart(parts, i)) {
        i = primary(parts, i, out);
      } else {
        out.add(part instanceof Quoted quoted ? new Whole(Literals.of(quoted.content())) : part);
        i++;
      }
    }
    return out;
  }

  private static boolean isStart(List<SqlPart> parts, int i) {
    SqlPart part = parts.get(i);
    if (part instanceof Group group) {
      return group.open() == '(';
    }
    return part instanceof Word word && word.isName() && !NO_CALL.contains(word.lower());
  }

  // A name or a parenthesis, and then .name, [position], and the call's own clauses.
  private int primary(List<SqlPart> parts, int start, List<SqlPart> out) {
    int i = start + 1;
    StringBuilder sql = new StringBuilder();
    if (parts.get(start) instanceof Group group) {
      sql.append(print(List.of(translated(group))));
    } else {
      String name = ((Word) parts.get(start)).text();
      if (at(parts, i) instanceof Group group && group.open() == '(') {
        if (name.equalsIgnoreCase("stack")) {
          return stack(group, parts, i + 1, out);
        }
        i = call(name, group, parts, i + 1, sql);
      } else if (at(parts, i) instanceof Quoted quoted && name.equalsIgnoreCase("date")) {
        sql.append("date ").append(Literals.of(quoted.content()));
        i++;
      } else {
        sql.append(name);
      }
    }
    while (i < parts.size()) {
      SqlPart next = parts.get(i);
      if (isWord(next, ".") && at(parts, i + 1) instanceof Word member) {
        sql.append('.').append(member.text());
        i += 2;
      } else if (next instanceof Group group && group.open() == '[') {
        sql.append("[(").append(text(group.items().get(0))).append(") + 1]");
        i++;
      } else {
        break;
      }
    }
    out.add(new Whole(sql.toString()));
    return i;
  }

  private int call(
      String name, Group arguments, List<SqlPart> parts, int after, StringBuilder sql) {
    int i = after;
    @Nullable String filter = null;
    StringBuilder over = new StringBuilder();
    while (at(parts, i) instanceof Word clause && AGGREGATE_CLAUSES.contains(clause.lower())) {
      SqlPart next = at(parts, i + 1);
      if (clause.is("filter") && next instanceof Group group) {
        List<SqlPart> condition = group.items().get(0);
        filter = text(condition.subList(1, condition.size()));
      } else if (clause.is("over") && next instanceof Group group) {
        over.append(" over ").append(print(List.of(translated(group))));
      } else if (clause.is("over") && next instanceof Word window) {
        over.append(" over ").append(window.text());
      } else {
        break;
      }
      i += 2;
    }
    sql.append(
        new FunctionTranslation(this).call(name, arguments.items(), filter, over.toString()));
    return i;
  }

  private Group translated(Group group) {
    return new Group(
        group.open(),
        group.items().stream().map(item -> divided(joined(collapsed(item)))).toList());
  }

  // lateral view explode(list) [alias] as name
  private int lateralView(List<SqlPart> parts, int start, List<SqlPart> out) {
    String function = ((Word) parts.get(start)).lower();
    Group arguments = (Group) parts.get(start + 1);
    int i = start + 2;
    String alias = "view_" + ++views;
    if (!isWord(at(parts, i), "as")) {
      alias = ((Word) parts.get(i)).text();
      i++;
    }
    List<String> columns = new ArrayList<>();
    do {
      i++;
      columns.add(((Word) parts.get(i)).text());
      i++;
    } while (isWord(at(parts, i), ",") && at(parts, i + 1) instanceof Word name && name.isName());
    String rows =
        switch (function) {
          case "explode" -> "select unnest(" + text(arguments.items().get(0)) + ")";
          case "posexplode" ->
              "select generate_subscripts(%1$s, 1) - 1, unnest(%1$s)"
                  .formatted(text(arguments.items().get(0)));
          case "stack" -> "select " + unnested(arguments, columns);
          default -> throw new IllegalArgumentException("lateral view " + function);
        };
    out.add(
        new Whole(
            "cross join lateral (%s) as %s(%s)"
                .formatted(rows, alias, String.join(", ", columns))));
    return i;
  }

  // select stack(2, a, b, c, d) as (one, two)
  private int stack(Group arguments, List<SqlPart> parts, int after, List<SqlPart> out) {
    if (!isWord(at(parts, after), "as") || !(at(parts, after + 1) instanceof Group names)) {
      throw new IllegalArgumentException("stack without names");
    }
    List<String> columns = names.items().stream().map(SqlTranslation::print).toList();
    out.add(new Whole(unnested(arguments, columns)));
    return after + 2;
  }

  private String unnested(Group arguments, List<String> columns) {
    List<String> values = arguments.items().stream().map(this::text).toList();
    int width = columns.size();
    List<String> rows = new ArrayList<>();
    for (int first = 1; first < values.size(); first += width) {
      int row = first;
      rows.add(
          java.util.stream.IntStream.range(0, width)
              .mapToObj(c -> columns.get(c) + " := " + values.get(row + c))
              .collect(Collectors.joining(", ", "struct_pack(", ")")));
    }
    return "unnest([" + String.join(",\n", rows) + "], max_depth := 2)";
  }

  private static List<SqlPart> joined(List<SqlPart> parts) {
    List<SqlPart> out = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      SqlPart part = parts.get(i);
      boolean isOneSided =
          isWholeOrWord(part, "left")
              && (isWholeOrWord(at(parts, i + 1), "anti")
                  || isWholeOrWord(at(parts, i + 1), "semi"));
      if (isWord(part, "<=>")) {
        out.add(new Word("is not distinct from"));
      } else if (isWord(part, "except") && at(parts, i + 1) instanceof Whole) {
        out.add(new Word("exclude"));
      } else if (!isOneSided) {
        out.add(part);
      }
    }
    return out;
  }

  // Division of what was multiplied, or taken modulo, before it by the next factor. What DuckDB
  // multiplies has 18 digits where each factor has no more, and fails beyond: a sum with one of 19
  // makes room.
  private static List<SqlPart> divided(List<SqlPart> parts) {
    List<SqlPart> out = new ArrayList<>();
    int i = 0;
    while (i < parts.size()) {
      SqlPart part = parts.get(i);
      if (isWord(part, "/")) {
        divide(out, parts.get(i + 1));
        i += 2;
        continue;
      }
      if (isWord(part, "*") && i + 1 < parts.size() && isFirstFactor(parts, i - 1, out)) {
        SqlPart factor = out.remove(out.size() - 1);
        out.add(new Whole("(" + print(factor) + ROOM + ")"));
      }
      out.add(part);
      i++;
    }
    return out;
  }

  private static void divide(List<SqlPart> out, SqlPart by) {
    int start = out.size() - 1;
    while (start >= 2 && (isWord(out.get(start - 1), "*") || isWord(out.get(start - 1), "%"))) {
      start -= 2;
    }
    List<SqlPart> product = out.subList(start, out.size());
    if (product.stream().anyMatch(part -> isWord(part, "end"))) {
      throw new IllegalArgumentException("A division of a case without parentheses");
    }
    Whole quotient = new Whole(quotient(print(product), print(by)));
    product.clear();
    out.add(quotient);
  }

  private static boolean isFirstFactor(List<SqlPart> parts, int i, List<SqlPart> out) {
    return i >= 0 && isFactor(parts.get(i)) && !isWord(at(out, out.size() - 2), "*");
  }

  // Not the star of select * or of table.*
  private static boolean isFactor(SqlPart part) {
    return (part instanceof Whole whole && !NO_FACTOR.contains(whole.sql()))
        || (part instanceof Word word && Character.isDigit(word.text().charAt(0)));
  }

  static String quotient(String left, String right) {
    String share = SHARES.get(right);
    if (DOUBLES.matcher(left + " " + right).find()) {
      return "(%s / %s)".formatted(left, right);
    }
    return share != null ? left + " * " + share : "quotient(%s, %s)".formatted(left, right);
  }

  private String parameter(String name) {
    Object value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No value for :" + name);
    }
    return Literals.of(value);
  }

  private static @Nullable SqlPart at(List<SqlPart> parts, int i) {
    return i >= 0 && i < parts.size() ? parts.get(i) : null;
  }

  private static boolean isWord(@Nullable SqlPart part, String text) {
    return part instanceof Word word && word.is(text);
  }

  private static boolean isWholeOrWord(@Nullable SqlPart part, String text) {
    return isWord(part, text) || (part instanceof Whole whole && whole.sql().equals(text));
  }

  static String print(List<SqlPart> parts) {
    return parts.stream().map(SqlTranslation::print).collect(Collectors.joining(" "));
  }

  private static String print(SqlPart part) {
    if (part instanceof Word word) {
      return word.text();
    }
    if (part instanceof Whole whole) {
      return whole.sql();
    }
    if (part instanceof Quoted quoted) {
      return Literals.of(quoted.content());
    }
    Group group = (Group) part;
    String items =
        group.items().stream().map(SqlTranslation::print).collect(Collectors.joining(", "));
    return group.open() == '(' ? "(" + items + ")" : "[" + items + "]";
  }
}
