package org.allowable.config;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The Spark cluster that a run is given to.
 *
 * @param url what Spark calls it, such as {@code spark://10.0.0.5:7077}
 * @param isSubmitted whether spark-submit started this program, so that it knows the cluster, its
 *     jars and its settings already
 */
public record SparkMaster(String url, boolean isSubmitted) {

  private static final String STANDALONE = "spark://";
  private static final Pattern ADDRESS = Pattern.compile("[^:/,@\\s]+:\\d{1,5}");

  /** Where spark-submit leaves the master of the program that it starts. */
  private static final String SUBMITTED = "spark.master";

  /**
   * A master that a user named.
   *
   * @throws InputException if it is none that this program can go to by itself
   */
  public static SparkMaster named(String url) {
    boolean isOne =
        url.startsWith(STANDALONE)
            && Arrays.stream(url.substring(STANDALONE.length()).split(",", -1))
                .allMatch(address -> ADDRESS.matcher(address).matches());
    if (!isOne) {
      throw new InputException(
          "--master: expected spark://HOST:PORT, the address of a standalone Spark master, found"
              + " something else. Kubernetes and YARN are reached by spark-submit; docs/cluster.md"
              + " says how.");
    }
    return new SparkMaster(url, false);
  }

  /** The master that spark-submit chose for this process; null where it did not start it. */
  public static @Nullable SparkMaster submitted() {
    String url = System.getProperty(SUBMITTED);
    return url == null || url.isBlank() ? null : new SparkMaster(url, true);
  }

  /** The hosts with their ports, of a standalone master; none of another. */
  public List<String> addresses() {
    return url.startsWith(STANDALONE)
        ? List.of(url.substring(STANDALONE.length()).split(","))
        : List.of();
  }
}
