package org.allowable.ingest.x12;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.allowable.ingest.parquet.PrivateFiles;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** The file that holds a warehouse's patient key: one line of hexadecimal digits. */
public final class PatientKeyFile {

  /** Its name in a warehouse. */
  public static final String NAME = "patient-key";

  private PatientKeyFile() {}

  /**
   * Reads the key of a warehouse, and makes one for a warehouse that has none.
   *
   * @param warehouse the folder, which is there
   * @param other a key file to use instead, or null
   * @param hasClaims whether the warehouse holds claims, which a new key would not fit
   * @throws InputException if a key is not there or not a key
   */
  public static PatientKey open(Path warehouse, @Nullable Path other, boolean hasClaims)
      throws IOException {
    Path file = other == null ? warehouse.resolve(NAME) : other;
    if (Files.exists(file)) {
      return read(file);
    }
    if (other != null || hasClaims) {
      throw new InputException(
          file
              + ": the patient key is not there, and a new one would give known patients new"
              + " pseudonyms. Put it back, or name it with --patient-key.");
    }
    byte[] key = new byte[PatientKey.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    PrivateFiles.write(file, HexFormat.of().formatHex(key) + "\n");
    return PatientKey.of(key);
  }

  private static PatientKey read(Path file) throws IOException {
    try {
      return PatientKey.of(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file
              + ": expected a patient key of at least "
              + 2 * PatientKey.KEY_BYTES
              + " hexadecimal digits, found something else. Name the right file with"
              + " --patient-key.");
    }
  }
}
