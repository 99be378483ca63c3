package org.allowable.ingest.x12;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.allowable.model.Sha256;

/** A SHA-256 of many short pieces, which are handed on together. */
final class ContentHash {

  private static final int BYTES = 1 << 12;

  private final MessageDigest digest = Sha256.digest();
  private final byte[] waiting = new byte[BYTES];
  private int length;

  /** Adds a byte. */
  void add(byte b) {
    if (length == BYTES) {
      handOn();
    }
    waiting[length++] = b;
  }

  /** Adds a part of an array. */
  void add(byte[] bytes, int from, int to) {
    int count = to - from;
    if (count > BYTES - length) {
      handOn();
    }
    if (count > BYTES) {
      digest.update(bytes, from, count);
    } else {
      System.arraycopy(bytes, from, waiting, length, count);
      length += count;
    }
  }

  /** Adds a text in UTF-8. */
  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes, 0, bytes.length);
  }

  /** The hash of all that was added; what comes after begins another. */
  byte[] end() {
    handOn();
    return digest.digest();
  }

  private void handOn() {
    digest.update(waiting, 0, length);
    length = 0;
  }
}
