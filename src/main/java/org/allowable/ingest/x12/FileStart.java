package org.allowable.ingest.x12;

import java.io.IOException;

/** What a file begins with: the space before an interchange, or the kind of thing it is instead. */
final class FileStart {

  private FileStart() {}

  /**
   * Skips a byte order mark, blanks, line ends and control characters.
   *
   * @return the byte that comes next, or -1 at the end of the file
   */
  static int skipTo(FileBytes file, boolean isFileStart) throws IOException {
    int b = file.peek();
    if (isFileStart && b == 0xEF) {
      skipMark(file);
      b = file.peek();
    }
    while (b >= 0 && b <= ' ') {
      file.read();
      b = file.peek();
    }
    return b;
  }

  // EF BB BF. No X12 file begins with EF otherwise, so nothing is lost when the rest is not there.
  private static void skipMark(FileBytes file) throws IOException {
    file.read();
    if (file.peek() == 0xBB) {
      file.read();
    }
    if (file.peek() == 0xBF) {
      file.read();
    }
  }

  /** Why a file that begins with this byte is not an X12 file. */
  static String complaint(FileBytes file, int first) throws IOException {
    if (first < 0) {
      return "the file is empty";
    }
    return "not an X12 file: expected an ISA segment at its start, found " + kind(file, first);
  }

  private static String kind(FileBytes file, int first) throws IOException {
    file.read();
    int second = file.peek();
    if (first == '<') {
      return "a web page or XML";
    }
    // The first byte of gzip, 1F, was skipped as a control character.
    if ((first == 'P' && second == 'K') || first == 0x8B) {
      return "an archive; unpack it first";
    }
    if (first == 0xFF || first == 0xFE) {
      return "UTF-16 text; save it as plain text";
    }
    if (first == '%' && second == 'P') {
      return "a PDF";
    }
    return "something else";
  }
}
