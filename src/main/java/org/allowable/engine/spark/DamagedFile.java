package org.allowable.engine.spark;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.allowable.engine.TableCache;
import org.allowable.ingest.parquet.ParquetCheck;
import org.allowable.model.InputException;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** Tells a file whose pages Spark cannot read from a fault of the program. */
final class DamagedFile {

  // FAILED_READ_FILE.NO_HINT, .PARQUET_COLUMN_DATA_TYPE_MISMATCH and others; all name the file.
  private static final String CONDITION = "FAILED_READ_FILE";

  private DamagedFile() {}

  /**
   * What to tell the user where a fault, or one that it came of, is a file that Spark cannot read.
   */
  static Optional<InputException> in(Throwable fault) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable known
          && String.valueOf(known.getCondition()).startsWith(CONDITION)) {
        return Optional.of(complaint(known.getMessageParameters().get("path"), cause));
      }
    }
    return Optional.empty();
  }

  private static InputException complaint(@Nullable String path, Throwable cause) {
    String file = path == null ? "A file of the warehouse" : file(path);
    String remedy =
        file.contains("/" + TableCache.FOLDER + "/")
            ? "Remove the folder " + TableCache.FOLDER + " of the warehouse and run again."
            : "Restore it from a copy or build the warehouse again.";
    return ParquetCheck.damagedPages(file, remedy, cause);
  }

  // Spark names a file as a URI.
  private static String file(String path) {
    try {
      return Path.of(URI.create(path)).toString();
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
