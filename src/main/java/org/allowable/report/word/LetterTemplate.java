package org.allowable.report.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allowable.model.InputException;
import org.allowable.report.letter.LetterContent;
import org.allowable.report.letter.LetterPart;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A letter in Word with placeholders such as {@code {{payer}}}: ours, or the practice's own. */
public final class LetterTemplate {

  private static final String PRODUCER = "Allowable";
  private static final long MOST_BYTES = 20_000_000;

  private final String name;
  private final byte[] bytes;

  private LetterTemplate(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** A letter that was filled: the Word file, and its parts for other forms. */
  public static final class Filled {
    private final byte[] docx;
    private final List<LetterPart> parts;

    private Filled(byte[] docx, List<LetterPart> parts) {
      this.docx = docx;
      this.parts = List.copyOf(parts);
    }

    /** The Word file. */
    public byte[] docx() {
      return docx.clone();
    }

    /** Its parts, from top to bottom. */
    public List<LetterPart> parts() {
      return parts;
    }
  }

  /** Our own wording. */
  public static LetterTemplate standard() {
    try (XWPFDocument document = StandardLetter.document()) {
      return new LetterTemplate(
          "the standard letter", written(document, "Letter to a payer", Instant.EPOCH));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * The practice's own.
   *
   * @throws InputException if it is no Word file
   */
  public static LetterTemplate read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "There is no template " + file + ". Write ours to edit with --write-template.");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new InputException(
          "%s: expected a Word file of at most %,d bytes. Name the right file, or make its pictures smaller."
              .formatted(file, MOST_BYTES));
    }
    LetterTemplate template = new LetterTemplate(file.toString(), bytes(file));
    template.opened().close();
    return template;
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new InputException("There is no template " + file + ".", e);
    }
  }

  /** The file. */
  public byte[] docx() {
    return bytes.clone();
  }

  private XWPFDocument opened() throws IOException {
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      return new XWPFDocument(in);
    } catch (POIXMLException
        | OpenXML4JRuntimeException
        | IllegalArgumentException
        | IOException e) {
      throw new InputException(
          name + ": expected a Word file (.docx), found another. Save it as .docx in Word.", e);
    }
  }

  /**
   * Refuses a template with a placeholder that nothing stands for, before any work.
   *
   * @throws InputException naming it, and what is known
   */
  public void require(LetterContent content) throws IOException {
    try (XWPFDocument document = opened()) {
      new Placeholders(name, content).fill(document);
    }
  }

  /**
   * Fills it.
   *
   * @throws InputException as {@link #require}
   */
  public Filled fill(LetterContent content) throws IOException {
    try (XWPFDocument document = opened()) {
      Placeholders placeholders = new Placeholders(name, content);
      placeholders.fill(document);
      List<LetterPart> parts = new WordParts(placeholders.tables()).of(document);
      return new Filled(written(document, content.title(), content.asOf()), parts);
    }
  }

  private static byte[] written(XWPFDocument document, String title, Instant asOf)
      throws IOException {
    POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
    Optional<Date> day = Optional.of(Date.from(asOf));
    core.setTitle(title);
    core.setCreator(PRODUCER);
    core.setCreated(day);
    core.setModified(day);
    core.setLastModifiedByUser(PRODUCER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    return WordZip.unclocked(out.toByteArray());
  }

  /** Names that may stand in a template, by what they stand for. */
  public static Map<String, String> meanings() {
    return Placeholders.MEANINGS;
  }
}
