package org.allowable.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes that stand for patients, by the same rule as ingestion's. */
final class PatientKeys {

  private static final int DIGITS = 32;

  private final byte[] key;
  private final Mac mac;

  /** Keys that follow from a seed: the patients are invented, so the key need not be secret. */
  PatientKeys(long seed) {
    key = Identity.sha256("sample patient key " + seed);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  /** The key in hexadecimal, as the warehouse keeps it. */
  String keyText() {
    return HexFormat.of().formatHex(key);
  }

  /** The hash of a patient. */
  String of(Patient patient) {
    String identity =
        (patient.last()
                + "|"
                + patient.first()
                + "|"
                + patient.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE))
            .toUpperCase(Locale.ROOT);
    byte[] hash = mac.doFinal(("patient:" + identity).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, DIGITS);
  }
}
