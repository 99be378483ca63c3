package org.allowable.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {

  @TempDir Path folder;

  @Test
  void fonts_and_their_settings_are_unpacked() throws Exception {
    run("install", folder);

    assertThat(folder.resolve("fonts/DejaVuSans.ttf")).isNotEmptyFile();
    assertThat(folder.resolve("fonts/DejaVuSans-Bold.ttf")).isNotEmptyFile();
    assertThat(folder.resolve("fonts/fontconfig.properties")).isNotEmptyFile();
  }

  @Test
  void a_machine_without_fonts_draws_a_chart() throws Exception {
    assertThat(run("draw", folder)).as("exit code").isZero();
    assertThat(folder.resolve("chart.png")).isNotEmptyFile();
  }

  @Test
  void the_font_license_is_in_the_program() throws IOException {
    try (var license = Fonts.class.getResourceAsStream("/fonts/LICENSE-DejaVu.txt")) {
      assertThat(license).isNotNull();
    }
  }

  // A process of its own, because fonts are chosen once. It is told to look for fonts where there
  // are none, as on a bare machine.
  private static int run(String what, Path folder) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-Dsun.java2d.fontpath=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            BareMachine.class.getName(),
            what,
            folder.toString());
    builder.environment().put("FONTCONFIG_FILE", folder.resolve("none.conf").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** The other process. */
  static final class BareMachine {

    private BareMachine() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[1]);
      Fonts.install(folder);
      if (arguments[0].equals("draw")) {
        Chart chart =
            new BarChart("T", "", Format.MONEY, List.of(new Chart.Bar("A", BigDecimal.ONE)));
        Files.write(folder.resolve("chart.png"), ChartWriter.png(chart));
      }
    }
  }
}
