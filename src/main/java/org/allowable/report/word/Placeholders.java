package org.allowable.report.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.config.NearestKey;
import org.allowable.model.InputException;
import org.allowable.report.TableBlock;
import org.allowable.report.letter.LetterContent;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;

/** Fills the placeholders of a document: in its paragraphs, tables, headers and footers. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");
  private static final String OPEN = "{{";

  /** What each stands for, in words. */
  static final Map<String, String> MEANINGS = meanings();

  private final String file;
  private final LetterContent content;
  private final IdentityHashMap<XWPFTable, TableBlock> tables = new IdentityHashMap<>();

  Placeholders(String file, LetterContent content) {
    this.file = file;
    this.content = content;
  }

  private static Map<String, String> meanings() {
    Map<String, String> all = new TreeMap<>();
    all.put("practice", "name of the practice");
    all.put("address", "its address, in lines");
    all.put("phone", "its phone number");
    all.put("tax_id", "its TIN");
    all.put("npi", "billing NPIs of the claims");
    all.put("date", "day of the letter");
    all.put("payer", "the payer");
    all.put("subject", "what the letter is about");
    all.put("cause", "the cause of the packet");
    all.put("reason", "what the payer did, in a sentence or two");
    all.put("rule", "contract clauses or CMS rules, with dates");
    all.put("claim_count", "number of claims");
    all.put("line_count", "number of service lines");
    all.put("service_dates", "date of service, or first and last");
    all.put("first_dos", "first date of service");
    all.put("last_dos", "last date of service");
    all.put("billed", "billed charges");
    all.put("allowed", "allowed amount");
    all.put("expected", "expected allowed amount");
    all.put("difference", "expected less allowed");
    all.put("claims", "table of claims, in a paragraph of its own");
    all.put("list_note", "where the claims are listed");
    all.put("request", "what is asked");
    all.put("reply_by", "by when");
    all.put("enclosures", "what is enclosed, in lines");
    all.put("signer", "who signs");
    all.put("signer_title", "what that person is");
    return Collections.unmodifiableMap(all);
  }

  /** The tables that were put in. */
  IdentityHashMap<XWPFTable, TableBlock> tables() {
    return tables;
  }

  /**
   * Fills all.
   *
   * @throws InputException naming the first that nothing stands for
   */
  void fill(XWPFDocument document) {
    for (IBodyElement element : List.copyOf(document.getBodyElements())) {
      if (element instanceof XWPFParagraph paragraph && !isTable(document, paragraph)) {
        fill(paragraph);
      } else if (element instanceof XWPFTable table) {
        fill(table);
      }
    }
    for (XWPFHeader header : document.getHeaderList()) {
      header.getParagraphs().forEach(this::fill);
      header.getTables().forEach(this::fill);
    }
    for (XWPFFooter footer : document.getFooterList()) {
      footer.getParagraphs().forEach(this::fill);
      footer.getTables().forEach(this::fill);
    }
    // What is left stands where no paragraph is: a text box.
    if (document.getDocument().xmlText().contains(OPEN)) {
      throw new InputException(
          file
              + ": a placeholder stands in a text box, or is not closed by }}. Move it to a paragraph or a table.");
    }
  }

  private void fill(XWPFTable table) {
    table.getRows().stream()
        .flatMap(row -> row.getTableCells().stream())
        .forEach(
            cell -> {
              cell.getParagraphs().forEach(this::fill);
              cell.getTables().forEach(this::fill);
            });
  }

  // A table takes the place of a paragraph that holds nothing else.
  private boolean isTable(XWPFDocument document, XWPFParagraph paragraph) {
    Matcher alone = PLACEHOLDER.matcher(text(paragraph).strip());
    TableBlock block = alone.matches() ? content.tables().get(alone.group(1)) : null;
    if (block == null) {
      return false;
    }
    if (block.rows().iterator().hasNext()) {
      try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
        XWPFTable table = Objects.requireNonNull(document.insertNewTbl(cursor));
        WordTable.fill(table, block);
        tables.put(table, block);
      }
    }
    document.removeBodyElement(document.getPosOfParagraph(paragraph));
    return true;
  }

  private static String text(XWPFParagraph paragraph) {
    StringBuilder text = new StringBuilder();
    paragraph.getRuns().forEach(run -> text.append(run.text()));
    return text.toString();
  }

  // Word cuts a paragraph into runs wherever it likes, also within a placeholder.
  private void fill(XWPFParagraph paragraph) {
    String whole = text(paragraph);
    if (!whole.contains(OPEN)) {
      return;
    }
    List<String> texts = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    for (XWPFRun run : paragraph.getRuns()) {
      starts.add(at);
      texts.add("");
      at += run.text().length();
    }
    Map<Integer, String> words = new HashMap<>();
    boolean[] isReplaced = new boolean[whole.length()];
    Matcher found = PLACEHOLDER.matcher(whole);
    while (found.find()) {
      words.put(found.start(), word(found.group(1)));
      java.util.Arrays.fill(isReplaced, found.start(), found.end(), true);
    }
    for (int r = 0; r < texts.size(); r++) {
      int end = r + 1 < texts.size() ? starts.get(r + 1) : whole.length();
      StringBuilder text = new StringBuilder();
      for (int i = starts.get(r); i < end; i++) {
        text.append(words.getOrDefault(i, isReplaced[i] ? "" : whole.substring(i, i + 1)));
      }
      if (!text.toString().equals(paragraph.getRuns().get(r).text())) {
        set(paragraph.getRuns().get(r), text.toString());
      }
    }
  }

  private String word(String name) {
    String word = content.words().get(name);
    if (word != null) {
      return clean(word);
    }
    if (content.tables().containsKey(name)) {
      throw new InputException(
          file
              + ": the placeholder {{"
              + name
              + "}} stands for a table. Give it a paragraph of its own, outside of tables.");
    }
    throw new InputException(
        file
            + ": the placeholder {{"
            + name
            + "}} is not known."
            + NearestKey.hint(name, content.known())
            + " Known: "
            + String.join(", ", content.known())
            + ".");
  }

  // XML holds no control characters; braces would look like a placeholder.
  private static String clean(String word) {
    return word.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").replace(OPEN, "{ {");
  }

  private static void set(XWPFRun run, String text) {
    CTR words = run.getCTR();
    for (int i = words.sizeOfTArray() - 1; i >= 0; i--) {
      words.removeT(i);
    }
    for (int i = words.sizeOfTabArray() - 1; i >= 0; i--) {
      words.removeTab(i);
    }
    for (int i = words.sizeOfBrArray() - 1; i >= 0; i--) {
      words.removeBr(i);
    }
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      // The first that has none is the next: never one that is there.
      run.setText(lines[i], words.sizeOfTArray());
    }
  }
}
