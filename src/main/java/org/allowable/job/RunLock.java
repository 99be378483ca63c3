package org.allowable.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Says that a run is being made, to this process and to others. The system releases the lock of a
 * process that ends; the file is removed with the lock, or by the next that holds it.
 */
final class RunLock implements Closeable {

  // A lock belongs to the process, and closing any channel on the file would give it up.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Holds a run's lock until closed.
   *
   * @param out the folder of all runs
   * @throws InputException if another command holds it
   */
  static RunLock hold(Path out, String name) throws IOException {
    Path file = out.toRealPath().resolve("." + name + ".lock");
    if (!HELD_HERE.add(file)) {
      throw beingMade(out);
    }
    RunLock lock = null;
    try {
      lock = ofProcess(out, file);
      return lock;
    } finally {
      if (lock == null) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static RunLock ofProcess(Path out, Path file) throws IOException {
    @Nullable RunLock lock = null;
    while (lock == null) {
      lock = tryOnce(out, file);
    }
    return lock;
  }

  // Nothing where who held it before has removed the file meanwhile.
  private static @Nullable RunLock tryOnce(Path out, Path file) throws IOException {
    @Nullable Object key = madeKey(file);
    @Nullable FileChannel channel = open(file);
    if (channel == null) {
      return null;
    }
    boolean isOurs = false;
    try {
      if (channel.tryLock() == null) {
        throw beingMade(out);
      }
      isOurs = key != null && key.equals(keyOf(file));
      return isOurs ? new RunLock(file, channel) : null;
    } finally {
      if (!isOurs) {
        channel.close();
      }
    }
  }

  private static @Nullable Object madeKey(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      // Somebody holds it, or was killed.
    }
    return keyOf(file);
  }

  private static @Nullable Object keyOf(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static @Nullable FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static InputException beingMade(Path out) {
    return new InputException(
        "Another command is making this report in " + out + ". Wait for it to end.");
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
