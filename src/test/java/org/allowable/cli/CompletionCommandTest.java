package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of completion, in a shell. */
class CompletionCommandTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "allowable mon, monthly-report",
    "allowable monthly-report --mon, --month",
    "allowable reference im, import"
  })
  void bash_completes(String words, String completed) throws Exception {
    Path script = Files.writeString(folder.resolve("script"), CommandRun.of("completion").out());
    int last = words.split(" ", -1).length - 1;
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                ". %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_allowable; echo ${COMPREPLY[@]}"
                    .formatted(script, words, last))
            .start();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
        .isEqualTo(completed);
  }
}
