package org.allowable.report.chart;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Draws a chart as SVG, a file or a part of a page: letters stay letters, its words come first. */
final class SvgDrawing {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  // Others take over where the viewer has no DejaVu: of about the same width.
  private static final String FAMILIES = "'DejaVu Sans', Verdana, sans-serif";

  private SvgDrawing() {}

  static void write(Chart chart, ChartSize size, Path file) throws IOException {
    Element root = draw(ChartDrawing.of(chart, size), size, "");
    describe(root, chart, size);
    families(root);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(root, out, true);
    }
  }

  /** A part of a page; title and subtitle, which the page shows as words, are not drawn. */
  static SvgFigure figure(Chart chart, ChartSize size, String name) {
    JFreeChart drawing = ChartDrawing.of(chart, size);
    String title = drawing.getTitle().getText();
    drawing.setTitle((TextTitle) null);
    List<TextTitle> subtitles =
        ((List<?>) drawing.getSubtitles())
            .stream().filter(TextTitle.class::isInstance).map(TextTitle.class::cast).toList();
    subtitles.forEach(drawing::removeSubtitle);
    String subtitle = subtitles.stream().map(TextTitle::getText).collect(Collectors.joining("; "));
    Element root = draw(drawing, size, name + "-");
    describe(root, chart, size);
    // As wide as the page gives it room.
    root.removeAttribute("width");
    root.removeAttribute("height");
    withoutEmptyDefinitions(root);
    families(root);
    PageColors.classify(root);
    StringWriter out = new StringWriter();
    try {
      write(root, out, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SvgFigure(title, subtitle, out.toString());
  }

  // Batik's general ones have one name in all drawings.
  private static void withoutEmptyDefinitions(Element root) {
    NodeList definitions = root.getElementsByTagName("defs");
    for (int i = definitions.getLength() - 1; i >= 0; i--) {
      Node one = definitions.item(i);
      if (!one.hasChildNodes()) {
        one.getParentNode().removeChild(one);
      }
    }
  }

  // Names within a drawing begin with the prefix: two of them may stand on one page.
  private static Element draw(JFreeChart drawing, ChartSize size, String prefix) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("Allowable");
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String kind) {
            return super.generateID(prefix + kind);
          }
        });
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new java.awt.Dimension(size.width(), size.height()));
    ChartWriter.draw(drawing, graphics, size);
    Element root = graphics.getRoot();
    graphics.dispose();
    return root;
  }

  // Batik's own stream names a document type on the web, which readers then try to fetch.
  private static void write(Element root, Writer out, boolean isFile) throws IOException {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, isFile ? "no" : "yes");
      transformer.transform(new DOMSource(root), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException("The drawing cannot be written as SVG", e);
    }
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no XML parser", e);
    }
  }

  private static void describe(Element root, Chart chart, ChartSize size) {
    root.setAttribute("viewBox", "0 0 " + size.width() + " " + size.height());
    root.setAttribute("role", "img");
    Element title = words(root, "title", chart.title());
    Element description = words(root, "desc", chart.subtitle() + ". " + chart.description());
    root.insertBefore(description, root.getFirstChild());
    root.insertBefore(title, root.getFirstChild());
  }

  private static Element words(Element root, String name, String text) {
    Element element = root.getOwnerDocument().createElementNS(NAMESPACE, name);
    element.setTextContent(text);
    return element;
  }

  private static void families(Element root) {
    NodeList elements = root.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (element.getAttribute("font-family").contains(ReportTheme.FAMILY)) {
        element.setAttribute("font-family", FAMILIES);
      }
    }
    root.setAttribute("font-family", FAMILIES);
  }
}
