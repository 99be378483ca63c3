package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReferenceCommandTest {

  private static final String NAMES = "zip5,carrier,locality,from_year,to_year\n";

  @TempDir Path folder;
  private Path source;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void source() throws IOException {
    source = Files.createDirectories(folder.resolve("source/locality"));
  }

  @Test
  void an_import_prints_one_line_a_file() throws IOException {
    Files.writeString(source.resolve("zip.csv"), NAMES + "07001,12402,01,2020,9999\n");
    Files.writeString(source.resolve("readme.txt"), "Some words.\n");
    run();
    assertThat(out.toString().lines())
        .containsExactly(
            Path.of("locality", "zip.csv") + ": ZIP code localities: 1 rows",
            Path.of("locality", "readme.txt") + ": not imported: not a CMS file that we know");
  }

  @Test
  void an_import_ends_well() throws IOException {
    Files.writeString(source.resolve("zip.csv"), NAMES + "07001,12402,01,2020,9999\n");
    assertThat(run()).isEqualTo(ExitCode.OK.code());
  }

  @Test
  void a_refused_file_ends_with_the_input_code() throws IOException {
    Files.writeString(source.resolve("zip.csv"), NAMES + "07001,12402,0,2020,never\n");
    assertThat(run()).isEqualTo(ExitCode.INPUT.code());
  }

  @Test
  void a_refusal_says_that_nothing_was_written() throws IOException {
    Files.writeString(source.resolve("zip.csv"), NAMES + "07001,12402,0,2020,never\n");
    run();
    assertThat(err.toString()).contains("1 of 1 files were refused, so nothing was written");
  }

  @Test
  void a_release_that_is_none_is_explained() throws IOException {
    Files.writeString(source.resolve("zip.csv"), NAMES + "07001,12402,01,2020,9999\n");
    run("--release", "October");
    assertThat(err.toString()).contains("such as 2025D");
  }

  private int run(String... more) {
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] arguments = {
      "reference", "import",
      "--in", folder.resolve("source").toString(),
      "--reference", folder.resolve("reference").toString()
    };
    String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
    return line.execute(all);
  }
}
