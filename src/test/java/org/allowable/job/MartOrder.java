package org.allowable.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;

/** What the columns that a mart is ordered by, of those that it shows, say of its rows. */
final class MartOrder {

  private static final String ORDER = "order by";
  private static final Pattern COLUMN =
      Pattern.compile("(?:\\w+\\.)?(\\w+)(?: nulls (?:first|last))?");

  private MartOrder() {}

  /** The place of each row by its order; rows that are alike in every cell have one. */
  static List<List<@Nullable Object>> places(
      SqlStep mart, List<Map<String, @Nullable Object>> rows) {
    List<List<@Nullable Object>> places = new ArrayList<>();
    if (rows.isEmpty()) {
      return places;
    }
    List<String> order = columns(mart.text().strip(), rows.get(0).keySet());
    rows.stream().distinct().forEach(row -> places.add(place(row, order)));
    return places;
  }

  private static List<@Nullable Object> place(
      Map<String, @Nullable Object> row, List<String> order) {
    List<@Nullable Object> place = new ArrayList<>();
    order.forEach(column -> place.add(row.get(column)));
    return place;
  }

  // An item that is no column tells nothing apart; nor does the largest first: that amounts differ
  // in one history says nothing of the next.
  private static List<String> columns(String select, Set<String> shown) {
    int start = select.lastIndexOf(ORDER);
    String items = start < 0 ? "" : select.substring(start + ORDER.length());
    return Stream.of(items.split(","))
        .map(item -> COLUMN.matcher(item.strip()))
        .filter(Matcher::matches)
        .map(item -> item.group(1))
        .filter(shown::contains)
        .toList();
  }
}
