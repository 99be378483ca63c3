package org.allowable.sample.warehouse;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.allowable.ingest.x12.PatientKey;
import org.allowable.model.Sha256;
import org.allowable.sample.practice.Patient;

/** Keyed hashes that stand for patients, by the same rule as ingestion's. */
public final class PatientKeys {

  private final byte[] key;
  private final PatientKey pseudonyms;

  /** Keys that follow from a seed: the patients are invented, so the key need not be secret. */
  public PatientKeys(long seed) {
    key = Sha256.digest().digest(("sample patient key " + seed).getBytes(StandardCharsets.UTF_8));
    pseudonyms = PatientKey.of(key);
  }

  /** The key as 64 hexadecimal digits, as the warehouse keeps it. */
  public String keyText() {
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
