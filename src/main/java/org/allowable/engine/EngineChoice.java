package org.allowable.engine;

/** Which engine a run is to use. */
public enum EngineChoice {
  /** The embedded one as long as the data fit on a desk, else Spark. */
  AUTO,
  /** DuckDB inside the process. */
  EMBEDDED,
  /** Apache Spark on this machine's cores. */
  SPARK;

  /** The most rows of input that {@link #AUTO} gives to the embedded engine. */
  public static final long MOST_EMBEDDED_ROWS = 5_000_000;

  /** Whether a run of so many rows of input takes the embedded engine. */
  public boolean isEmbedded(long rows) {
    return this == EMBEDDED || (this == AUTO && rows <= MOST_EMBEDDED_ROWS);
  }
}
