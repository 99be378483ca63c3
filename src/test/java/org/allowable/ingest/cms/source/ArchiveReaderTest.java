package org.allowable.ingest.cms.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allowable.model.InputException;
import org.allowable.model.StorageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the entries of archives lie, and for how long. */
class ArchiveReaderTest {

  @TempDir Path temp;

  @Test
  void entries_lie_in_the_temporary_folder_that_the_program_has_made_its_own() throws IOException {
    Path archive = zip();
    Path own = Files.createDirectory(temp.resolve("own"));
    inTemporary(
        own,
        () -> {
          try (ArchiveReader archives = new ArchiveReader()) {
            assertThat(archives.contents(archive, "release.zip").get(0).content())
                .startsWithRaw(own);
          }
        });
    assertThat(own).isEmptyDirectory();
  }

  @Test
  void a_temporary_folder_that_takes_nothing_is_said_and_not_the_archive() throws IOException {
    Path archive = zip();
    Path none = temp.resolve("none");
    inTemporary(
        none,
        () -> {
          try (ArchiveReader archives = new ArchiveReader()) {
            assertThatThrownBy(() -> archives.contents(archive, "release.zip"))
                .satisfies(
                    fault ->
                        assertThat(StorageFault.in(fault, List.of()))
                            .hasValueSatisfying(
                                said ->
                                    assertThat(said)
                                        .hasMessageContaining(none.toString())
                                        .hasMessageNotContaining("Download it again")));
          }
        });
  }

  private interface Act {
    void run() throws IOException;
  }

  private static void inTemporary(Path folder, Act act) throws IOException {
    String before = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", folder.toString());
    try {
      act.run();
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
  }

  @Test
  void an_archive_that_unpacks_to_too_much_is_refused() throws IOException {
    CmsFile archive = new CmsFile(zip());
    try (ArchiveReader archives = new ArchiveReader(10)) {
      assertThatThrownBy(() -> archives.files(archive))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("unpacks to more than any release of CMS");
    }
  }

  @Test
  void nothing_unpacked_stays() throws IOException {
    Path archive = zip();
    List<CmsFile> entries;
    try (ArchiveReader archives = new ArchiveReader()) {
      entries = archives.files(new CmsFile(archive));
    }
    assertThat(entries.get(0).content().getParent()).doesNotExist();
  }

  private Path zip() throws IOException {
    Path archive = temp.resolve("release.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
      out.putNextEntry(new ZipEntry("aoc.csv"));
      out.write("64483,64484,1\n".getBytes(StandardCharsets.US_ASCII));
    }
    return archive;
  }
}
