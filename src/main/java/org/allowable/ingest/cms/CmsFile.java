package org.allowable.ingest.cms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.allowable.model.InputException;
import org.allowable.model.Sha256;

/**
 * A file that somebody wants imported, or one out of an archive.
 *
 * @param path where the user finds it; inside an archive, the archive's path and then the entry's
 * @param content where its bytes lie: the same or, for packed files, an unpacked copy
 * @param name its name in the source columns; inside an archive, with the archive's
 * @param sheet which sheet of a workbook, from 0
 */
record CmsFile(Path path, Path content, String name, int sheet) {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int HEAD_BYTES = 1 << 16;

  /** How the bytes hold rows. */
  enum Packing {
    TEXT,
    WORKBOOK,
    OTHER
  }

  /** A file that is not packed. */
  CmsFile(Path path) {
    this(path, path, String.valueOf(path.getFileName()), 0);
  }

  /** Another sheet of the same workbook. */
  CmsFile ofSheet(int other) {
    return new CmsFile(path, content, name, other);
  }

  /** The name of the folder or archive it lies in, or an empty string. */
  String folder() {
    List<String> names = names();
    return names.size() < 2 ? "" : names.get(1).replaceFirst("(?i)\\.zip$", "");
  }

  /** The path of what it lies in; files of one workbook lie together. */
  Path folderPath() {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path : parent;
  }

  /** Its own name, then those of what it lies in, up to the folder of the outermost archive. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    long most = name.chars().filter(c -> c == '/').count() + 2;
    for (Path at = path.toAbsolutePath(); at != null && names.size() < most; at = at.getParent()) {
      Path last = at.getFileName();
      if (last != null) {
        names.add(last.toString());
      }
    }
    return names;
  }

  /** What the first bytes say; an old workbook, an archive and an image are {@code OTHER}. */
  Packing packing() {
    byte[] head = head();
    if (isZip(head)) {
      return Packing.WORKBOOK;
    }
    for (byte b : head) {
      if (b == 0 || b == 0x1f) {
        return Packing.OTHER;
      }
    }
    return Packing.TEXT;
  }

  /** Whether bytes start as an archive or a workbook does. */
  static boolean isZip(byte[] head) {
    return head.length > 4 && Arrays.equals(ZIP, Arrays.copyOf(head, 4));
  }

  /** The first rows, as far as they can be read: enough to recognise the file. */
  List<SourceRow> firstRows(int limit) {
    return switch (packing()) {
      case TEXT -> TextRows.first(head(), limit);
      case WORKBOOK -> WorkbookRows.first(this, limit);
      case OTHER -> List.of();
    };
  }

  /** The first lines of a text, or nothing where the file is not a text. */
  List<String> firstLines(int limit) {
    return packing() == Packing.TEXT ? TextRows.lines(head()).limit(limit).toList() : List.of();
  }

  /**
   * All rows of delimited text or of a workbook's sheet.
   *
   * @throws InputException where the text or workbook is broken
   */
  List<SourceRow> rows() {
    return packing() == Packing.WORKBOOK ? WorkbookRows.all(this) : TextRows.delimited(this);
  }

  /** SHA-256 of the file that {@link #name} names, as lower-case hexadecimal. */
  String sha256() {
    try {
      return Sha256.of(Files.isRegularFile(path) ? path : content);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The complaint about a file that the system does not let us read. */
  static InputException unreadable(Path path, Exception cause) {
    return new InputException(
        path + " cannot be read. Check that it is complete and that you may read it.", cause);
  }

  /** The first bytes. */
  byte[] head() {
    try (InputStream in = Files.newInputStream(content)) {
      return in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
