package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hashes of what rows say, one after the other: the first 128 bits of a SHA-256. */
final class RowHash {

  // What stands before a value, so that no two rows are the same bytes.
  private static final byte NONE = 0;
  private static final byte TEXT = 1;
  private static final byte NUMBER = 2;
  private static final byte LONG_NUMBER = 3;
  private static final byte LIST = 4;
  private static final byte STRUCT = 5;
  private static final int MOST_SHORT_BITS = 63;

  private final ContentHash content = new ContentHash();

  /** Adds a value: null is as good as an empty text, and 1.50 as 1.5. */
  RowHash add(@Nullable Object value) {
    if (value instanceof String text) {
      addText(text);
    } else if (value == null) {
      content.add(NONE);
    } else if (value instanceof BigDecimal number) {
      addDecimal(number);
    } else if (value instanceof Integer number) {
      addNumber(NUMBER, number);
    } else if (value instanceof LocalDate day) {
      addNumber(NUMBER, day.toEpochDay());
    } else if (value instanceof Boolean is) {
      addNumber(NUMBER, is ? 1 : 0);
    } else if (value instanceof Object[] struct) {
      addNumber(STRUCT, struct.length);
      for (Object each : struct) {
        add(each);
      }
    } else if (value instanceof List<?> list) {
      addNumber(LIST, list.size());
      for (Object each : list) {
        add(each);
      }
    } else {
      addText(value.toString());
    }
    return this;
  }

  /** The hash of what was added since the last one: two numbers of 64 bits. */
  ByteBuffer end() {
    return ByteBuffer.wrap(content.end());
  }

  private void addText(String text) {
    if (text.isEmpty()) {
      content.add(NONE);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    addNumber(TEXT, bytes.length);
    content.add(bytes, 0, bytes.length);
  }

  private void addDecimal(BigDecimal number) {
    BigInteger digits = number.unscaledValue();
    if (digits.bitLength() > MOST_SHORT_BITS || number.scale() < 0) {
      content.add(LONG_NUMBER);
      addText(number.stripTrailingZeros().toString());
      return;
    }
    long left = digits.longValue();
    int scale = number.scale();
    while (scale > 0 && left % 10 == 0) {
      left /= 10;
      scale--;
    }
    addNumber(NUMBER, left);
    content.add((byte) scale);
  }

  // Seven bits a byte, the lowest first.
  private void addNumber(byte kind, long number) {
    content.add(kind);
    long left = number;
    while ((left & ~0x7FL) != 0) {
      content.add((byte) (left | 0x80));
      left >>>= 7;
    }
    content.add((byte) left);
  }
}
