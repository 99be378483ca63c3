package org.allowable.ingest.cms.source;

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
public record CmsFile(Path path, Path content, String name, int sheet) {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int HEAD_BYTES = 1 << 16;

  /** How the bytes hold rows; {@code OTHER} holds none that we read. */
  public enum Packing {
    TEXT,
    WORKBOOK,
    OTHER
  }

  /** A file that is not packed. */
  public CmsFile(Path path) {
    this(path, path, String.valueOf(path.getFileName()), 0);
  }

  /** Another sheet of the same workbook, counted from 0. */
  public CmsFile ofSheet(int other) {
    return new CmsFile(path, content, name, other);
  }

  /** The name of the folder or archive (without .zip) it lies in, or an empty string. */
  public String folder() {
    List<String> names = names();
    return names.size() < 2 ? "" : names.get(1).replaceFirst("(?i)\\.zip$", "");
  }

  /** The path of what it lies in; files of one workbook lie together. */
  public Path folderPath() {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path : parent;
  }

  /** Its own name, then those of what it lies in, up to the folder of the outermost archive. */
  public List<String> names() {
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

  /**
   * What the first bytes say; an old workbook, an archive and an image are {@code OTHER}.
   *
   * @throws InputException where the file cannot be read, as everywhere here
   */
  public Packing packing() {
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

  /** At most so many rows from the start, as far as they can be read: enough to recognize it. */
  public List<SourceRow> firstRows(int limit) {
    return switch (packing()) {
      case TEXT -> TextRows.first(head(), limit);
      case WORKBOOK -> WorkbookRows.first(this, limit);
      case OTHER -> List.of();
    };
  }

  /** At most so many lines from the start of a text; none where the file is not a text. */
  public List<String> firstLines(int limit) {
    return packing() == Packing.TEXT ? TextRows.lines(head()).limit(limit).toList() : List.of();
  }

  /**
   * All rows of delimited text or of a workbook's sheet.
   *
   * @throws InputException where the text or workbook is broken
   */
  public List<SourceRow> rows() {
    return packing() == Packing.WORKBOOK ? WorkbookRows.all(this) : TextRows.delimited(this);
  }

  /** All lines of a text that is laid out in fixed columns, each as a row of one cell. */
  public List<SourceRow> fixedRows() {
    return TextRows.fixed(this);
  }

  /** How many sheets a workbook has; none where the archive holds no workbook. */
  public int sheets() {
    return WorkbookRows.sheets(this);
  }

  /** SHA-256 of the file that {@link #name} names, as lower-case hexadecimal. */
  public String sha256() {
    try {
      return Sha256.of(Files.isRegularFile(path) ? path : content);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The complaint about a file or folder that the system does not let us read. */
  public static InputException unreadable(Path path, Exception cause) {
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
