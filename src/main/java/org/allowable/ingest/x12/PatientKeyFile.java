package org.allowable.ingest.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.allowable.ingest.parquet.FilePlace;
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
  public static PatientKey open(FilePlace warehouse, @Nullable Path other, boolean hasClaims)
      throws IOException {
    FilePlace file = other == null ? warehouse.resolve(NAME) : FilePlace.of(other);
    if (file.isFile()) {
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
    String hex = HexFormat.of().formatHex(key) + "\n";
    if (!file.create(hex.getBytes(StandardCharsets.US_ASCII))) {
      throw new IOException(file + " is there already");
    }
    return PatientKey.of(key);
  }

  private static PatientKey read(FilePlace file) throws IOException {
    try (InputStream in = file.read()) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return PatientKey.of(HexFormat.of().parseHex(hex.strip()));
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
