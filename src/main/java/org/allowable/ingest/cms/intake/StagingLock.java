package org.allowable.ingest.cms.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.ProcessLock;
import org.jspecify.annotations.Nullable;

/** Tells the staging folder of an import that runs from one that was left by a killed import. */
final class StagingLock implements Closeable {

  /** What the names of staging folders start with. */
  static final String PREFIX = "_staging-";

  private final ProcessLock lock;

  private StagingLock(ProcessLock lock) {
    this.lock = lock;
  }

  /** Marks a folder that was just made as in use until closed. */
  static StagingLock hold(Path folder) throws IOException {
    @Nullable ProcessLock lock = ProcessLock.tryHold(folder.resolve(ProcessLock.IN_FOLDER));
    if (lock == null) {
      throw new IOException(folder + " is in use by another command");
    }
    return new StagingLock(lock);
  }

  /** The staging folders in a reference directory that no import uses. */
  static List<Path> leftIn(Path reference) throws IOException {
    List<Path> left = new ArrayList<>();
    try (Stream<Path> all = Files.list(reference)) {
      for (Path path : all.toList()) {
        boolean isStaging = path.getFileName().toString().startsWith(PREFIX);
        if (isStaging
            && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
            && ProcessLock.isLeft(path)) {
          left.add(path);
        }
      }
    }
    return left;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
