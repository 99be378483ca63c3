package org.allowable.ingest.x12;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as this room uses it: whole for files, 32 hexadecimal digits for identities. */
final class Hashes {

  /** Hexadecimal digits of an identity: 128 bits. */
  static final int IDENTITY_DIGITS = 32;

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The identity of the content that a digest has seen. */
  static String identity(MessageDigest digest) {
    return hex(digest.digest()).substring(0, IDENTITY_DIGITS);
  }

  /** The identity of some texts in order; null and empty are the same. */
  static String identity(String... texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return identity(digest);
  }
}
