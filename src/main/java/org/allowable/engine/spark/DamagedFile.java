package org.allowable.engine.spark;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
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
  private static final String NOT_THERE = ".FILE_NOT_EXIST";

  private DamagedFile() {}

  /**
   * What to tell the user where a fault, or one that it came of, is a file that Spark cannot read.
   */
  static Optional<InputException> in(Throwable fault) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable known
          && String.valueOf(known.getCondition()).startsWith(CONDITION)) {
        return Optional.of(
            complaint(
                String.valueOf(known.getCondition()),
                known.getMessageParameters().get("path"),
                cause));
      }
    }
    return Optional.empty();
  }

  private static InputException complaint(
      String condition, @Nullable String path, Throwable cause) {
    String file = path == null ? "A file of the warehouse" : file(path);
    if (condition.endsWith(NOT_THERE)) {
      return new InputException(
          file
              + ": expected the file that was there when the run began, found none. It was removed, or"
              + " lies where not every machine of the cluster sees it: put the warehouse where all"
              + " reach it under one name.",
          cause);
    }
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
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return path;
    }
  }
}
