package org.allowable.ingest.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as the bytes of UTF-8. */
final class RecodedStream extends InputStream {

  private final Reader text;
  private final char[] characters = new char[1 << 13];
  private byte[] bytes = {};
  private int next;
  // The first half of a character that the second half has not followed yet.
  private int kept;

  RecodedStream(InputStream in, Charset charset) {
    this.text = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, into, offset, count);
    next += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (next == bytes.length) {
      int count = text.read(characters, kept, characters.length - kept);
      if (count < 0 && kept == 0) {
        return false;
      }
      int end = kept + Math.max(0, count);
      kept = count > 0 && Character.isHighSurrogate(characters[end - 1]) ? 1 : 0;
      bytes = new String(characters, 0, end - kept).getBytes(StandardCharsets.UTF_8);
      next = 0;
      characters[0] = characters[end - 1];
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
