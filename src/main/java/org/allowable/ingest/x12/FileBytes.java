package org.allowable.ingest.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.allowable.model.Sha256;

/** A file's bytes one by one, with the SHA-256 of those read so far. */
final class FileBytes implements Closeable {

  private final InputStream in;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;

  FileBytes(InputStream in) {
    this.in = in;
  }

  /** The next byte, or -1 at the end. */
  int read() throws IOException {
    int b = peek();
    if (b >= 0) {
      next++;
    }
    return b;
  }

  /** The next byte, which stays the next byte, or -1 at the end. */
  int peek() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
      digest.update(buffer, 0, end);
    }
    return next == end ? -1 : buffer[next] & 0xFF;
  }

  /** Reads the rest. */
  String drainToSha256() throws IOException {
    do {
      next = end;
    } while (peek() >= 0);
    return Sha256.of(digest);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
