package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
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

  private static final byte ELEMENT = 0x1D;
  private static final byte COMPONENT = 0x1F;
  private static final byte END = 0x1E;

  private final String tag;
  private final int index;
  private final List<List<String>> elements;

  Segment(String tag, int index, List<List<String>> elements) {
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
    if (element > elements.size()) {
      return null;
    }
    List<String> parts = elements.get(element - 1);
    String text = parts.size() == 1 ? parts.get(0) : String.join(":", parts);
    return text.isEmpty() ? null : text;
  }

  /** A component of an element; an element that is not composite is its own first component. */
  @Nullable String component(int element, int component) {
    if (element > elements.size() || component > elements.get(element - 1).size()) {
      return null;
    }
    String text = elements.get(element - 1).get(component - 1);
    return text.isEmpty() ? null : text;
  }

  /** Whether an element is this code. */
  boolean is(int element, String code) {
    return code.equals(text(element));
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
    for (int i = 1; i <= elements.size(); i++) {
      int length = elements.get(i - 1).stream().mapToInt(String::length).sum();
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
  void addTo(MessageDigest digest) {
    digest.update(tag.getBytes(StandardCharsets.UTF_8));
    int last = elements.size();
    while (last > 0 && text(last) == null) {
      last--;
    }
    for (List<String> parts : elements.subList(0, last)) {
      digest.update(ELEMENT);
      addComponents(digest, parts);
    }
    digest.update(END);
  }

  private static void addComponents(MessageDigest digest, List<String> parts) {
    int last = parts.size();
    while (last > 1 && parts.get(last - 1).isEmpty()) {
      last--;
    }
    for (int i = 0; i < last; i++) {
      if (i > 0) {
        digest.update(COMPONENT);
      }
      digest.update(parts.get(i).getBytes(StandardCharsets.UTF_8));
    }
  }

  private @Nullable BigDecimal decimal(int element, int precision, int scale, String kind) {
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
    if (text.length() == 8) {
      try {
        return LocalDate.parse(text, DAY);
      } catch (DateTimeParseException e) {
        throw fault(element, "is not a day of the calendar: expected CCYYMMDD");
      }
    }
    throw fault(element, "is not a date: expected CCYYMMDD");
  }
}
