package org.allowable.ingest.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says to other processes, and to this one, that something is in use. The system gives back the
 * lock of a process that ends, so what is not held is nobody's any more.
 *
 * <p>POSIX drops a process's lock as soon as it closes any channel on the file, also one that was
 * opened for a moment. So a file is made and made private first, locked last, and never opened
 * again by the process that holds it.
 */
public final class ProcessLock implements Closeable {

  /** Name of the lock of a folder that goes with its process. */
  public static final String IN_FOLDER = "lock";

  private static final Duration LONG_AGO = Duration.ofDays(1);

  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private boolean isClosed;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Holds a lock until closed.
   *
   * @param given the lock's file, made private if it is not there; its folder is
   * @return null if somebody else holds it
   * @throws IOException if there can be no such file
   */
  public static @Nullable ProcessLock tryHold(Path given) throws IOException {
    Path file = real(given);
    if (!HELD_HERE.add(file)) {
      return null;
    }
    @Nullable ProcessLock lock = null;
    try {
      lock = ofProcess(file);
      return lock;
    } finally {
      if (lock == null) {
        HELD_HERE.remove(file);
      }
    }
  }

  /**
   * Whether somebody holds a lock.
   *
   * @return false where there is no such file
   * @throws IOException if the file cannot be opened, so that nobody can tell
   */
  public static boolean isHeld(Path given) throws IOException {
    if (!Files.isRegularFile(given, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path file = real(given);
    if (!HELD_HERE.add(file)) {
      return true;
    }
    try (FileChannel channel = open(file)) {
      return channel != null && !lock(channel);
    } finally {
      HELD_HERE.remove(file);
    }
  }

  /**
   * Whether a folder was left by a process that has ended: nobody holds the lock in it. A folder
   * without one may be a moment old; after a day it is left, too.
   *
   * @param folder whose lock is {@link #IN_FOLDER}
   */
  public static boolean isLeft(Path folder) throws IOException {
    Path file = folder.resolve(IN_FOLDER);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return !isHeld(file);
    }
    FileTime changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS);
    return changed.toInstant().isBefore(Instant.now().minus(LONG_AGO));
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Path real(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    return folder.toRealPath().resolve(Objects.requireNonNull(file.getFileName()));
  }

  private static @Nullable ProcessLock ofProcess(Path file) throws IOException {
    while (true) {
      @Nullable Object key = madeKey(file);
      @Nullable FileChannel channel = open(file);
      if (channel == null) {
        continue; // Who held it before has removed the file meanwhile.
      }
      boolean isOurs = false;
      try {
        if (!lock(channel)) {
          return null;
        }
        isOurs = key != null && key.equals(keyOf(file));
        if (isOurs) {
          return new ProcessLock(file, channel);
        }
      } finally {
        if (!isOurs) {
          channel.close();
        }
      }
    }
  }

  private static @Nullable Object madeKey(Path file) throws IOException {
    try {
      Files.createFile(file);
      PrivateFiles.restrict(file);
    } catch (FileAlreadyExistsException e) {
      // Somebody holds it, or was killed.
    }
    return keyOf(file);
  }

  private static @Nullable Object keyOf(Path file) throws IOException {
    try {
      return Objects.requireNonNullElse(
          Files.readAttributes(file, BasicFileAttributes.class).fileKey(), file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static @Nullable FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Gives the lock back and leaves its file for the next that holds it. */
  @Override
  public void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      try {
        channel.close();
      } finally {
        HELD_HERE.remove(file);
      }
    }
  }

  /** Gives the lock back and takes its file away. */
  public void remove() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      close();
    }
  }
}
