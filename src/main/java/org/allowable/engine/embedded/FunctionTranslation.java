package org.allowable.engine.embedded;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allowable.engine.embedded.SqlPart.Group;
import org.allowable.engine.embedded.SqlPart.Quoted;
import org.allowable.engine.embedded.SqlPart.Word;
import org.jspecify.annotations.Nullable;

/** The functions that DuckDB has by another name, in another order, or with another meaning. */
final class FunctionTranslation {

  /** A call's arguments, translated, into the translated call. */
  private interface Call extends Function<List<String>, String> {}

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("size", "len"),
          entry("sequence", "generate_series"),
          entry("startswith", "starts_with"),
          entry("array", "list_value"),
          entry("array_contains", "list_contains"),
          entry("array_max", "list_max"),
          entry("arrays_overlap", "list_has_any"),
          entry("array_join", "array_to_string"),
          entry("element_at", "list_extract"),
          entry("try_element_at", "list_extract"),
          entry("explode", "unnest"));

  private static final Map<String, Call> CALLS =
      Map.ofEntries(
          // As wide as what was rounded, it would take the decimals of what stands beside it.
          entry(
              "round",
              a ->
                  a.size() == 1
                      ? "round(" + a.get(0) + ")"
                      : "cast(round(%1$s, %2$s) as decimal(18,%2$s))"
                          .formatted(a.get(0), a.get(1))),
          // The signs first, in Spark.
          entry(
              "ltrim",
              a -> "ltrim(%s)".formatted(a.size() == 1 ? a.get(0) : a.get(1) + ", " + a.get(0))),
          // Of no rows it is null there, and 0 in Spark.
          entry("count_if", a -> "count(nullif(%s, false))".formatted(a.get(0))),
          entry("concat", a -> "(" + String.join(" || ", a) + ")"),
          entry("xxhash64", a -> "cast(hash(" + String.join(", ", a) + ") >> 1 as bigint)"),
          entry(
              "array_compact", a -> "list_filter(%s, lambda e: e is not null)".formatted(a.get(0))),
          entry("array_distinct", a -> distinct(a.get(0))),
          entry("array_union", a -> distinct("(" + a.get(0) + " || " + a.get(1) + ")")),
          entry(
              "array_except",
              a ->
                  "list_filter(%s, lambda e: not list_contains(%s, e))"
                      .formatted(a.get(0), a.get(1))),
          entry(
              "array_position",
              a -> "coalesce(list_position(%s, %s), 0)".formatted(a.get(0), a.get(1))),
          entry("sort_array", a -> "list_sort(%s, 'asc', 'nulls first')".formatted(a.get(0))),
          entry("array_sort", a -> "list_sort(%s, 'asc', 'nulls last')".formatted(a.get(0))),
          entry(
              "explode_outer",
              a -> "unnest(if(coalesce(len(%1$s), 0) = 0, [null], %1$s))".formatted(a.get(0))),
          entry("inline", a -> "unnest(%s, max_depth := 2)".formatted(a.get(0))),
          entry("to_date", a -> "cast(%s as date)".formatted(a.get(0))),
          entry("date_add", a -> "(%s + cast(%s as integer))".formatted(a.get(0), a.get(1))),
          entry("date_sub", a -> "(%s - cast(%s as integer))".formatted(a.get(0), a.get(1))),
          entry("datediff", a -> "date_diff('day', %s, %s)".formatted(a.get(1), a.get(0))),
          entry(
              "add_months",
              a ->
                  "cast(%s + to_months(cast(%s as integer)) as date)"
                      .formatted(a.get(0), a.get(1))),
          entry(
              "try_divide", a -> SqlTranslation.quotient(a.get(0), "nullif(" + a.get(1) + ", 0)")));

  private final SqlTranslation translation;

  FunctionTranslation(SqlTranslation translation) {
    this.translation = translation;
  }

  /**
   * A call.
   *
   * @param filter which rows an aggregate counts; null for all
   * @param over a window, or the empty string
   */
  String call(String name, List<List<SqlPart>> arguments, @Nullable String filter, String over) {
    String lower = name.toLowerCase(Locale.ROOT);
    String tail = (filter == null ? "" : " filter (where " + filter + ")") + over;
    return switch (lower) {
      case "struct" -> struct(arguments);
      case "exists" ->
          isQuery(arguments)
              ? "exists (" + list(arguments) + ")"
              : "(len(list_filter(%s)) > 0)".formatted(withLambda(arguments));
      case "filter" -> "list_filter(" + withLambda(arguments) + ")";
      case "transform" -> "list_transform(" + withLambda(arguments) + ")";
      case "aggregate" ->
          "list_reduce(%s, %s, %s)"
              .formatted(
                  translation.text(arguments.get(0)),
                  lambda(arguments.get(2)),
                  translation.text(arguments.get(1)));
      case "collect_list" -> collected("list(", arguments, filter, over);
      case "collect_set" -> collected("list(distinct ", arguments, filter, over);
      case "date_format" -> dateFormat(arguments);
      case "trunc" -> firstOfMonth(arguments);
      case "split" -> split(arguments);
      case "regexp_replace" -> replaced(arguments);
      case "format_number" -> formatted(arguments);
      case "max_by", "min_by" -> extreme(lower, arguments.get(0), arguments.get(1)) + tail;
      case "max", "min" ->
          (isStruct(arguments.get(0))
                  ? extreme(lower + "_by", arguments.get(0), arguments.get(0))
                  : other(lower, arguments))
              + tail;
      default -> other(lower, arguments) + tail;
    };
  }

  private String other(String lower, List<List<SqlPart>> arguments) {
    List<String> texts = arguments.stream().map(translation::text).toList();
    Call call = CALLS.get(lower);
    return call != null
        ? call.apply(texts)
        : NAMES.getOrDefault(lower, lower) + "(" + String.join(", ", texts) + ")";
  }

  private String extreme(String function, List<SqlPart> value, List<SqlPart> by) {
    String name = function.equals("max_by") ? "arg_max_null" : "arg_min_null";
    String key = isStruct(by) ? key((Group) by.get(1)) : translation.text(by);
    return name + "(" + translation.text(value) + ", " + key + ")";
  }

  private static boolean isStruct(List<SqlPart> argument) {
    return argument.size() == 2
        && argument.get(0) instanceof Word word
        && word.is("struct")
        && argument.get(1) instanceof Group;
  }

  // In a struct that is compared a null comes first in Spark, and last here.
  private String key(Group fields) {
    List<String> keys = new ArrayList<>();
    for (List<SqlPart> field : fields.items()) {
      String value = translation.text(value(field));
      keys.add(
          "known_%1$d := (%2$s) is not null, field_%1$d := %2$s".formatted(keys.size(), value));
    }
    return "struct_pack(" + String.join(", ", keys) + ")";
  }

  // What stands before "as name".
  private static List<SqlPart> value(List<SqlPart> field) {
    int last = field.size() - 1;
    boolean isNamed = last >= 2 && field.get(last - 1) instanceof Word as && as.is("as");
    return isNamed ? field.subList(0, last - 1) : field;
  }

  private static String distinct(String list) {
    return "list_filter(%1$s, lambda e, i: list_position(%1$s, e) = i)".formatted(list);
  }

  // Spark leaves nulls out, and gives an empty list where nothing is left.
  private String collected(
      String function, List<List<SqlPart>> arguments, @Nullable String filter, String over) {
    String value = text(arguments, 0);
    String condition =
        "(%s) is not null".formatted(value) + (filter == null ? "" : " and (" + filter + ")");
    return "coalesce(%s%s) filter (where %s)%s, [])".formatted(function, value, condition, over);
  }

  private String struct(List<List<SqlPart>> arguments) {
    List<String> fields = new ArrayList<>();
    for (List<SqlPart> argument : arguments) {
      int last = argument.size() - 1;
      boolean isNamed = last >= 2 && argument.get(last - 1) instanceof Word as && as.is("as");
      boolean isColumn = last == 0 || (argument.get(last - 1) instanceof Word dot && dot.is("."));
      String name =
          (isNamed || isColumn) && argument.get(last) instanceof Word word && word.isName()
              ? word.text()
              : "col" + (fields.size() + 1);
      fields.add(name + " := " + translation.text(value(argument)));
    }
    return "struct_pack(" + String.join(", ", fields) + ")";
  }

  private String withLambda(List<List<SqlPart>> arguments) {
    return text(arguments, 0) + ", " + lambda(arguments.get(1));
  }

  private String lambda(List<SqlPart> argument) {
    String names =
        argument.get(0) instanceof Group group
            ? group.items().stream().map(SqlTranslation::print).collect(Collectors.joining(", "))
            : ((Word) argument.get(0)).text();
    return "lambda " + names + ": " + translation.text(argument.subList(2, argument.size()));
  }

  private String firstOfMonth(List<List<SqlPart>> arguments) {
    if (!quoted(arguments, 1).equals("MM")) {
      throw new IllegalArgumentException("trunc to " + quoted(arguments, 1));
    }
    return "cast(date_trunc('month', %s) as date)".formatted(text(arguments, 0));
  }

  private String dateFormat(List<List<SqlPart>> arguments) {
    String format =
        quoted(arguments, 1).replace("yyyy", "%Y").replace("MM", "%m").replace("dd", "%d");
    if (!format.matches("(%[Ymd]|[^A-Za-z%])*")) {
      throw new IllegalArgumentException("A date as " + quoted(arguments, 1));
    }
    return "strftime(" + text(arguments, 0) + ", " + Literals.of(format) + ")";
  }

  private String split(List<List<SqlPart>> arguments) {
    String pattern = quoted(arguments, 1).replaceFirst("^\\\\(?=.$)", "");
    String function = pattern.length() == 1 ? "string_split" : "string_split_regex";
    return "%s(%s, %s)".formatted(function, text(arguments, 0), Literals.of(pattern));
  }

  private String replaced(List<List<SqlPart>> arguments) {
    String replacement = quoted(arguments, 2).replaceAll("\\$(\\d)", "\\\\$1");
    return "regexp_replace(%s, %s, %s, 'g')"
        .formatted(text(arguments, 0), Literals.of(quoted(arguments, 1)), Literals.of(replacement));
  }

  // '0.00##': two decimals at least, four at most.
  private String formatted(List<List<SqlPart>> arguments) {
    String decimals = quoted(arguments, 1).substring(2);
    long least = decimals.chars().filter(c -> c == '0').count();
    return "trimmed_number(cast(%s as decimal(38,%d)), %d)"
        .formatted(text(arguments, 0), decimals.length(), least);
  }

  private static String quoted(List<List<SqlPart>> arguments, int i) {
    if (arguments.get(i).get(0) instanceof Quoted quoted) {
      return quoted.content();
    }
    throw new IllegalArgumentException("Expected a text as argument " + (i + 1));
  }

  private static boolean isQuery(List<List<SqlPart>> arguments) {
    return arguments.get(0).get(0) instanceof Word word && (word.is("select") || word.is("with"));
  }

  private String text(List<List<SqlPart>> arguments, int i) {
    return translation.text(arguments.get(i));
  }

  private String list(List<List<SqlPart>> arguments) {
    return arguments.stream().map(translation::text).collect(Collectors.joining(", "));
  }
}
