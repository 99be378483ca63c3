package org.allowable.sample;

import java.nio.charset.StandardCharsets;
import org.allowable.model.Sha256;

/** Hashes that name payments, transactions and files. */
final class Identity {

  private static final int DIGITS = 32;

  private Identity() {}

  /** 32 hexadecimal digits for a text. */
  static String of(String text) {
    return hex(text).substring(0, DIGITS);
  }

  /** 64 hexadecimal digits for a text. */
  static String hex(String text) {
    return Sha256.of(text);
  }

  static byte[] sha256(String text) {
    return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
