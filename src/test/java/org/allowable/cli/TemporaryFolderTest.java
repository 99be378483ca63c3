package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may lie in the folder of all temporary files. */
class TemporaryFolderTest {

  @TempDir private Path folder = Path.of("");

  private CommandRun run() throws IOException, InterruptedException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Path temporary = Files.createDirectories(folder.resolve("temp"));
    Path none = Files.writeString(logs.resolve("in"), "");
    return CommandRun.inProcess(temporary, none, logs, "verify", folder);
  }

  @Test
  void oddly_named_folders_files_and_links_stop_nothing_and_stay() throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temp"));
    Path odd = Files.createDirectory(temporary.resolve("allowable-99999999999999999999-1"));
    Path kept = Files.createDirectories(folder.resolve("kept/data"));
    Path link = temporary.resolve("allowable-1-2");
    Files.createSymbolicLink(link, kept);
    Path file = Files.writeString(temporary.resolve("allowable-1-3"), "");
    assertThat(run().code()).isEqualTo(3);
    assertThat(run().err()).contains("manifest.json");
    assertThat(odd).isDirectory();
    assertThat(kept).isDirectory();
    assertThat(link).isSymbolicLink();
    assertThat(file).isRegularFile();
  }

  @Test
  void a_folder_whose_lock_nobody_holds_goes() throws Exception {
    Path dead = Files.createDirectories(folder.resolve("temp/allowable-1-7"));
    Files.createFile(dead.resolve("lock"));
    Files.writeString(dead.resolve("spilled"), "spilled");
    run();
    assertThat(folder.resolve("temp")).isEmptyDirectory();
  }

  // As where there is no room left: the first font is larger than files may be.
  @Test
  void a_folder_that_cannot_be_filled_is_said_in_one_line() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Path temporary = Files.createDirectories(folder.resolve("temp"));
    List<String> limited = List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh");
    Process run = CommandRun.start(limited, temporary, null, logs, "verify", folder);
    assertThat(run.waitFor()).isEqualTo(3);
    assertThat(Files.readAllLines(logs.resolve("err")))
        .singleElement()
        .asString()
        .startsWith(temporary.toString());
    assertThat(temporary).isEmptyDirectory();
  }
}
