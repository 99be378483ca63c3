package org.allowable.model;

/**
 * Whom a claim is about, as the practice's own files say it. Held while a file is written, and
 * never kept.
 *
 * @param name last name, first name
 * @param memberId as the payer knows it; empty where not sent
 * @param taxId of the billing provider; empty where not sent
 */
public record ClaimPatient(String name, String memberId, String taxId) {

  // No name comes into a message by accident.
  @Override
  public String toString() {
    return "a patient";
  }
}
