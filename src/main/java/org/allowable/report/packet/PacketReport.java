package org.allowable.report.packet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allowable.config.Letterhead;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.CsvTable;
import org.allowable.report.FileTasks;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.ReportFileName;
import org.allowable.report.SheetList;
import org.allowable.report.Workbook;
import org.allowable.report.excel.WorkbookWriter;
import org.allowable.report.letter.LetterContent;
import org.allowable.report.pdf.LetterPdf;
import org.allowable.report.word.LetterTemplate;

/** Writes packets: an overview of them, and for each a folder with letter and claim list. */
public final class PacketReport {

  /** The folder of the packets in a run's folder. */
  public static final String PACKETS = "packets";

  private static final String JOB = "packet";
  private static final String TITLE = "Packets";

  private final PacketFacts facts;
  private final PacketMarts marts;
  private final LetterTemplate template;

  /**
   * Packets for a payer.
   *
   * @param marts of the job packet by table name
   * @param template of the letters
   */
  public PacketReport(PacketFacts facts, Map<String, Rows> marts, LetterTemplate template) {
    this.facts = facts;
    this.marts = new PacketMarts(marts);
    this.template = template;
  }

  /**
   * What stands for the placeholders of any letter, to try a template on before the work.
   *
   * @param payer the practice's name for it
   */
  public static LetterContent sample(
      String practice, String payer, Letterhead letterhead, LocalDate asOf) {
    PacketFacts facts = new PacketFacts(practice, payer, letterhead, asOf, "");
    return PacketLetter.empty(facts);
  }

  /** The causes that have a packet, the most dollars first. */
  public List<String> causes() {
    return marts.packets().lines().stream().map(line -> line.text("packet_cause")).toList();
  }

  /**
   * Writes the overview, {@link #PACKETS} and {@code tables/} into a folder. Nobody is named.
   *
   * @return how it is listed among others
   * @throws IOException if the folder cannot be written
   */
  public ReportTitle write(Path folder) throws IOException {
    String file = facts.fileName("packets " + facts.payer()).ending("xlsx");
    FileTasks.write(
        List.of(
            () -> WorkbookWriter.write(overview(), folder.resolve(file)),
            () -> CsvTable.writeAll(marts.all(), folder.resolve("tables")),
            () -> writePackets(privateFolder(folder.resolve(PACKETS)))));
    return new ReportTitle(TITLE, subtitle(), headline(), file);
  }

  // A folder for the payer, and in it one for each packet.
  private void writePackets(Path folder) throws IOException {
    Path own = privateFolder(folder.resolve(name(facts.payer(), new HashSet<>())));
    Set<String> taken = new HashSet<>();
    List<FileTasks.Task> tasks = new ArrayList<>();
    for (Mart.Line packet : marts.packets().lines()) {
      String cause = packet.text("packet_cause");
      Path place = own.resolve(name(cause, taken));
      tasks.add(() -> writePacket(packet, privateFolder(place)));
    }
    FileTasks.write(tasks);
  }

  private void writePacket(Mart.Line packet, Path folder) throws IOException {
    ReportFileName letter = facts.fileName("letter");
    ReportFileName list = facts.fileName("claim list");
    LetterContent content = new PacketLetter(facts, marts, packet).content();
    LetterTemplate.Filled filled = template.fill(content);
    Files.write(folder.resolve(letter.ending("docx")), filled.docx());
    Files.write(
        folder.resolve(letter.ending("pdf")),
        LetterPdf.bytes(filled.parts(), content.title(), content.asOf()));
    ClaimListing listing = new ClaimListing(facts, marts, packet.text("packet_cause"));
    WorkbookWriter.write(listing.workbook(), folder.resolve(list.ending("xlsx")));
    listing.writeCsv(folder.resolve(list.ending("csv")));
  }

  private static String name(String words, Set<String> taken) {
    ReportFileName name = ReportFileName.of("", "", words);
    ReportFileName own =
        (name.words().isEmpty() ? new ReportFileName("packet") : name).notAmong(taken);
    taken.add(own.words().toLowerCase(Locale.ROOT));
    return own.words();
  }

  // Packets are handed on by folder: each is private by itself, not only within the run's.
  private static Path privateFolder(Path folder) throws IOException {
    return Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private Workbook overview() {
    return new Workbook(
            TITLE,
            subtitle(),
            facts.instant(),
            true,
            facts.properties(),
            SheetList.of(JOB)
                .sheets(Map.of("headline", headline()), Map.of(), marts::rows, MartTables.PLAIN))
        .called(facts.fileName("packets " + facts.payer()));
  }

  private String subtitle() {
    return "%s \u00b7 %s \u00b7 as of %s"
        .formatted(facts.practice(), facts.payer(), Format.DATE.display(facts.asOf()));
  }

  private String headline() {
    Mart packets = marts.packets();
    BigDecimal claims = packets.sum("claim_count");
    String first =
        packets.lines().stream()
            .map(line -> line.text("deadline_date"))
            .min(String::compareTo)
            .orElse("");
    return "%s packets: %s claims, %s in dispute; first deadline %s."
        .formatted(
            Format.COUNT.display(BigDecimal.valueOf(packets.lines().size())),
            Format.COUNT.display(claims),
            Format.MONEY.display(packets.sum("disputed_amount")),
            first);
  }
}
