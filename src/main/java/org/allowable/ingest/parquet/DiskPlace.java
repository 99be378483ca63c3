package org.allowable.ingest.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalInputFile;

/**
 * A folder or file of this machine's disk.
 *
 * @param path as it was named
 */
record DiskPlace(Path path) implements FilePlace {

  @Override
  public boolean isOnDisk() {
    return true;
  }

  @Override
  public Path onDisk() {
    return path;
  }

  // Not the path's own URI, whose escapes Hadoop takes for letters.
  @Override
  public String uri() {
    return "file:" + absolute();
  }

  @Override
  public FilePlace resolve(String relative) {
    return new DiskPlace(path.resolve(relative));
  }

  @Override
  public String name() {
    return String.valueOf(absolute().getFileName());
  }

  @Override
  public String folderName() {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? "" : String.valueOf(parent.getFileName());
  }

  @Override
  public String below(FilePlace folder) {
    return new DiskPlace(folder.onDisk())
        .absolute()
        .relativize(absolute())
        .toString()
        .replace('\\', '/');
  }

  private Path absolute() {
    return path.toAbsolutePath().normalize();
  }

  @Override
  public boolean isFolder() {
    return Files.isDirectory(path);
  }

  @Override
  public boolean isFile() {
    return Files.isRegularFile(path);
  }

  @Override
  public boolean isReadable() {
    return Files.isReadable(path) && Files.isExecutable(path);
  }

  @Override
  public long bytes() throws IOException {
    return Files.size(path);
  }

  @Override
  public List<FilePlace> entries() throws IOException {
    if (!isFolder()) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return places(entries);
    }
  }

  @Override
  public List<FilePlace> files() throws IOException {
    if (!isFolder()) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(path)) {
      return places(paths.filter(Files::isRegularFile));
    }
  }

  private static List<FilePlace> places(Stream<Path> paths) {
    return paths.sorted().map(FilePlace::of).toList();
  }

  @Override
  public InputStream read() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public org.apache.parquet.io.InputFile parquet() {
    return new LocalInputFile(path);
  }

  @Override
  public void makeFolder() throws IOException {
    PrivateFiles.createDirectories(path);
  }

  @Override
  public void copy(Path file) throws IOException {
    PrivateFiles.createDirectories(Objects.requireNonNull(absolute().getParent()));
    Files.copy(file, path);
    PrivateFiles.restrict(path);
  }

  @Override
  public void take(Path file) throws IOException {
    PrivateFiles.restrict(file);
    force(file);
    PrivateFiles.createDirectories(Objects.requireNonNull(absolute().getParent()));
    Files.move(file, path, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public boolean create(byte[] content) throws IOException {
    try {
      PrivateFiles.write(path, content);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public void publish(byte[] content, FilePlace drafts) throws IOException {
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    replace(content, drafts);
  }

  @Override
  public void replace(byte[] content, FilePlace drafts) throws IOException {
    Path draft = drafts.onDisk().resolve(name());
    Files.write(draft, content);
    PrivateFiles.restrict(draft);
    force(draft);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void delete() throws IOException {
    if (isFolder()) {
      PrivateFiles.delete(path);
    } else {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
