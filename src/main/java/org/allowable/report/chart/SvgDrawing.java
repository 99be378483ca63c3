package org.allowable.report.chart;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.allowable.report.Chart;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Writes a chart as an SVG file: letters stay letters, and its words come first. */
final class SvgDrawing {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  // Others take over where the viewer has no DejaVu: of about the same width.
  private static final String FAMILIES = "'DejaVu Sans', Verdana, sans-serif";

  private SvgDrawing() {}

  static void write(Chart chart, ChartSize size, Path file) throws IOException {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("Allowable");
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new java.awt.Dimension(size.width(), size.height()));
    ChartWriter.draw(ChartDrawing.of(chart, size), graphics, size);
    Element root = graphics.getRoot();
    describe(root, chart, size);
    families(root);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(root, out);
    }
    graphics.dispose();
  }

  // Batik's own stream names a document type on the web, which readers then try to fetch.
  private static void write(Element root, Writer out) throws IOException {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
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
