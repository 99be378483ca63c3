package org.allowable.ingest.cms.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.allowable.model.InputException;
import org.allowable.model.StorageFault;
import org.jspecify.annotations.Nullable;

/**
 * Archives and compressed files of a source, read as if they were unpacked. Entries are written to
 * a private folder under names of our own, so that no entry can name another place; the folder is
 * removed at the end.
 */
public final class ArchiveReader implements Closeable {

  /**
   * A file that was in an archive, or was none.
   *
   * @param name its name; inside an archive, the archive's and then its own
   * @param content where its bytes lie until this is closed
   */
  public record Content(String name, Path content) {}

  // CMS's largest archive of a quarter unpacks to some 200 MB.
  private static final long MOST_BYTES = 2L << 30;
  private static final int MOST_ENTRIES = 2000;
  private static final int MOST_LEVELS = 3;
  private static final int HEAD_BYTES = 8;
  private static final String PREFIX = "allowable-import-";
  private static final String WORKBOOK_ENTRY = "[Content_Types].xml";

  // What holds for a file and all in it.
  private static final class Limits {
    private final boolean isAnyArchive;
    private long room;

    Limits(boolean isAnyArchive, long room) {
      this.isAnyArchive = isAnyArchive;
      this.room = room;
    }

    boolean take(int bytes) {
      room -= bytes;
      return room >= 0;
    }
  }

  private final long mostBytes;
  private @Nullable Path folder;
  private int files;

  /** With the limits that hold for every archive. */
  public ArchiveReader() {
    this(MOST_BYTES);
  }

  /**
   * @param mostBytes to how much an archive may unpack
   */
  ArchiveReader(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * The file or, for an archive, what is in it, archives in it included. Whatever begins as an
   * archive does is one, whatever its name.
   *
   * @param name what its own name is to be in the result
   * @throws InputException where the archive is damaged, unpacks to too much, or holds an entry
   *     that names a place outside of it
   * @throws UncheckedIOException where the disk does not do it
   */
  public List<Content> contents(Path file, String name) {
    return files(new CmsFile(file, file, name, 0), true).stream()
        .map(found -> new Content(found.name(), found.content()))
        .toList();
  }

  /** Whether a file begins as a packed one does: a zip archive, a workbook, or gzip. */
  public static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return CmsFile.isZip(head)
          || (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b);
    }
  }

  /**
   * The file or, for an archive, what is in it, archives in it included; gzip is unpacked. Where
   * the bytes lie until this is closed is their {@link CmsFile#content}.
   *
   * @throws InputException where the archive is damaged, unpacks to too much, or holds an entry
   *     that names a place outside of it
   * @throws UncheckedIOException where the disk does not do it
   */
  public List<CmsFile> files(CmsFile file) {
    return files(file, false);
  }

  // What begins as an archive does and is none may be a workbook, which its reader complains of.
  private List<CmsFile> files(CmsFile file, boolean isAnyArchive) {
    List<CmsFile> found = new ArrayList<>();
    try {
      add(file, found, new Limits(isAnyArchive, mostBytes), 0);
    } catch (IOException e) {
      if (StorageFault.in(e, List.of(temporary())).isPresent()) {
        throw new UncheckedIOException(e);
      }
      throw new InputException(
          file.path()
              + " cannot be unpacked. Download it again, and check that there is room for temporary"
              + " files.",
          e);
    }
    return found;
  }

  private void add(CmsFile file, List<CmsFile> found, Limits limits, int level) throws IOException {
    byte[] head = file.head();
    if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file.content()))) {
        found.add(new CmsFile(file.path(), copy(file, in, limits), file.name(), 0));
      }
    } else if (CmsFile.isZip(head) && level < MOST_LEVELS) {
      addEntries(file, found, limits, level);
    } else {
      found.add(file);
    }
  }

  private void addEntries(CmsFile file, List<CmsFile> found, Limits limits, int level)
      throws IOException {
    // Names that are not UTF-8 must not keep an archive out.
    try (ZipFile archive = new ZipFile(file.content().toFile(), StandardCharsets.ISO_8859_1)) {
      if (archive.getEntry(WORKBOOK_ENTRY) != null) {
        found.add(file);
        return;
      }
      if (archive.size() > MOST_ENTRIES) {
        throw tooMuch(file);
      }
      for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory() && !isHidden(entry.getName())) {
          Path shown = shown(file, entry.getName());
          try (InputStream in = archive.getInputStream(entry)) {
            Path content = copy(file, in, limits);
            String name = file.name() + "/" + entry.getName().replace('\\', '/');
            add(new CmsFile(shown, content, name, 0), found, limits, level + 1);
          }
        }
      }
    } catch (ZipException e) {
      if (!limits.isAnyArchive && !file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        found.add(file);
        return;
      }
      throw new InputException(
          file.path() + " is damaged or not a complete archive. Download it again.", e);
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  private static Path shown(CmsFile file, String name) {
    try {
      Path base = file.path().toAbsolutePath().normalize();
      Path shown = file.path().resolve(name.replace('\\', '/'));
      Path normal = shown.toAbsolutePath().normalize();
      if (normal.startsWith(base) && !normal.equals(base)) {
        return shown;
      }
    } catch (InvalidPathException e) {
      throw outside(file);
    }
    throw outside(file);
  }

  private Path copy(CmsFile file, InputStream in, Limits limits) throws IOException {
    Path target = folder().resolve("file-" + files++);
    try (OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!limits.take(n)) {
          throw tooMuch(file);
        }
        out.write(buffer, 0, n);
      }
    }
    return target;
  }

  private Path folder() throws IOException {
    Path made = folder == null ? Files.createTempDirectory(temporary(), PREFIX) : folder;
    folder = made;
    return made;
  }

  // Asked for each time: Java keeps the folder that the property named at first.
  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static InputException outside(CmsFile file) {
    return new InputException(
        file.path() + " holds an entry that names a place outside of it. Do not use this archive.");
  }

  private static InputException tooMuch(CmsFile file) {
    return new InputException(
        file.path()
            + " unpacks to more than any release of CMS. Unpack it yourself and name the folder.");
  }

  @Override
  public void close() throws IOException {
    if (folder == null) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
