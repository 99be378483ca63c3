package org.allowable.ingest.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a file in order, one at a time, whatever its delimiters, line ends and number of
 * interchanges. The only place that sees the parser.
 */
final class X12Reader implements Closeable {

  private final EDIInputFactory factory = EDIInputFactory.newFactory();
  private final FileBytes file;
  private @Nullable InterchangeStream interchange;
  private @Nullable EDIStreamReader parser;
  private int segmentIndex;

  X12Reader(InputStream in) {
    file = new FileBytes(in);
    // Envelope checks that explain themselves to a person, so the parser's own. And line ends
    // within a segment are not data.
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
  }

  /**
   * The next segment.
   *
   * @return null at the end of the file
   * @throws QuarantineException if what follows is not a segment
   */
  @Nullable Segment next() throws IOException {
    EDIStreamReader current = parser;
    if (current == null) {
      current = nextInterchange();
      if (current == null) {
        return null;
      }
    }
    try {
      return segment(current);
    } catch (EDIStreamException e) {
      throw broken();
    }
  }

  /** Segments read so far, the one being read included. */
  int segmentIndex() {
    return segmentIndex;
  }

  /** Reads what is left and gives the hash of the whole file. */
  String fileSha256() throws IOException {
    return file.drainToSha256();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private @Nullable EDIStreamReader nextInterchange() throws IOException {
    int found = FileStart.skipTo(file, segmentIndex == 0);
    if (found < 0 && segmentIndex > 0) {
      return null;
    }
    if (found != 'I') {
      throw new QuarantineException(
          segmentIndex + 1,
          segmentIndex == 0
              ? FileStart.complaint(file, found)
              : "after the end of an interchange (IEA) stands something that is not an ISA"
                  + " segment");
    }
    interchange = new InterchangeStream(file, segmentIndex + 1);
    try {
      // One byte, one character: nothing is refused for its encoding, see decoded().
      parser = factory.createEDIStreamReader(interchange, StandardCharsets.ISO_8859_1.name());
    } catch (EDIStreamException e) {
      throw broken();
    }
    return parser;
  }

  private @Nullable Segment segment(EDIStreamReader from) throws EDIStreamException {
    String tag = "";
    List<List<String>> elements = List.of();
    while (from.hasNext()) {
      EDIStreamEvent event = from.next();
      if (event == EDIStreamEvent.START_SEGMENT) {
        segmentIndex++;
        tag = from.getText();
        elements = new ArrayList<>(12);
      } else if (event == EDIStreamEvent.ELEMENT_DATA) {
        add(elements, from);
      } else if (event == EDIStreamEvent.END_SEGMENT) {
        if (tag.equals("IEA")) {
          parser = null;
        }
        return new Segment(tag, segmentIndex, elements);
      }
    }
    throw broken();
  }

  private static void add(List<List<String>> elements, EDIStreamReader from) {
    Location at = from.getLocation();
    int element = at.getElementPosition();
    int component = Math.max(1, at.getComponentPosition());
    while (elements.size() < element) {
      elements.add(List.of());
    }
    List<String> parts = elements.get(element - 1);
    String text = decoded(from.getText()).strip();
    if (parts.isEmpty() && component == 1) {
      elements.set(element - 1, List.of(text));
      return;
    }
    List<String> all = new ArrayList<>(parts);
    while (all.size() < component) {
      all.add("");
    }
    // A repetition: kept as text, so that it counts in the content's hash.
    String before = all.get(component - 1);
    all.set(component - 1, at.getElementOccurrence() > 1 ? before + "^" + text : text);
    elements.set(element - 1, all);
  }

  /** Bytes beyond ASCII are UTF-8 when they can be, and Latin-1 otherwise. */
  private static String decoded(String latin) {
    for (int i = 0; i < latin.length(); i++) {
      if (latin.charAt(i) > 0x7F) {
        return utf8(latin);
      }
    }
    return latin;
  }

  private static String utf8(String latin) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return latin;
    }
  }

  private QuarantineException broken() {
    boolean isTruncated = interchange != null && interchange.isTruncated();
    return new QuarantineException(
        Math.max(1, segmentIndex),
        isTruncated
            ? "the file ends before its interchange does (no complete IEA segment): it was cut off"
            : "after this segment stands something that is not a segment of letters and digits"
                + " between delimiters");
  }
}
