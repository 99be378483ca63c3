package org.allowable.ingest.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.allowable.model.Sha256;

/**
 * A file's bytes one by one, with the SHA-256 of those read so far. Text that was saved as UTF-16,
 * which a byte order mark says, is given as UTF-8.
 */
final class FileBytes implements Closeable {

  private static final int MARK = 2;

  private final MessageDigest digest = Sha256.digest();
  private final PushbackInputStream raw;
  private InputStream in;
  private boolean isBegun;
  private byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;

  FileBytes(InputStream in) {
    this.raw = new PushbackInputStream(new DigestInputStream(in, digest), MARK);
    this.in = raw;
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
      begin();
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next == end ? -1 : buffer[next] & 0xFF;
  }

  /** Bytes that were read ahead: those from {@link #from} to {@link #to} come next. */
  byte[] ahead() {
    return buffer;
  }

  /** Where the next byte is among those read ahead. */
  int from() {
    return next;
  }

  /** Where those read ahead end; at {@link #from} where none are. */
  int to() {
    return end;
  }

  /** Passes over bytes that were read ahead. */
  void skipTo(int place) {
    next = place;
  }

  /** Puts bytes back, to be read next. */
  void unread(byte[] bytes, int length) {
    int left = end - next;
    byte[] all = new byte[Math.max(buffer.length, length + left)];
    System.arraycopy(bytes, 0, all, 0, length);
    System.arraycopy(buffer, next, all, length, left);
    buffer = all;
    next = 0;
    end = length + left;
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
    raw.close();
  }

  private void begin() throws IOException {
    if (isBegun) {
      return;
    }
    isBegun = true;
    byte[] mark = raw.readNBytes(MARK);
    if (isMark(mark, 0xFF, 0xFE)) {
      in = new RecodedStream(raw, StandardCharsets.UTF_16LE);
    } else if (isMark(mark, 0xFE, 0xFF)) {
      in = new RecodedStream(raw, StandardCharsets.UTF_16BE);
    } else {
      raw.unread(mark);
    }
  }

  private static boolean isMark(byte[] bytes, int first, int second) {
    return Arrays.equals(bytes, new byte[] {(byte) first, (byte) second});
  }
}
