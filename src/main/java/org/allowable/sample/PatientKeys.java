package org.allowable.sample;

import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.allowable.ingest.x12.PatientKey;

/** Keyed hashes that stand for patients, by the same rule as ingestion's. */
final class PatientKeys {

  private final byte[] key;
  private final PatientKey pseudonyms;

  /** Keys that follow from a seed: the patients are invented, so the key need not be secret. */
  PatientKeys(long seed) {
    key = Identity.sha256("sample patient key " + seed);
    pseudonyms = PatientKey.of(key);
  }

  /** The key in hexadecimal, as the warehouse keeps it. */
  String keyText() {
    return HexFormat.of().formatHex(key);
  }

  /** The hash of a patient, by the rule of ingestion. */
  String of(Patient patient) {
    return pseudonyms.of(
        patient.last(),
        patient.first(),
        patient.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE));
  }
}
