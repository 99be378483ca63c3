package org.allowable.ingest.x12;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.allowable.model.Sha256;

/** Identities of this room: the first 32 hexadecimal digits of a SHA-256. */
final class Hashes {

  /** Hexadecimal digits of an identity: 128 bits. */
  static final int IDENTITY_DIGITS = 32;

  private Hashes() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The identity of the content that a hash has seen. */
  static String identity(ContentHash content) {
    return hex(content.end()).substring(0, IDENTITY_DIGITS);
  }

  /** The identity of some texts in order; null and empty are the same. */
  static String identity(String... texts) {
    MessageDigest digest = Sha256.digest();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return Sha256.of(digest).substring(0, IDENTITY_DIGITS);
  }
}
