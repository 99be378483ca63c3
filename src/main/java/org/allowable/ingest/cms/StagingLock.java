package org.allowable.ingest.cms;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the staging folder of an import that runs from one that an import left when it was killed:
 * the system releases the lock of a process that ends.
 */
final class StagingLock implements Closeable {

  /** What the names of staging folders start with. */
  static final String PREFIX = "_staging-";

  private static final String FILE = "lock";

  private final FileChannel channel;

  private StagingLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Marks a folder as in use until closed. */
  static StagingLock hold(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    tryLock(channel);
    return new StagingLock(channel);
  }

  /** The staging folders in a reference directory that no import uses. */
  static List<Path> leftIn(Path reference) throws IOException {
    List<Path> left = new ArrayList<>();
    try (Stream<Path> all = Files.list(reference)) {
      for (Path path : all.toList()) {
        boolean isStaging = path.getFileName().toString().startsWith(PREFIX);
        if (isStaging && Files.isDirectory(path) && !isHeld(path)) {
          left.add(path);
        }
      }
    }
    return left;
  }

  private static boolean isHeld(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    }
  }

  // No lock means that somebody else has it.
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
