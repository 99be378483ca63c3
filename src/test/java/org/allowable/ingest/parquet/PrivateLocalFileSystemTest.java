package org.allowable.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Permissions as Hadoop's own file system would have set them. */
class PrivateLocalFileSystemTest {

  @TempDir private Path folder;

  private FileSystem files = new PrivateLocalFileSystem();

  @BeforeEach
  void open() throws IOException {
    Configuration settings = new Configuration(false);
    settings.set("fs.file.impl", PrivateLocalFileSystem.class.getName());
    settings.set("fs.permissions.umask-mode", "077");
    files = FileSystem.newInstance(folder.toUri(), settings);
  }

  private Path written() throws IOException {
    Path file = folder.resolve("part-0");
    try (FSDataOutputStream out = files.create(hadoop(file))) {
      out.writeInt(7);
    }
    return file;
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void a_file_is_its_owners_alone() throws IOException {
    assertThat(permissions(written())).isEqualTo("rw-------");
  }

  @Test
  void a_folder_is_its_owners_alone() throws IOException {
    Path made = folder.resolve("kept");
    assertThat(files.mkdirs(hadoop(made))).isTrue();
    assertThat(permissions(made)).isEqualTo("rwx------");
  }

  @Test
  void permissions_are_set_as_they_are_asked_for() throws IOException {
    Path file = written();
    files.setPermission(hadoop(file), new FsPermission("640"));
    assertThat(permissions(file)).isEqualTo("rw-r-----");
  }

  @Test
  void a_bit_that_java_does_not_know_is_left_out() throws IOException {
    Path file = written();
    files.setPermission(hadoop(file), new FsPermission((short) 01644));
    assertThat(permissions(file)).isEqualTo("rw-r--r--");
  }

  @Test
  void a_file_has_no_checksum_file_beside_it() throws IOException {
    written();
    assertThat(folder.toFile().list()).containsExactly("part-0");
  }

  @Test
  void no_process_is_started_for_a_permission() throws IOException {
    try (var recording = new jdk.jfr.Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      written();
      recording.stop();
      Path events = folder.resolve("events.jfr");
      recording.dump(events);
      assertThat(jdk.jfr.consumer.RecordingFile.readAllEvents(events)).isEmpty();
    }
  }
}
