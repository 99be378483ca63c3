package org.allowable.ingest.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of one interchange, from ISA to the end of IEA. The parser reads ahead, and does not
 * take an interchange with other delimiters in the same stream, so each gets a stream of its own.
 */
final class InterchangeStream extends InputStream {

  private static final int ISA_LENGTH = 106;
  private static final int[] SEPARATORS = {
    3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103
  };
  private static final byte[] NAME = "ISA".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRAILER = "IEA".getBytes(StandardCharsets.US_ASCII);

  private final FileBytes file;
  private final byte[] header;
  private int delivered;
  private final int terminator;
  private final int separator;
  // Letters of IEA seen since the segment began; -1 when this is another segment.
  private int matched = -1;
  private boolean inTrailer;
  private boolean done;
  private boolean isTruncated;

  /**
   * Reads the ISA segment.
   *
   * @param segmentIndex its place in the file
   * @throws QuarantineException if it is not an ISA of the fixed length
   */
  InterchangeStream(FileBytes file, int segmentIndex) throws IOException {
    this.file = file;
    this.header = header(file, segmentIndex);
    this.separator = header[3] & 0xFF;
    this.terminator = header[ISA_LENGTH - 1] & 0xFF;
    refuseWrongLength(segmentIndex);
  }

  /** Whether the file ended before the interchange did. */
  boolean isTruncated() {
    return isTruncated;
  }

  // Files wrapped at 80 columns have a line end within ISA; it is not data.
  private static byte[] header(FileBytes file, int segmentIndex) throws IOException {
    byte[] header = new byte[ISA_LENGTH];
    for (int i = 0; i < ISA_LENGTH; i++) {
      int b = file.read();
      while ((b == '\r' || b == '\n') && i < ISA_LENGTH - 1) {
        b = file.read();
      }
      if (i < NAME.length && b != NAME[i]) {
        throw new QuarantineException(
            segmentIndex, "not an X12 file: expected an ISA segment, found something else");
      }
      if (b < 0) {
        throw new QuarantineException(
            segmentIndex, "the file ends within its ISA segment: it was cut off");
      }
      header[i] = (byte) b;
    }
    return header;
  }

  private void refuseWrongLength(int segmentIndex) {
    boolean[] expected = new boolean[ISA_LENGTH];
    for (int place : SEPARATORS) {
      expected[place] = true;
    }
    for (int i = 3; i < ISA_LENGTH; i++) {
      if (expected[i] != ((header[i] & 0xFF) == separator)) {
        throw new QuarantineException(
            segmentIndex,
            "ISA does not have the fixed length of 106 characters: expected its elements padded"
                + " to their lengths");
      }
    }
    int component = header[ISA_LENGTH - 2] & 0xFF;
    if (Character.isLetterOrDigit(terminator)
        || Character.isLetterOrDigit(separator)
        || component == terminator) {
      throw new QuarantineException(
          segmentIndex, "ISA names delimiters that cannot be told from data or from each other");
    }
  }

  @Override
  public int read() throws IOException {
    if (delivered < ISA_LENGTH) {
      return header[delivered++] & 0xFF;
    }
    if (done) {
      return -1;
    }
    int b = file.read();
    if (b < 0) {
      done = true;
      isTruncated = true;
      return -1;
    }
    follow(b);
    return b;
  }

  private void follow(int b) {
    if (b == terminator) {
      done = inTrailer;
      matched = 0;
    } else if (matched == TRAILER.length && b == separator) {
      inTrailer = true;
      matched = -1;
    } else if (matched >= 0 && b > ' ') {
      matched = matched < TRAILER.length && b == TRAILER[matched] ? matched + 1 : -1;
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int b = read();
      if (b < 0) {
        break;
      }
      into[offset + count++] = (byte) b;
    }
    return count == 0 && length > 0 ? -1 : count;
  }
}
