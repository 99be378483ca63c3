package org.allowable.model;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The text of a file that a spreadsheet saved: UTF-8, perhaps with a byte order mark before it.
 * Reading throws {@link InputException} where the file is in another encoding.
 */
public final class Utf8Text extends FilterReader {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path file;

  private Utf8Text(Path file, InputStream bytes) {
    super(
        new PushbackReader(
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))));
    this.file = file;
  }

  /**
   * Opens a file and passes over its byte order mark.
   *
   * @throws InputException if it starts in another encoding
   * @throws IOException if it cannot be read
   */
  public static Reader open(Path file) throws IOException {
    return open(file, Files.newInputStream(file));
  }

  /**
   * Opens a file packed with gzip and passes over its byte order mark.
   *
   * @throws InputException if it starts in another encoding
   * @throws IOException if it cannot be read or is not packed
   */
  public static Reader openPacked(Path file) throws IOException {
    InputStream packed = Files.newInputStream(file);
    try {
      return open(file, new GZIPInputStream(packed));
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  private static Reader open(Path file, InputStream bytes) throws IOException {
    Utf8Text text = new Utf8Text(file, bytes);
    try {
      int first = text.read();
      if (first >= 0 && first != BYTE_ORDER_MARK) {
        ((PushbackReader) text.in).unread(first);
      }
      return text;
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    try {
      int count = super.read(into, offset, length);
      for (int i = offset; i < offset + count; i++) {
        // UTF-16 without a mark is UTF-8 to a decoder: every other character is a null.
        if (into[i] == '\0') {
          throw otherEncoding(new CharacterCodingException());
        }
      }
      return count;
    } catch (CharacterCodingException e) {
      throw otherEncoding(e);
    }
  }

  private InputException otherEncoding(CharacterCodingException cause) {
    return new InputException(
        file
            + " is not UTF-8 text: found another encoding. Save it as \"CSV UTF-8\" and run again.",
        cause);
  }
}
