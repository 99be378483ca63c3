package org.allowable.report.html;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes elements, attributes and texts; Java's own XML writer escapes them all. Only {@link #raw}
 * does not: what goes there was made by this program from no cell.
 */
final class HtmlWriter implements Closeable {

  // A browser breaks a line between them, as between a word and an amount.
  private static final Pattern SIGNED_AMOUNT = Pattern.compile("[\u2212+-]\\$\\d[\\d,.]*[\\dkM]*");
  private static final String DOCTYPE = "<!DOCTYPE html>\n";

  private final Writer out;
  private final XMLStreamWriter xml;

  /** A page that begins. */
  HtmlWriter(Writer out) throws IOException {
    this.out = out;
    out.write(DOCTYPE);
    try {
      // Another one on the class path would write <td/>, which a browser takes for <td>.
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** One call of the XML writer. */
  private interface Call {
    void run() throws XMLStreamException;
  }

  private HtmlWriter call(Call call) throws IOException {
    try {
      call.run();
      return this;
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  /**
   * Opens an element.
   *
   * @param attributes names, each followed by its value; one whose value is null is left out
   */
  HtmlWriter start(String element, @Nullable String... attributes) throws IOException {
    return call(
        () -> {
          xml.writeStartElement(element);
          attributes(attributes);
        });
  }

  /** An element that has no end: meta, link, br. */
  HtmlWriter empty(String element, @Nullable String... attributes) throws IOException {
    return call(
        () -> {
          xml.writeEmptyElement(element);
          attributes(attributes);
        });
  }

  private void attributes(@Nullable String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = attributes[i + 1];
      if (name != null && value != null) {
        xml.writeAttribute(name, clean(value));
      }
    }
  }

  /** Closes the element that was opened last. */
  HtmlWriter end() throws IOException {
    return call(xml::writeEndElement);
  }

  /** A text within the element. */
  HtmlWriter text(String text) throws IOException {
    return call(() -> xml.writeCharacters(clean(text)));
  }

  /** A text of sentences: no amount breaks between its sign and its dollars. */
  HtmlWriter words(String text) throws IOException {
    Matcher amounts = SIGNED_AMOUNT.matcher(text);
    int end = 0;
    while (amounts.find()) {
      text(text.substring(end, amounts.start()));
      start("span", "class", "amount").text(amounts.group()).end();
      end = amounts.end();
    }
    return text(text.substring(end));
  }

  /** An element with sentences and nothing else. */
  HtmlWriter sentences(String element, String text, @Nullable String... attributes)
      throws IOException {
    return start(element, attributes).words(text).end();
  }

  /** An element with a text and nothing else. */
  HtmlWriter element(String element, String text, @Nullable String... attributes)
      throws IOException {
    return start(element, attributes).text(text).end();
  }

  /** A line feed, so that the file can be read and compared by lines. */
  HtmlWriter line() throws IOException {
    return text("\n");
  }

  /** Text that is HTML already: our own style, script and drawings. */
  HtmlWriter raw(String html) throws IOException {
    call(() -> xml.writeCharacters(""));
    call(xml::flush);
    out.write(html);
    return this;
  }

  /** The text without what no page may hold: control characters and lone surrogates. */
  static String clean(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(HtmlWriter::orSpace).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static int orSpace(int c) {
    boolean isControl = Character.isISOControl(c) && c != '\n';
    boolean isLoneSurrogate = Character.getType(c) == Character.SURROGATE;
    boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE;
    return isControl || isLoneSurrogate || isNoCharacter ? ' ' : c;
  }

  @Override
  public void close() throws IOException {
    call(xml::close);
    out.close();
  }
}
