package org.allowable.ingest.x12;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns who a patient is into a pseudonym that is the same for the same patient in one warehouse
 * and cannot be looked up without the warehouse's key: HMAC-SHA-256, the first 128 bits in
 * hexadecimal. It keeps names out of reports; it does not make data anonymous.
 */
public final class PatientKey {

  /** Bytes that a key must have at least. */
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final String DOMAIN = "patient:";

  private final Mac mac;

  private PatientKey(SecretKeySpec key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /**
   * With a key.
   *
   * @throws IllegalArgumentException if it is shorter than {@link #KEY_BYTES}
   */
  public static PatientKey of(byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException("A patient key has at least " + KEY_BYTES + " bytes");
    }
    return new PatientKey(new SecretKeySpec(key, ALGORITHM));
  }

  /**
   * The pseudonym of a person by name and birth.
   *
   * @param last last name, in any case
   * @param first first name, in any case; empty where none was sent
   * @param birthDate CCYYMMDD
   * @return 32 hexadecimal digits
   */
  public String of(String last, String first, String birthDate) {
    return pseudonym(upper(last) + "|" + upper(first) + "|" + birthDate);
  }

  /** The pseudonym of a member of whom no name or no birth date was sent. */
  public String ofMember(String memberId) {
    return pseudonym("member:" + memberId);
  }

  private synchronized String pseudonym(String who) {
    byte[] code = mac.doFinal((DOMAIN + who).getBytes(StandardCharsets.UTF_8));
    return Hashes.hex(code).substring(0, Hashes.IDENTITY_DIGITS);
  }

  private static String upper(String name) {
    return name.strip().toUpperCase(Locale.ROOT);
  }
}
