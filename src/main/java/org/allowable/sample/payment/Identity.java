package org.allowable.sample.payment;

import org.allowable.model.Sha256;

/** Hashes that name payments and transactions. */
public final class Identity {

  private static final int DIGITS = 32;

  private Identity() {}

  /** 32 hexadecimal digits for a text, the same for the same text. */
  public static String of(String text) {
    return Sha256.of(text).substring(0, DIGITS);
  }
}
