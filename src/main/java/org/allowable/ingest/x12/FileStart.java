package org.allowable.ingest.x12;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a file begins with: the space before an interchange, or the kind of thing it is instead. */
final class FileStart {

  private FileStart() {}

  /**
   * Skips a byte order mark, blanks, line ends and control characters, but for the delimiters in
   * use.
   *
   * @return the byte that comes next, or -1 at the end of the file
   */
  static int skipTo(FileBytes file, boolean isFileStart, @Nullable Delimiters inUse)
      throws IOException {
    int b = file.peek();
    if (isFileStart && b == 0xEF) {
      skipMark(file);
      b = file.peek();
    }
    while (b >= 0 && b <= ' ' && (isLineEnd(b) || inUse == null || !inUse.contain(b))) {
      file.read();
      b = file.peek();
    }
    return b;
  }

  // Where the terminator is CR or LF, a blank line is no segment.
  private static boolean isLineEnd(int b) {
    return b == '\r' || b == '\n';
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

  /** Why a file that begins with this byte is not an X12 file, and what to do. */
  static String complaint(FileBytes file, int first) throws IOException {
    if (first < 0) {
      return "the file is empty; download it again";
    }
    return "not an X12 file: expected an ISA segment at its start, found " + kind(file, first);
  }

  private static String kind(FileBytes file, int first) throws IOException {
    file.read();
    int second = file.peek();
    if (first == '<') {
      return "a web page or XML; download the remittance itself";
    }
    if (first == 'P' && second == 'K') {
      return "an Office document or an archive of another kind; take it out of the folder";
    }
    if (first == '%' && second == 'P') {
      return "a PDF; download the 835 of the same check";
    }
    if (first == '{' || first == '[') {
      return "JSON; export the claims or remittances as X12";
    }
    return "something else; take it out of the folder";
  }
}
