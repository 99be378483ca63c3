package org.allowable.ingest.cms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.allowable.model.InputException;

/**
 * A file that somebody wants imported.
 *
 * @param path where it lies
 */
record SourceFile(Path path) {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int HEAD_BYTES = 1 << 16;

  /** How the bytes hold rows. */
  enum Packing {
    TEXT,
    WORKBOOK,
    OTHER
  }

  /** The file's own name. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** The name of the folder it lies in, or an empty string. */
  String folder() {
    Path parent = path.toAbsolutePath().getParent();
    Path folder = parent == null ? null : parent.getFileName();
    return folder == null ? "" : folder.toString();
  }

  /** What the first bytes say; an old workbook, an archive and an image are {@code OTHER}. */
  Packing packing() {
    byte[] head = head();
    if (head.length > 4 && Arrays.equals(ZIP, Arrays.copyOf(head, 4))) {
      return Packing.WORKBOOK;
    }
    for (byte b : head) {
      if (b == 0 || b == 0x1f) {
        return Packing.OTHER;
      }
    }
    return Packing.TEXT;
  }

  /** The first rows, as far as they can be read: enough to recognise the file. */
  List<SourceRow> firstRows(int limit) {
    return switch (packing()) {
      case TEXT -> TextRows.first(head(), limit);
      case WORKBOOK -> WorkbookRows.first(path, limit);
      case OTHER -> List.of();
    };
  }

  /** The first lines of a text, or nothing where the file is not a text. */
  List<String> firstLines(int limit) {
    return packing() == Packing.TEXT ? TextRows.lines(head()).limit(limit).toList() : List.of();
  }

  /**
   * All rows of delimited text or of a workbook's first sheet.
   *
   * @throws InputException where the text or workbook is broken
   */
  List<SourceRow> rows() {
    return packing() == Packing.WORKBOOK ? WorkbookRows.all(path) : TextRows.delimited(path);
  }

  /** SHA-256 of the bytes, as lower-case hexadecimal. */
  String sha256() {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[HEAD_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The complaint about a file that the system does not let us read. */
  static InputException unreadable(Path path, Exception cause) {
    return new InputException(
        path + " cannot be read. Check that it is complete and that you may read it.", cause);
  }

  private byte[] head() {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
