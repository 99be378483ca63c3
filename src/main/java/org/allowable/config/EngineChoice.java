package org.allowable.config;

/** Which engine a run is to use, as the practice file or the command says. */
public enum EngineChoice {
  /** The embedded one as long as the data fit on a desk, else Spark. */
  AUTO,
  /** DuckDB inside the process. */
  EMBEDDED,
  /** Apache Spark, on this machine's cores or on a cluster. */
  SPARK;

  /** The most rows of input that {@link #AUTO} gives to the embedded engine. */
  public static final long MOST_EMBEDDED_ROWS = 5_000_000;

  /** Why a run of so many rows of input takes the engine that it takes. */
  public String reason(long rows) {
    return this == AUTO
        ? "%,d rows of input, %s %,d"
            .formatted(rows, isEmbedded(rows) ? "at most" : "more than", MOST_EMBEDDED_ROWS)
        : "as asked, for %,d rows of input".formatted(rows);
  }

  /** Whether a run of so many rows of input takes the embedded engine. */
  public boolean isEmbedded(long rows) {
    return this == EMBEDDED || (this == AUTO && rows <= MOST_EMBEDDED_ROWS);
  }
}
