package org.allowable.ingest.x12;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An ISA segment, which names the delimiters of its interchange by where they stand.
 *
 * @param bytes the segment with its terminator
 * @param hasFixedLength whether its elements are padded to the 106 characters of the standard
 */
// Never compared; handed on as it was read.
@SuppressWarnings("ArrayRecordComponent")
record InterchangeHeader(byte[] bytes, Delimiters delimiters, boolean hasFixedLength) {

  private static final int FIXED_LENGTH = 106;
  private static final int MOST_LENGTH = 512;
  private static final int ELEMENTS = 16;
  private static final int REPETITION = 11;
  private static final int VERSION = 12;
  // From 00402 on ISA11 is the repetition separator; before, a code of the standards' owner.
  private static final String FIRST_WITH_REPETITION = "00402";
  private static final int[] FIXED_PLACES = {
    3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103
  };

  /**
   * Reads the segment, whose first bytes are {@code ISA} and its separator.
   *
   * @param segmentIndex its place in the file
   * @throws QuarantineException if it does not say what the delimiters are
   */
  static InterchangeHeader read(FileBytes file, int segmentIndex) throws IOException {
    byte[] bytes = new byte[MOST_LENGTH];
    int[] begins = new int[ELEMENTS + 1];
    int length = 0;
    int elements = 0;
    int separator = -1;
    // ISA16 is one character; the terminator is whatever follows, a line end too.
    while (elements < ELEMENTS || length < begins[ELEMENTS] + 2) {
      int b = file.read();
      if (b < 0) {
        throw new QuarantineException(
            FaultKind.HEADER, segmentIndex, "the file ends within its ISA segment: it was cut off");
      }
      boolean isTerminator = elements == ELEMENTS && length == begins[ELEMENTS] + 1;
      // Files wrapped at 80 columns have a line end within ISA; it is not data.
      boolean isDelimiter = length == 3 || elements == ELEMENTS;
      if (b < ' ' && !isTerminator && b != separator && (!isDelimiter || isLineEnd(b))) {
        continue;
      }
      if (length == MOST_LENGTH) {
        throw unreadable(segmentIndex, "ISA does not have sixteen elements");
      }
      bytes[length++] = (byte) b;
      if (length == 4) {
        separator = b;
      }
      if (b == separator && elements < ELEMENTS) {
        elements++;
        begins[elements] = length;
      }
    }
    byte[] exact = Arrays.copyOf(bytes, length);
    return of(exact, begins, segmentIndex);
  }

  private static InterchangeHeader of(byte[] bytes, int[] begins, int segmentIndex) {
    int separator = bytes[3] & 0xFF;
    int component = bytes[bytes.length - 2] & 0xFF;
    int terminator = bytes[bytes.length - 1] & 0xFF;
    if (isLetterOrDigit(terminator)
        || isLetterOrDigit(separator)
        || component == terminator
        || separator == terminator) {
      throw unreadable(
          segmentIndex, "ISA names delimiters that cannot be told from data or from each other");
    }
    String version = text(bytes, begins, VERSION);
    String repetition = text(bytes, begins, REPETITION);
    boolean repeats =
        version.compareTo(FIRST_WITH_REPETITION) >= 0
            && repetition.length() == 1
            && !isLetterOrDigit(repetition.charAt(0))
            && repetition.charAt(0) != ' ';
    return new InterchangeHeader(
        bytes,
        new Delimiters(separator, component, repeats ? repetition.charAt(0) : -1, terminator),
        isFixed(bytes, separator));
  }

  private static String text(byte[] bytes, int[] begins, int element) {
    int begin = begins[element];
    int end = begins[element + 1] - 1;
    return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
  }

  private static boolean isFixed(byte[] bytes, int separator) {
    if (bytes.length != FIXED_LENGTH) {
      return false;
    }
    for (int place : FIXED_PLACES) {
      if ((bytes[place] & 0xFF) != separator) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(int b) {
    return b == '\r' || b == '\n' || b == 0;
  }

  private static boolean isLetterOrDigit(int b) {
    return b < 0x80 && Character.isLetterOrDigit(b);
  }

  private static QuarantineException unreadable(int segmentIndex, String reason) {
    return new QuarantineException(
        FaultKind.HEADER, segmentIndex, reason + ": nothing after it can be read");
  }
}
