package org.allowable.ingest.x12;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run may ask for again but hardly ever does, in a file instead of in memory: which claims a
 * transaction is about. The file is its owner's alone, lies in the folder for temporary files and
 * is gone at the end; a run that sets little aside makes none. Any thread may use it.
 */
final class SetAside implements Closeable {

  private static final String PREFIX = "allowable-aside-";
  private static final int BUFFER_BYTES = 64 * 1024;

  private final ByteBuffer end = ByteBuffer.allocate(BUFFER_BYTES);
  private final Path folder;
  private final Map<String, String> shared = new HashMap<>();
  private @Nullable FileChannel file;
  private long written;

  /** In the folder for temporary files, as it is now: Java keeps the one that it began with. */
  SetAside() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** In a folder. */
  SetAside(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes bytes.
   *
   * @return where they are
   */
  synchronized long add(byte[] bytes, int length) throws IOException {
    long place = written + end.position();
    int taken = 0;
    while (taken < length) {
      if (!end.hasRemaining()) {
        write();
      }
      int part = Math.min(end.remaining(), length - taken);
      end.put(bytes, taken, part);
      taken += part;
    }
    return place;
  }

  /** Gives bytes back. */
  synchronized byte[] read(long place, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer into = ByteBuffer.wrap(bytes);
    FileChannel from = file;
    if (from != null && place < written) {
      into.limit((int) Math.min(length, written - place));
      while (into.hasRemaining()) {
        if (from.read(into, place + into.position()) < 0) {
          throw new EOFException("the file of what was set aside is shorter than it was written");
        }
      }
    }
    int inMemory = length - into.position();
    if (inMemory > 0) {
      int start = (int) (place + into.position() - written);
      System.arraycopy(end.array(), start, bytes, into.position(), inMemory);
    }
    return bytes;
  }

  /** The first of equal texts, such as the name of a payer, which comes with every check. */
  synchronized @Nullable String shared(@Nullable String text) {
    return text == null ? null : shared.computeIfAbsent(text, first -> first);
  }

  private void write() throws IOException {
    FileChannel to = file == null ? create() : file;
    file = to;
    end.flip();
    while (end.hasRemaining()) {
      written += to.write(end, written);
    }
    end.clear();
  }

  private FileChannel create() throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, PREFIX, null),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
