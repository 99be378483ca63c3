package org.allowable.ingest.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.allowable.model.InputException;
import org.allowable.model.Sha256;

/**
 * A folder or file, there or not: of this machine's disk, or of a store that a URI names. To name
 * one reads nothing.
 *
 * <p>What a store cannot do (it does not answer, permits nothing, is not known here) is an {@link
 * InputException}.
 */
public sealed interface FilePlace extends Comparable<FilePlace> permits DiskPlace, RemotePlace {

  // Two letters at least: C:\ is a disk of Windows.
  Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

  Set<String> SCHEMES = Set.of("hdfs", "s3a", "abfss", "gs");

  /** A place on this machine's disk. */
  static FilePlace of(Path path) {
    return new DiskPlace(path);
  }

  /**
   * What a user wrote.
   *
   * @param text a path, or a URI with file:, hdfs:, s3a:, abfss: or gs:
   * @throws InputException if it is another kind of URI or carries a secret; without the text,
   *     which may be one
   */
  static FilePlace of(String text) {
    var scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return of(Path.of(text));
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("file")) {
      return of(Path.of(text.substring("file:".length()).replaceFirst("^//(?=/)", "")));
    }
    if (!SCHEMES.contains(name)) {
      throw new InputException(
          "expected a folder, or a URI that begins with file:, hdfs:, s3a:, abfss: or gs:, found one"
              + " that begins with "
              + name
              + ":"
              + (name.equals("s3") || name.equals("s3n") ? "; write s3a:" : "")
              + ".");
    }
    return RemotePlace.of(parsed(text, name));
  }

  private static URI parsed(String text, String scheme) {
    try {
      URI uri = new URI(text);
      String user = uri.getRawUserInfo();
      // The container of Azure's stores stands where others have a user.
      boolean isSecret = user != null && (!scheme.equals("abfss") || user.contains(":"));
      if (isSecret || uri.getRawQuery() != null || uri.getRawFragment() != null) {
        throw new InputException(
            "expected a URI of a place alone, found one with a user, key or token in it. Give those"
                + " to Hadoop's settings; docs/cluster.md says how.");
      }
      if (uri.getPath() == null || (uri.getAuthority() == null && !scheme.equals("hdfs"))) {
        throw new InputException(
            "expected a URI such as %s://%s/warehouse, found one without a %s."
                .formatted(scheme, "bucket", uri.getPath() == null ? "path" : "bucket"));
      }
      return uri;
    } catch (URISyntaxException e) {
      // Its message quotes the text.
      throw new InputException("expected a URI, found a text with a letter that no URI has.");
    }
  }

  /** Whether it is on this machine's disk. */
  boolean isOnDisk();

  /**
   * Its path on this machine's disk.
   *
   * @throws InputException if it is not there
   */
  Path onDisk();

  /** What Spark and Hadoop know it by. */
  String uri();

  /** A place below it, with forward slashes. */
  FilePlace resolve(String relative);

  /** The last part of its path. */
  String name();

  /** The name of the folder that it is in, or nothing. */
  String folderName();

  /** Its path from a folder above it, with forward slashes. */
  String below(FilePlace folder);

  /** Whether it is a folder that is there. */
  boolean isFolder();

  /** Whether it is a file that is there. */
  boolean isFile();

  /** Whether this user may look into the folder. */
  boolean isReadable();

  /** A file's size. */
  long bytes() throws IOException;

  /** What is in a folder, sorted; nothing where there is none. */
  List<FilePlace> entries() throws IOException;

  /** All files below a folder, sorted; none where there is none. */
  List<FilePlace> files() throws IOException;

  /**
   * Opens a file.
   *
   * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if it is not
   *     there
   */
  InputStream read() throws IOException;

  /** A Parquet file, to be read in parts. */
  org.apache.parquet.io.InputFile parquet() throws IOException;

  /** Fingerprint of a file, read as a stream. */
  default String sha256() throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(read(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.of(digest);
  }

  /** Makes a folder that is its owner's alone, and those above it that are not there. */
  void makeFolder() throws IOException;

  /** Copies a file of this machine's disk here. */
  void copy(Path file) throws IOException;

  /** Moves a whole file of this machine's disk here. No reader trusts it before a record does. */
  void take(Path file) throws IOException;

  /**
   * Makes a small file that is its owner's alone; another may see it before it is whole.
   *
   * @return false where it is there
   */
  boolean create(byte[] content) throws IOException;

  /**
   * Writes a small file that appears whole or not at all, and never over one that is there.
   *
   * @param drafts a folder of the same store that nobody reads
   * @throws IOException if it is there
   */
  void publish(byte[] content, FilePlace drafts) throws IOException;

  /** Writes a small file in place of one that may be there: readers see the one or the other. */
  void replace(byte[] content, FilePlace drafts) throws IOException;

  /** Removes a file, or a folder with all that is in it; nothing where nothing is. */
  void delete() throws IOException;

  @Override
  default int compareTo(FilePlace other) {
    return toString().compareTo(other.toString());
  }
}
