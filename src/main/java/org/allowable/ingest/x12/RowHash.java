package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hashes of what rows say, one after the other: the first 128 bits of a SHA-256. */
final class RowHash {

  // A number of no more decimals is never written with an exponent.
  private static final int PLAIN_SCALE = 6;

  private final ContentHash content = new ContentHash();

  /** Adds a value: null is as good as an empty text, and 1.50 as 1.5. */
  RowHash add(@Nullable Object value) {
    if (value instanceof List<?> list) {
      for (Object each : list) {
        add(each);
      }
      content.add((byte) 1);
    } else if (value instanceof Object[] struct) {
      for (Object each : struct) {
        add(each);
      }
      content.add((byte) 2);
    } else {
      if (value instanceof BigDecimal number) {
        content.add(text(number));
      } else if (value != null) {
        content.add(value.toString());
      }
      content.add((byte) 0);
    }
    return this;
  }

  /** The hash of what was added since the last one: two numbers of 64 bits. */
  ByteBuffer end() {
    return ByteBuffer.wrap(content.end());
  }

  private static String text(BigDecimal number) {
    if (number.scale() <= 0 || number.scale() > PLAIN_SCALE) {
      return number.stripTrailingZeros().toPlainString();
    }
    String text = number.toString();
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
