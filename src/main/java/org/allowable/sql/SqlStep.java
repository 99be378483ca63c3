package org.allowable.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allowable.model.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One SELECT of a file and the table that it promises to make.
 *
 * @param makes the table's contract
 * @param resource the file on the class path
 */
public record SqlStep(Table makes, String resource) {

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** The SELECT, as it stands in the file. */
  public String text() {
    try (InputStream in = SqlStep.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("No SQL file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Which of some tables the SELECT names.
   *
   * @param names of tables that stand before this one
   */
  public Set<String> reads(Set<String> names) {
    return WORD.matcher(COMMENT.matcher(text()).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(names::contains)
        .collect(Collectors.toSet());
  }

  /**
   * Plans the SELECT over the views of the session.
   *
   * @param parameters values of the named parameters; those that the text does not name are ignored
   * @return rows with the columns that {@link #makes()} declares
   * @throws IllegalStateException if the columns are others, naming the first difference
   */
  public Dataset<Row> plan(SparkSession spark, Map<String, Object> parameters) {
    Dataset<Row> rows = spark.sql(text(), parameters);
    requireColumns(rows.schema());
    return rows;
  }

  private void requireColumns(StructType found) {
    StructField[] declared = makes.schema().fields();
    for (int i = 0; i < Math.max(declared.length, found.length()); i++) {
      String want = i < declared.length ? describe(declared[i]) : "nothing";
      String have = i < found.length() ? describe(found.fields()[i]) : "nothing";
      if (!want.equals(have)) {
        throw new IllegalStateException(
            "%s, column %d: declared %s, selected %s".formatted(resource, i + 1, want, have));
      }
    }
  }

  private static String describe(StructField field) {
    return field.name() + " " + field.dataType().catalogString();
  }
}
