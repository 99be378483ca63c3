package org.allowable.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ChartWriterTest {

  private static final Chart CHART =
      new BarChart(
          "Aetna & Cigna pay short",
          "June 2025, 40 lines",
          Format.MONEY,
          List.of(
              new Chart.Bar("Aetna <POS>", new BigDecimal("-1200")),
              new Chart.Bar("Cigna", new BigDecimal("300"))));

  @TempDir Path folder;

  @Test
  void a_png_has_two_pixels_for_one() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(ChartWriter.png(CHART)));

    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(image.getHeight()).isEqualTo(1040);
  }

  @Test
  void a_png_says_that_it_has_192_dots_an_inch() {
    byte[] png = ChartWriter.png(CHART, ChartSize.HALF);
    String bytes = new String(png, StandardCharsets.ISO_8859_1);
    ByteBuffer physical = ByteBuffer.wrap(png, bytes.indexOf("pHYs") + 4, 9);

    assertThat(physical.getInt()).isEqualTo(7559);
    assertThat(physical.getInt()).isEqualTo(7559);
    assertThat(physical.get()).as("per metre").isEqualTo((byte) 1);
  }

  @Test
  void the_same_chart_makes_the_same_bytes() {
    assertThat(ChartWriter.png(CHART)).isEqualTo(ChartWriter.png(CHART));
  }

  @Test
  void the_same_chart_makes_the_same_svg() throws IOException {
    ChartWriter.writeSvg(CHART, folder.resolve("one.svg"));
    ChartWriter.writeSvg(CHART, folder.resolve("two.svg"));

    assertThat(folder.resolve("one.svg")).hasSameBinaryContentAs(folder.resolve("two.svg"));
  }

  @Test
  void an_svg_starts_with_its_finding_and_values_in_words() throws Exception {
    Document svg = svg(CHART);

    assertThat(svg.getDocumentElement().getFirstChild().getNodeName()).isEqualTo("title");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Aetna & Cigna pay short");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("June 2025, 40 lines")
        .contains("Aetna <POS> \u2212$1,200.00");
  }

  @Test
  void letters_of_an_svg_stay_letters() throws Exception {
    Document svg = svg(CHART);

    assertThat(texts(svg)).contains("Cigna").contains("\u2212$1,200").contains("$300");
  }

  @Test
  void an_svg_names_nothing_on_the_web_to_fetch() throws IOException {
    ChartWriter.writeSvg(CHART, folder.resolve("chart.svg"));

    assertThat(Files.readString(folder.resolve("chart.svg"))).doesNotContain("DOCTYPE");
  }

  @Test
  void a_chart_without_values_says_so() throws Exception {
    Document svg = svg(new BarChart("Nothing", "", Format.MONEY, List.of()));

    assertThat(texts(svg)).contains("No data");
  }

  @Test
  void a_picture_tells_what_it_shows() {
    assertThat(ChartWriter.picture(CHART, ChartSize.HALF).altText())
        .startsWith("Aetna & Cigna pay short. Cigna $300.00");
  }

  private Document svg(Chart chart) throws Exception {
    Path file = folder.resolve("chart.svg");
    ChartWriter.writeSvg(chart, file);
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static String texts(Document svg) {
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
      texts.append(svg.getElementsByTagName("text").item(i).getTextContent()).append('\n');
    }
    return texts.toString();
  }
}
