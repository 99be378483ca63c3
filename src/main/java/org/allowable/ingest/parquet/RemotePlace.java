package org.allowable.ingest.parquet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeysPublic;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder or file of a store that Hadoop reaches by a URI.
 *
 * <p>A store of objects shows a file when all of it has come, and can refuse one whose name is
 * taken, but cannot rename. A file system shows a file while it is written, and renames in one
 * step. So {@link #publish} writes the former in place, and moves the latter there.
 *
 * @param path with its scheme
 */
record RemotePlace(Path path) implements FilePlace {

  // Whether a file appears with its last byte.
  private static final Set<String> OBJECTS = Set.of("s3a", "gs");

  private static final String SETTING = "spark.hadoop.";

  // Half a minute's tries of a server that refuses tell no more than a few seconds'.
  private static final int CONNECTIONS = 3;

  private static final class Settings {
    private static final Configuration HADOOP = make();

    // Hadoop's own files, where they are on the class path, and what Spark was told for it.
    private static Configuration make() {
      Configuration settings = new Configuration();
      settings.setInt(
          CommonConfigurationKeysPublic.IPC_CLIENT_CONNECT_MAX_RETRIES_KEY, CONNECTIONS);
      settings.set("fs.permissions.umask-mode", "077");
      Properties given = System.getProperties();
      for (String name : given.stringPropertyNames()) {
        if (name.startsWith(SETTING)) {
          settings.set(name.substring(SETTING.length()), given.getProperty(name));
        }
      }
      return settings;
    }
  }

  static RemotePlace of(URI uri) {
    return new RemotePlace(new Path(uri.normalize()));
  }

  private interface Question<T> {
    T ask(FileSystem store) throws IOException;
  }

  private <T> T ask(Question<T> question) throws IOException {
    try {
      return question.ask(path.getFileSystem(Settings.HADOOP));
    } catch (FileNotFoundException | FileAlreadyExistsException | PathIOException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw complaint(e);
    }
  }

  // Without the store's own words, which may quote what it was given.
  private InputException complaint(Exception fault) {
    if (fault instanceof AccessControlException
        || fault instanceof java.nio.file.AccessDeniedException) {
      return new InputException(
          this + ": this user has no permission. Give it, or the right keys.", fault);
    }
    if (fault instanceof UnsupportedFileSystemException
        || has(fault, ClassNotFoundException.class)
        || has(fault, LinkageError.class)) {
      return new InputException(
          this
              + ": expected the jars of this kind of store beside the program's, found none."
              + " docs/cluster.md says which.",
          fault);
    }
    return new InputException(
        "%s: the store does not answer (%s). See that address, network and keys are right."
            .formatted(this, fault.getClass().getSimpleName()),
        fault);
  }

  private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isOnDisk() {
    return false;
  }

  @Override
  public java.nio.file.Path onDisk() {
    throw new InputException(
        this + ": expected a folder of this machine's disk, found a place in a store.");
  }

  @Override
  public String uri() {
    return path.toString();
  }

  @Override
  public FilePlace resolve(String relative) {
    return new RemotePlace(new Path(path, new Path(null, null, relative)));
  }

  @Override
  public String name() {
    return path.getName();
  }

  @Override
  public String folderName() {
    Path parent = path.getParent();
    return parent == null ? "" : parent.getName();
  }

  @Override
  public String below(FilePlace folder) {
    String from = folder.toString();
    return toString().substring(from.endsWith("/") ? from.length() : from.length() + 1);
  }

  private @Nullable FileStatus status() {
    try {
      return ask(store -> store.getFileStatus(path));
    } catch (FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      throw complaint(e);
    }
  }

  @Override
  public boolean isFolder() {
    FileStatus status = status();
    return status != null && status.isDirectory();
  }

  @Override
  public boolean isFile() {
    FileStatus status = status();
    return status != null && status.isFile();
  }

  // A store says so when it is asked for what is there.
  @Override
  public boolean isReadable() {
    return true;
  }

  @Override
  public long bytes() throws IOException {
    return ask(store -> store.getFileStatus(path).getLen());
  }

  @Override
  public List<FilePlace> entries() throws IOException {
    try {
      return places(
          Stream.of(ask(store -> store.listStatus(path))).map(FileStatus::getPath).toList());
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  @Override
  public List<FilePlace> files() throws IOException {
    try {
      return ask(
          store -> {
            List<Path> found = new ArrayList<>();
            RemoteIterator<LocatedFileStatus> files = store.listFiles(path, true);
            while (files.hasNext()) {
              found.add(files.next().getPath());
            }
            return places(found);
          });
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  // A store may name itself otherwise than it was named, with a port say.
  private List<FilePlace> places(List<Path> paths) {
    URI named = path.toUri();
    return paths.stream()
        .map(found -> new Path(named.getScheme(), named.getAuthority(), found.toUri().getPath()))
        .sorted()
        .<FilePlace>map(RemotePlace::new)
        .toList();
  }

  @Override
  public InputStream read() throws IOException {
    return ask(store -> store.open(path));
  }

  @Override
  public org.apache.parquet.io.InputFile parquet() throws IOException {
    return ask(store -> HadoopInputFile.fromPath(path, Settings.HADOOP));
  }

  @Override
  public void makeFolder() throws IOException {
    ask(store -> store.mkdirs(path));
  }

  @Override
  public void take(java.nio.file.Path file) throws IOException {
    copy(file);
    java.nio.file.Files.delete(file);
  }

  @Override
  public void copy(java.nio.file.Path file) throws IOException {
    ask(
        store -> {
          try (OutputStream out = store.create(path, true)) {
            java.nio.file.Files.copy(file, out);
          }
          return path;
        });
  }

  @Override
  public boolean create(byte[] content) throws IOException {
    try {
      write(path, content, false);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public void publish(byte[] content, FilePlace drafts) throws IOException {
    if (isOfObjects()) {
      write(path, content, false);
    } else {
      move(content, drafts);
    }
  }

  @Override
  public void replace(byte[] content, FilePlace drafts) throws IOException {
    if (isOfObjects()) {
      write(path, content, true);
    } else {
      move(content, drafts, Options.Rename.OVERWRITE);
    }
  }

  private boolean isOfObjects() {
    return OBJECTS.contains(path.toUri().getScheme());
  }

  private void move(byte[] content, FilePlace drafts, Options.Rename... how) throws IOException {
    Path draft = ((RemotePlace) drafts.resolve(name())).path();
    write(draft, content, true);
    ask(
        store -> {
          FileContext.getFileContext(path.toUri(), Settings.HADOOP).rename(draft, path, how);
          return path;
        });
  }

  private void write(Path to, byte[] content, boolean isOver) throws IOException {
    ask(
        store -> {
          var made = store.createFile(to).recursive().overwrite(isOver);
          if (!isOver) {
            // A store of objects looks first and writes later, unless it is asked not to.
            made.opt(Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
          }
          try (OutputStream out = made.build()) {
            out.write(content);
          }
          return to;
        });
  }

  @Override
  public void delete() throws IOException {
    ask(store -> store.delete(path, true));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
