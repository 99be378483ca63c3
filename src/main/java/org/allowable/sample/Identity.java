package org.allowable.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    return HexFormat.of().formatHex(sha256(text));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
