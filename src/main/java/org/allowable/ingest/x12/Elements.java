package org.allowable.ingest.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a segment, counted from 1, as the bytes that were sent: most are never asked for,
 * so a text is made only when one is. Empty elements at the end are left out.
 */
final class Elements {

  /** What {@link #unscaled} gives where only the text says what is there. */
  static final long NOT_PLAIN = Long.MIN_VALUE;

  private static final int[] NO_ENDS = {};
  private static final byte[] NO_BYTES = {};
  private static final int MOST_DIGITS = 17;

  // ASCII without repetitions; else the texts are in parts.
  private final byte[] bytes;
  private final int[] ends;
  private final int component;
  private final boolean isComposite;
  private final @Nullable List<List<String>> parts;

  private Elements(
      byte[] bytes,
      int[] ends,
      int component,
      boolean isComposite,
      @Nullable List<List<String>> parts) {
    this.bytes = bytes;
    this.ends = ends;
    this.component = component;
    this.isComposite = isComposite;
    this.parts = parts;
  }

  /**
   * Takes the elements of a segment apart.
   *
   * @param token holds the segment
   * @param from where its first element begins; behind {@code to} where there is none
   * @param to where it ends
   */
  static Elements of(byte[] token, int from, int to, Delimiters by) {
    if (from > to) {
      return none();
    }
    int count = 1;
    boolean isPlain = true;
    boolean isComposite = false;
    for (int i = from; i < to; i++) {
      int b = token[i];
      if (b == (byte) by.element()) {
        count++;
      } else if (b < 0 || (b == (byte) by.repetition() && by.repetition() >= 0)) {
        isPlain = false;
      } else if (b == (byte) by.component()) {
        isComposite = true;
      }
    }
    return isPlain && by.element() < 0x80
        ? plain(token, from, to, by, count, isComposite)
        : new Elements(NO_BYTES, NO_ENDS, by.component(), true, parts(token, from, to, by));
  }

  private static Elements plain(
      byte[] token, int from, int to, Delimiters by, int count, boolean isComposite) {
    int last = to;
    int size = count;
    // The end of the last element that is not empty.
    while (size > 0 && last > from) {
      int b = token[last - 1];
      if (b == by.element()) {
        size--;
      } else if (!isBlank(b) && b != by.component()) {
        break;
      }
      last--;
    }
    if (last == from) {
      return none();
    }
    while (last < to && token[last] != by.element()) {
      last++;
    }
    byte[] own = Arrays.copyOfRange(token, from, last);
    int[] ends = new int[size];
    int element = 0;
    for (int i = 0; i < own.length; i++) {
      if (own[i] == by.element()) {
        ends[element++] = i;
      }
    }
    ends[element] = own.length;
    return new Elements(own, ends, by.component(), isComposite, null);
  }

  private static Elements none() {
    return new Elements(NO_BYTES, NO_ENDS, -1, false, null);
  }

  /** How many there are. */
  int size() {
    return parts == null ? ends.length : parts.size();
  }

  /** The text of an element; of a composite, its components with colons between. Null if empty. */
  @Nullable String text(int element) {
    if (element > size()) {
      return null;
    }
    if (isOnePart(element)) {
      return text(begin(element), ends[element - 1]);
    }
    List<String> all = parts(element);
    String text = all.size() == 1 ? all.get(0) : String.join(":", all);
    return text.isEmpty() ? null : text;
  }

  /** A component of an element; what is not composite is its own first one. Null if empty. */
  @Nullable String component(int element, int number) {
    if (element > size()) {
      return null;
    }
    if (parts != null) {
      List<String> all = parts.get(element - 1);
      String text = number > all.size() ? "" : all.get(number - 1);
      return text.isEmpty() ? null : text;
    }
    int begin = begin(element);
    int end = ends[element - 1];
    for (int left = number - 1; left > 0; left--) {
      begin = componentEnd(begin, end) + 1;
    }
    return begin > end ? null : text(begin, componentEnd(begin, end));
  }

  /** Whether the text of an element is this one of ASCII. */
  boolean is(int element, String code) {
    if (element > size()) {
      return false;
    }
    if (!isOnePart(element)) {
      return code.equals(text(element));
    }
    int begin = begin(element);
    int end = ends[element - 1];
    while (begin < end && isBlank(bytes[end - 1])) {
      end--;
    }
    while (begin < end && isBlank(bytes[begin])) {
      begin++;
    }
    boolean isSame = end - begin == code.length();
    for (int i = 0; isSame && i < code.length(); i++) {
      isSame = bytes[begin + i] == code.charAt(i);
    }
    return isSame;
  }

  /** The components of an element, without the empty ones at its end. */
  List<String> parts(int element) {
    if (parts != null) {
      return parts.get(element - 1);
    }
    List<String> all = new ArrayList<>();
    int end = ends[element - 1];
    for (int begin = begin(element); begin <= end; begin = componentEnd(begin, end) + 1) {
      String text = text(begin, componentEnd(begin, end));
      all.add(text == null ? "" : text);
    }
    return withoutEmptyEnd(all);
  }

  /**
   * A plain decimal number of at most 17 digits as a whole number of its smallest decimals.
   *
   * @param scale decimals; the number may have fewer, not more
   * @return {@link #NOT_PLAIN} for all else
   */
  long unscaled(int element, int scale) {
    if (element > size() || !isOnePart(element)) {
      return NOT_PLAIN;
    }
    int end = ends[element - 1];
    int i = begin(element);
    boolean isNegative = i < end && bytes[i] == '-';
    i += isNegative ? 1 : 0;
    if (end - i > MOST_DIGITS) {
      return NOT_PLAIN;
    }
    long number = 0;
    int digits = 0;
    int decimals = -1;
    for (; i < end; i++) {
      int b = bytes[i];
      if (b >= '0' && b <= '9') {
        number = 10 * number + (b - '0');
        digits++;
        decimals += decimals < 0 ? 0 : 1;
      } else if (b == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return NOT_PLAIN;
      }
    }
    int missing = scale - Math.max(decimals, 0);
    if (digits == 0 || missing < 0 || digits + missing > MOST_DIGITS) {
      return NOT_PLAIN;
    }
    for (; missing > 0; missing--) {
      number *= 10;
    }
    return isNegative ? -number : number;
  }

  /** Adds an element to a hash, its components with a sign between. */
  void addTo(ContentHash hash, int element, byte between) {
    if (parts != null) {
      List<String> all = parts.get(element - 1);
      for (int i = 0; i < all.size(); i++) {
        if (i > 0) {
          hash.add(between);
        }
        hash.add(all.get(i));
      }
      return;
    }
    int end = ends[element - 1];
    int pending = 0;
    for (int begin = begin(element); begin <= end; begin = componentEnd(begin, end) + 1) {
      int from = begin;
      int to = componentEnd(begin, end);
      while (from < to && isBlank(bytes[to - 1])) {
        to--;
      }
      while (from < to && isBlank(bytes[from])) {
        from++;
      }
      if (from < to) {
        for (; pending > 0; pending--) {
          hash.add(between);
        }
        hash.add(bytes, from, to);
      }
      pending++;
    }
  }

  /** Bytes of all of them, no fewer than their characters. */
  int length() {
    return parts == null && ends.length > 0 ? bytes.length : Integer.MAX_VALUE;
  }

  // Whether an element's bytes are its text, but for blanks about it.
  private boolean isOnePart(int element) {
    return parts == null && componentEnd(begin(element), ends[element - 1]) == ends[element - 1];
  }

  private int begin(int element) {
    return element == 1 ? 0 : ends[element - 2] + 1;
  }

  private int componentEnd(int begin, int end) {
    if (!isComposite) {
      return end;
    }
    int i = begin;
    while (i < end && bytes[i] != component) {
      i++;
    }
    return i;
  }

  private @Nullable String text(int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && isBlank(bytes[end - 1])) {
      end--;
    }
    while (begin < end && isBlank(bytes[begin])) {
      begin++;
    }
    return begin == end ? null : new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
  }

  // What String.strip takes away of ASCII.
  private static boolean isBlank(int b) {
    return b == ' ' || (b >= 0 && b < ' ' && Character.isWhitespace(b));
  }

  private static List<List<String>> parts(byte[] token, int from, int to, Delimiters by) {
    List<List<String>> elements = new ArrayList<>(12);
    int begin = from;
    for (int i = from; i <= to; i++) {
      if (i == to || (token[i] & 0xFF) == by.element()) {
        elements.add(components(token, begin, i, by));
        begin = i + 1;
      }
    }
    int last = elements.size();
    while (last > 0 && elements.get(last - 1).stream().allMatch(String::isEmpty)) {
      last--;
    }
    return List.copyOf(elements.subList(0, last));
  }

  // A repetition is kept as text beside the first, so that it counts in the content's hash.
  private static List<String> components(byte[] token, int begin, int end, Delimiters by) {
    List<String> parts = new ArrayList<>();
    int component = 0;
    boolean isRepeated = false;
    int from = begin;
    for (int i = begin; i <= end; i++) {
      int b = i == end ? by.component() : token[i] & 0xFF;
      if (i < end && b != by.component() && b != by.repetition()) {
        continue;
      }
      String text = decoded(token, from, i).strip();
      if (component < parts.size()) {
        parts.set(component, isRepeated ? parts.get(component) + "^" + text : text);
      } else {
        parts.add(isRepeated ? "^" + text : text);
      }
      component++;
      if (i < end && b == by.repetition()) {
        component = 0;
        isRepeated = true;
      }
      from = i + 1;
    }
    return withoutEmptyEnd(parts);
  }

  private static List<String> withoutEmptyEnd(List<String> parts) {
    while (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    return parts;
  }

  /** Bytes beyond ASCII are UTF-8 when they can be, and Latin-1 otherwise: none is refused. */
  private static String decoded(byte[] token, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (token[i] < 0) {
        return decodedBeyondAscii(token, begin, end);
      }
    }
    return new String(token, begin, end - begin, StandardCharsets.ISO_8859_1);
  }

  private static String decodedBeyondAscii(byte[] token, int begin, int end) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(token, begin, end - begin);
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return new String(token, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
  }
}
