package org.allowable.report.html;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page, read again by Java's XML parser, which takes no tag that is not closed. */
public final class OpenedPage {

  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  private final String html;
  private final Document document;

  /**
   * A cell.
   *
   * @param text what is read
   * @param exact what data-v says; null where there is none
   */
  public record Cell(String text, @Nullable String exact) {

    /** The number; null where the cell shows none. */
    public @Nullable BigDecimal number() {
      if (exact != null) {
        return exact.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(exact) : null;
      }
      if (!text.matches("\u2212?\\$?[0-9,]+(\\.[0-9]+)?[%x]?")) {
        return null;
      }
      String digits = text.replace('\u2212', '-').replaceAll("[$,%x]", "");
      BigDecimal number = new BigDecimal(digits);
      return text.endsWith("%") ? number.movePointLeft(2) : number;
    }
  }

  /**
   * A table.
   *
   * @param caption what it is called
   * @param count how many rows it says there are
   */
  public record Table(
      String caption, long count, List<String> headers, List<List<Cell>> rows, List<Cell> totals) {

    /** The cells of a column. */
    public List<Cell> column(String header) {
      int place = headers.indexOf(header);
      return rows.stream().map(row -> row.get(place)).toList();
    }
  }

  private OpenedPage(String html) throws IOException {
    this.html = html;
    String without = SCRIPT.matcher(STYLE.matcher(html).replaceAll("")).replaceAll("");
    try {
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(without)));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  /** Reads a page. */
  public static OpenedPage of(Path file) throws IOException {
    return new OpenedPage(Files.readString(file));
  }

  String html() {
    return html;
  }

  /** The style as it stands between its tags. */
  String style() {
    return only(STYLE);
  }

  /** The script as it stands between its tags. */
  String script() {
    return only(SCRIPT);
  }

  private String only(Pattern pattern) {
    Matcher matcher = pattern.matcher(html);
    if (!matcher.find()) {
      throw new AssertionError("nothing is " + pattern);
    }
    String found = matcher.group(1);
    if (matcher.find()) {
      throw new AssertionError("two are " + pattern);
    }
    return found;
  }

  /** All elements of a name, in order. */
  public List<Element> elements(String name) {
    return elements(document.getDocumentElement(), name);
  }

  private static List<Element> elements(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The element with an id. */
  public Element withId(String id) {
    return elements("*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }

  /** The part of a sheet, by the sheet's name. */
  public Element sheet(String name) {
    return elements(elements("nav").get(0), "a").stream()
        .filter(link -> link.getTextContent().equals(name))
        .map(link -> withId(link.getAttribute("href").substring(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sheet " + name));
  }

  /** The tables of a sheet, but for the numbers of charts. */
  public List<Table> tables(Element sheet) {
    return elements(sheet, "table").stream()
        .filter(table -> !isWithin(table, "details"))
        .map(OpenedPage::table)
        .toList();
  }

  /** The tables of charts. */
  public List<Table> charts() {
    return elements("details").stream().map(one -> table(elements(one, "table").get(0))).toList();
  }

  /** The elements of a name within another. */
  public List<Element> children(Element in, String name) {
    return elements(in, name);
  }

  /** The addresses to which a part leads, one a line. */
  public String links(Element part) {
    return elements(part, "a").stream()
        .map(link -> link.getAttribute("href"))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isWithin(Element element, String name) {
    for (Node node = element; node != null; node = node.getParentNode()) {
      if (node.getNodeName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Table table(Element table) {
    List<String> headers =
        cells(elements(elements(table, "thead").get(0), "tr").get(0)).stream()
            .map(Cell::text)
            .toList();
    List<List<Cell>> rows =
        elements(elements(table, "tbody").get(0), "tr").stream()
            .map(OpenedPage::cells)
            .filter(row -> row.size() == headers.size())
            .toList();
    List<Element> feet = elements(table, "tfoot");
    return new Table(
        elements(table, "caption").get(0).getTextContent(),
        Long.parseLong(table.getAttribute("data-rows")),
        headers,
        rows,
        feet.isEmpty() ? List.of() : cells(elements(feet.get(0), "tr").get(0)));
  }

  private static List<Cell> cells(Element row) {
    List<Cell> cells = new ArrayList<>();
    for (Node node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element cell) {
        cells.add(
            new Cell(
                cell.getTextContent(),
                cell.hasAttribute("data-v") ? cell.getAttribute("data-v") : null));
      }
    }
    return cells;
  }
}
