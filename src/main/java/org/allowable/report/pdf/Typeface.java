package org.allowable.report.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One of our own fonts in a document: how wide words are, and where lines break. */
final class Typeface {

  private static final String UNKNOWN = "?";
  private static final float UNITS = 1000f;

  private final PDFont font;
  // Width of each character in thousandths of the size; a missing one counts as what replaces it.
  private final Map<Integer, Float> widths = new HashMap<>();
  private final Map<Integer, String> shown = new HashMap<>();

  private Typeface(PDFont font) {
    this.font = font;
  }

  /** Embeds the characters that will be used of a font file. */
  static Typeface of(PDDocument document, String file) throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("The font " + file + " is missing from the program");
      }
      return new Typeface(PDType0Font.load(document, in, true));
    }
  }

  PDFont font() {
    return font;
  }

  /** The text on one line, with a question mark for what the font lacks. */
  String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().forEach(c -> clean.append(shown.computeIfAbsent(c, this::show)));
    return clean.toString();
  }

  private String show(int c) {
    if (Character.isISOControl(c) || Character.isWhitespace(c)) {
      return " ";
    }
    String text = Character.getType(c) == Character.SURROGATE ? UNKNOWN : Character.toString(c);
    try {
      font.encode(text);
      return text;
    } catch (IOException | IllegalArgumentException e) {
      return UNKNOWN;
    }
  }

  /** How wide a clean text is, in points. */
  float width(String clean, float size) {
    float width = 0;
    for (int c : clean.codePoints().toArray()) {
      width += widths.computeIfAbsent(c, this::measure);
    }
    return width * size / UNITS;
  }

  private float measure(int c) {
    try {
      return font.getStringWidth(Character.toString(c));
    } catch (IOException e) {
      throw new IllegalStateException("An embedded font cannot be measured", e);
    }
  }

  /** The lines of a text in a room of this width; words that are wider are cut. */
  List<String> lines(String text, float size, float room) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(clean(paragraph).strip(), size, room, lines);
    }
    return lines;
  }

  private void wrap(String paragraph, float size, float room, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" +", -1)) {
      if (line.length() > 0 && width(line + " " + word, size) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
      while (width(line.toString(), size) > room && line.codePointCount(0, line.length()) > 1) {
        int end = fitting(line.toString(), size, room);
        lines.add(line.substring(0, end));
        line.delete(0, end);
      }
    }
    lines.add(line.toString());
  }

  private int fitting(String word, float size, float room) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (width(word.substring(0, next), size) > room) {
        return end;
      }
      end = next;
    }
    return end;
  }
}
