package org.allowable.ingest.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a file in order, one at a time, whatever its delimiters, line ends and number of
 * interchanges. What is no segment is complained of once, and reading goes on after it.
 */
final class X12Reader implements Closeable {

  /** Bytes that a segment may have. No segment of a claim or remittance comes near. */
  static final int MOST_BYTES = 1_000_000;

  private static final byte[] HEADER = {'I', 'S', 'A'};
  private static final List<String> TRAILERS = List.of("SE", "GE", "IEA");

  // Where the separator stands in an ISA, counted from its first letter.
  private static final int HEADER_PROBE = 18;
  private static final int[] PROBED = {3, 6, 17};

  private final FileBytes file;
  private final Notices notices;
  private final Map<Integer, Integer> components;
  private @Nullable Delimiters delimiters;
  private byte[] token = new byte[1 << 10];
  private int length;
  private int segmentIndex;
  private boolean isLost;

  /**
   * A reader of a file.
   *
   * @param notices takes what is amiss and loses nothing
   * @param components the separators of components that are in use where ISA16 names another, by
   *     the number of their interchange, from 1
   */
  X12Reader(InputStream in, Notices notices, Map<Integer, Integer> components) {
    this.file = new FileBytes(in);
    this.notices = notices;
    this.components = Map.copyOf(components);
  }

  /**
   * The next segment.
   *
   * @return null at the end of the file
   * @throws QuarantineException if what follows is not a segment; the next call reads on after it,
   *     but for an ISA that does not say its delimiters, after which nothing can be read. Of kind
   *     NOT_X12 if the file does not begin with an ISA segment
   */
  @Nullable Segment next() throws IOException {
    while (true) {
      int found = FileStart.skipTo(file, segmentIndex == 0, delimiters);
      if (segmentIndex == 0 && found != 'I') {
        throw new QuarantineException(FaultKind.NOT_X12, 1, FileStart.complaint(file, found));
      }
      if (found < 0 || isLost) {
        return null;
      }
      segmentIndex++;
      boolean isEnded = readToken();
      if (isHeader()) {
        return header();
      }
      if (segmentIndex == 1) {
        throw new QuarantineException(
            FaultKind.NOT_X12, 1, "not an X12 file: expected an ISA segment at its start");
      }
      if (length == 0 && isEnded) {
        segmentIndex--;
        notices.ofPlace(segmentIndex, "an empty segment (two terminators) stands after this one");
        continue;
      }
      return segment(isEnded);
    }
  }

  /** Segments read so far, the one being read included. */
  int segmentIndex() {
    return segmentIndex;
  }

  /** The delimiters in use. */
  @Nullable Delimiters delimiters() {
    return delimiters;
  }

  /** Reads what is left and gives the hash of the whole file. */
  String fileSha256() throws IOException {
    return file.drainToSha256();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean isHeader() {
    return length == HEADER.length + 1
        && !isLetterOrDigit(token[HEADER.length] & 0xFF)
        && Arrays.equals(token, 0, HEADER.length, HEADER, 0, HEADER.length);
  }

  private Segment header() throws IOException {
    file.unread(token, length);
    isLost = true;
    InterchangeHeader isa = InterchangeHeader.read(file, segmentIndex);
    isLost = false;
    notices.beginInterchange();
    Delimiters named = isa.delimiters();
    Integer inUse = components.get(notices.interchange());
    delimiters = inUse == null ? named : named.withComponent(inUse);
    byte[] bytes = isa.bytes();
    length = 0;
    for (int i = 0; i < bytes.length - 1; i++) {
      add(bytes[i] & 0xFF);
    }
    // ISA11 and ISA16 hold the delimiters themselves, so the header is split by elements alone.
    Segment segment = split(new Delimiters(named.element(), -1, -1, -1));
    if (!isa.hasFixedLength()) {
      notices.ofInterchange(
          segmentIndex, "ISA is not padded to its fixed length of 106 characters");
    }
    if (inUse != null) {
      notices.ofInterchange(
          segmentIndex, "the component separator in use is not the one that ISA16 names");
    }
    return segment;
  }

  /**
   * Reads to the end of a segment, or the first four bytes of an ISA.
   *
   * @return whether its terminator was there
   */
  private boolean readToken() throws IOException {
    length = 0;
    Delimiters known = delimiters;
    if (known != null && readWithin(known)) {
      return true;
    }
    long size = length;
    for (int b = file.read(); b >= 0; b = file.read()) {
      if (known != null && b == known.terminator()) {
        refuseTooLong(size);
        return true;
      }
      if (b >= ' ' || (known != null && known.contain(b)) || mayBeSeparator(b)) {
        size++;
        if (size <= MOST_BYTES) {
          add(b);
        }
        if (isHeader() || (known == null && length > HEADER.length)) {
          return true;
        }
        if (endsWithHeader()) {
          length -= HEADER_PROBE;
          file.unread(Arrays.copyOfRange(token, length, length + HEADER_PROBE), HEADER_PROBE);
          return false;
        }
      }
    }
    refuseTooLong(size);
    return false;
  }

  /**
   * Reads a segment as far as it was read ahead and is neither long nor near the letters ISA: that
   * is nearly all of a file.
   *
   * @return whether its terminator was there; if not, what was read is of the segment
   */
  private boolean readWithin(Delimiters known) {
    byte[] ahead = file.ahead();
    int terminator = known.terminator();
    int to = Math.min(file.to(), file.from() + token.length);
    int i = file.from();
    int count = 0;
    boolean isEnded = false;
    boolean isPlain = true;
    while (i < to && isPlain && !isEnded) {
      int b = ahead[i] & 0xFF;
      isEnded = b == terminator;
      isPlain = b != 'A' || count < 2 || token[count - 1] != 'S' || token[count - 2] != 'I';
      if (!isEnded && isPlain) {
        if (b >= ' ' || known.contain(b)) {
          token[count++] = (byte) b;
        }
        i++;
      }
    }
    length = count;
    file.skipTo(isEnded ? i + 1 : i);
    return isEnded;
  }

  // After the letters ISA any byte but a line end may be the separator.
  private boolean mayBeSeparator(int b) {
    return length == HEADER.length
        && b != '\r'
        && b != '\n'
        && b != 0
        && Arrays.equals(token, 0, HEADER.length, HEADER, 0, HEADER.length);
  }

  // A file that was cut off, with another behind it: ISA, its separator, and that at its places.
  // All of ISA01's codes begin with 0; what follows a name that ends in ISA does not.
  private boolean endsWithHeader() {
    int begin = length - HEADER_PROBE;
    if (begin <= 0 || token[begin] != 'I' || token[begin + 1] != 'S' || token[begin + 2] != 'A') {
      return false;
    }
    byte separator = token[begin + PROBED[0]];
    return !isLetterOrDigit(separator & 0xFF)
        && token[begin + PROBED[0] + 1] == '0'
        && token[begin + PROBED[1]] == separator
        && token[begin + PROBED[2]] == separator;
  }

  private void refuseTooLong(long size) {
    if (size > MOST_BYTES) {
      throw new QuarantineException(
          segmentIndex,
          "a segment is "
              + String.format("%,d", size)
              + " characters long, and none has more than "
              + String.format("%,d", MOST_BYTES)
              + ": the segment terminator that ISA names is not the one in use, or the file is"
              + " damaged");
    }
  }

  private void add(int b) {
    if (length == token.length) {
      token = Arrays.copyOf(token, 2 * length);
    }
    token[length++] = (byte) b;
  }

  private Segment segment(boolean isEnded) {
    Delimiters known = delimiters;
    if (known == null) {
      throw notASegment();
    }
    Segment read = split(known);
    if (!isTag(read.tag())) {
      throw notASegment();
    }
    if (!isEnded) {
      if (!TRAILERS.contains(read.tag())) {
        // A word alone, such as one that marks the end, has lost nothing of its own.
        throw new QuarantineException(
            read.size() == 0 ? FaultKind.ENVELOPE : FaultKind.CUT_OFF,
            segmentIndex,
            "the file ends within this segment: it was cut off");
      }
      notices.ofPlace(segmentIndex, "the file ends without a terminator after this segment");
    }
    return read;
  }

  private QuarantineException notASegment() {
    return new QuarantineException(
        FaultKind.ENVELOPE,
        segmentIndex,
        "this is not a segment of letters and digits between delimiters");
  }

  private static boolean isTag(String tag) {
    boolean isWord = tag.length() == 2 || tag.length() == 3;
    for (int i = 0; isWord && i < tag.length(); i++) {
      isWord = isLetterOrDigit(tag.charAt(i));
    }
    return isWord && Character.isLetter(tag.charAt(0));
  }

  private Segment split(Delimiters by) {
    int end = 0;
    while (end < length && (token[end] & 0xFF) != by.element()) {
      end++;
    }
    String tag = SegmentTags.of(token, end);
    // What has no name has no elements.
    int from = tag.isEmpty() ? length + 1 : end + 1;
    return new Segment(tag, segmentIndex, Elements.of(token, from, length, by));
  }

  private static boolean isLetterOrDigit(int b) {
    return b < 0x80 && Character.isLetterOrDigit(b);
  }
}
