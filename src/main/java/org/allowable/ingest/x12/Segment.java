package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One segment: its name, its place in the file and its elements, counted from 1 as X12 does. An
 * element that was not sent, or holds only spaces, is null.
 */
final class Segment {

  // X12.6 type R: no exponent, no triad separators and no plus sign; leading zeros and a point at
  // the right end "should" be left out, but are no less plain.
  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:[0-9]{1,30}\\.?[0-9]{0,30}|\\.[0-9]{1,30})");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  // Ten to the power of its place.
  private static final long[] LIMITS = new long[19];

  static {
    LIMITS[0] = 1;
    for (int i = 1; i < LIMITS.length; i++) {
      LIMITS[i] = 10 * LIMITS[i - 1];
    }
  }

  // Digits that an int holds for sure.
  private static final int SMALL = 9;
  private static final byte ELEMENT = 0x1D;
  private static final byte COMPONENT = 0x1F;
  private static final byte END = 0x1E;

  private final String tag;
  private final int index;
  private final Elements elements;

  Segment(String tag, int index, Elements elements) {
    this.tag = tag;
    this.index = index;
    this.elements = elements;
  }

  /** The segment's name, such as CLP. */
  String tag() {
    return tag;
  }

  /** Its place, counted from 1 at the start of the file. */
  int index() {
    return index;
  }

  /** How many elements were sent. */
  int size() {
    return elements.size();
  }

  /** An element's text; of a composite, its components with colons between. */
  @Nullable String text(int element) {
    return elements.text(element);
  }

  /** A component of an element; an element that is not composite is its own first component. */
  @Nullable String component(int element, int component) {
    return elements.component(element, component);
  }

  /** Whether an element is this code. */
  boolean is(int element, String code) {
    return elements.is(element, code);
  }

  /** An element that must be there. */
  String required(int element) {
    String text = text(element);
    if (text == null) {
      throw fault(element, "is missing");
    }
    return text;
  }

  /** US dollars with two decimals. */
  @Nullable BigDecimal amount(int element) {
    return decimal(element, 12, 2, "an amount");
  }

  /** US dollars that must be there. */
  BigDecimal requiredAmount(int element) {
    BigDecimal amount = amount(element);
    if (amount == null) {
      throw fault(element, "is missing: expected an amount");
    }
    return amount;
  }

  /** A count of units with up to three decimals. */
  @Nullable BigDecimal quantity(int element) {
    return decimal(element, 15, 3, "a quantity");
  }

  /** A day sent as CCYYMMDD. */
  @Nullable LocalDate date(int element) {
    String text = text(element);
    return text == null ? null : day(element, text);
  }

  /** A day sent as CCYYMMDD, or null where there is none that can be read. */
  @Nullable LocalDate dateOrNull(int element) {
    try {
      return date(element);
    } catch (QuarantineException e) {
      return null;
    }
  }

  /** US dollars, or null where there are none that can be read. */
  @Nullable BigDecimal amountOrNull(int element) {
    try {
      return amount(element);
    } catch (QuarantineException e) {
      return null;
    }
  }

  /** A whole number, or null where there is none that can be read. */
  @Nullable Integer integerOrNull(int element) {
    String text = text(element);
    try {
      return text == null ? null : Integer.valueOf(integer(element, text));
    } catch (QuarantineException e) {
      return null;
    }
  }

  /**
   * Refuses an element that is longer than any of a claim or remittance.
   *
   * @param most characters
   */
  void requireElementsUpTo(int most) {
    if (elements.length() <= most) {
      return;
    }
    for (int i = 1; i <= elements.size(); i++) {
      int length = elements.parts(i).stream().mapToInt(String::length).sum();
      if (length > most) {
        throw fault(
            i,
            String.format(
                "is %,d characters long, and no element of a claim or remittance has more than"
                    + " %,d: the file is damaged here",
                length, most));
      }
    }
  }

  /** First or last day of a period sent as D8 or RD8; {@code qualifier} says where that stands. */
  @Nullable LocalDate periodDate(int qualifier, int element, boolean last) {
    String text = text(element);
    if (text == null) {
      return null;
    }
    if (!is(qualifier, "RD8")) {
      return day(element, text);
    }
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw fault(element, "is not a period: expected CCYYMMDD-CCYYMMDD");
    }
    return day(element, ends[last ? 1 : 0]);
  }

  /** A whole number; senders write 1.00 for 1 too. */
  int integer(int element, String text) {
    if (isDigits(text) && text.length() <= SMALL) {
      return number(text, 0, text.length());
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw fault(element, "is not a whole number");
    }
    try {
      return new BigDecimal(text).intValueExact();
    } catch (ArithmeticException e) {
      throw fault(element, "is not a whole number");
    }
  }

  /** A National Provider Identifier that stands beside the qualifier XX; null for another id. */
  @Nullable String npi(int qualifier, int element) {
    return is(qualifier, "XX") ? text(element) : null;
  }

  /** A complaint about an element, which names it and never quotes it. */
  QuarantineException fault(int element, String complaint) {
    String number = element < 10 ? "0" + element : Integer.toString(element);
    return new QuarantineException(index, tag + number + " " + complaint);
  }

  /** Adds the segment to a hash, free of delimiters, outer spaces and trailing empty elements. */
  void addTo(ContentHash hash) {
    for (int i = 0; i < tag.length(); i++) {
      hash.add((byte) tag.charAt(i));
    }
    for (int i = 1; i <= elements.size(); i++) {
      hash.add(ELEMENT);
      elements.addTo(hash, i, COMPONENT);
    }
    hash.add(END);
  }

  private @Nullable BigDecimal decimal(int element, int precision, int scale, String kind) {
    long unscaled = elements.unscaled(element, scale);
    if (unscaled != Elements.NOT_PLAIN && Math.abs(unscaled) < LIMITS[precision]) {
      return BigDecimal.valueOf(unscaled, scale);
    }
    String text = text(element);
    if (text == null) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw fault(
          element,
          "is not "
              + kind
              + ": expected digits with at most one decimal point, no commas, no plus sign and no"
              + " exponent");
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    if (number.scale() > scale) {
      throw fault(element, "has more than " + scale + " decimals; nothing is rounded");
    }
    if (number.precision() - number.scale() > precision - scale) {
      throw fault(element, "is too large: expected at most " + (precision - scale) + " digits");
    }
    return number.setScale(scale);
  }

  private LocalDate day(int element, String text) {
    if (text.length() == 8 && isDigits(text)) {
      int month = number(text, 4, 6);
      int dayOfMonth = number(text, 6, 8);
      // Every month has so many days; the others are left to the calendar.
      if (month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 28) {
        return LocalDate.of(number(text, 0, 4), month, dayOfMonth);
      }
    }
    if (text.length() == 8) {
      try {
        return LocalDate.parse(text, DAY);
      } catch (DateTimeParseException e) {
        throw fault(element, "is not a day of the calendar: expected CCYYMMDD");
      }
    }
    throw fault(element, "is not a date: expected CCYYMMDD");
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static int number(String digits, int begin, int end) {
    return Integer.parseInt(digits, begin, end, 10);
  }
}
