package org.allowable.report.packet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.allowable.model.ClaimPatient;
import org.allowable.model.InputException;
import org.allowable.report.ColumnBook;
import org.allowable.report.CsvTable;
import org.allowable.report.excel.BlankCells;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a run's packets whose claim lists name patients. The run itself stays as it was made
 * and names nobody; the copy is the practice's to send, and to delete.
 */
public final class NamedPackets {

  private static final String CLAIM = ColumnBook.named("claim_id").header();
  private static final String BILLED_BY = ColumnBook.named("billed_by_npi").header();
  private static final String PATIENT = ColumnBook.named("patient_name").header();
  private static final String MEMBER = ColumnBook.named("member_id").header();
  private static final String TAX_ID = ColumnBook.named("tax_id").header();

  private static final String NOTE =
      """
      The claim lists in these folders name patients and member IDs. They were taken from the practice's
      own claim files when the lists were written. Neither the warehouse, nor the report, its manifest,
      nor any log holds them. Delete this folder when the packets have gone.
      """;

  private final Path packets;

  /** The packets of a run, in the folder {@link PacketReport#PACKETS} of it. */
  public NamedPackets(Path packets) {
    this.packets = packets;
  }

  /**
   * The claims of all lists, as billing NPI and claim.
   *
   * @param claim made of the two
   */
  public <T> Set<T> claims(BiFunction<String, String, T> claim) throws IOException {
    Set<T> claims = new HashSet<>();
    for (Path file : files()) {
      if (file.toString().endsWith(".csv")) {
        for (Map<String, String> row : rows(file)) {
          claims.add(claim.apply(text(row, BILLED_BY), text(row, CLAIM)));
        }
      }
    }
    return claims;
  }

  /**
   * Writes the copy, whole or not at all.
   *
   * @param folder which is made
   * @param patients by billing NPI and claim; null for one who is not known
   * @throws InputException if the folder is there
   */
  public void write(Path folder, BiFunction<String, String, @Nullable ClaimPatient> patients)
      throws IOException {
    if (Files.exists(folder)) {
      throw new InputException(
          folder + " is there already, and its letters may have been edited. Move it away first.");
    }
    Path parent =
        Files.createDirectories(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
    Path draft =
        Files.createTempDirectory(
            parent,
            ".packets-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      for (Path file : files()) {
        Path copy = draft.resolve(packets.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        write(file, copy, patients);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(draft.resolve("Read me.txt"), NOTE);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(draft);
    }
  }

  private void write(
      Path file, Path copy, BiFunction<String, String, @Nullable ClaimPatient> patients)
      throws IOException {
    String name = file.toString();
    if (name.endsWith(".xlsx")) {
      Files.write(
          copy,
          BlankCells.fill(
              Files.readAllBytes(file),
              ClaimListing.CLAIMS,
              BILLED_BY,
              row -> words(row, patients)));
    } else if (name.endsWith(".csv")) {
      List<Map<String, String>> rows = rows(file);
      List<String> headers = headers(file);
      Iterator<@Nullable Object[]> cells =
          rows.stream()
              .map(
                  row -> {
                    Map<String, String> filled = new HashMap<>(row);
                    filled.putAll(words(row, patients));
                    return (@Nullable Object[])
                        headers.stream().map(filled::get).toArray(Object[]::new);
                  })
              .iterator();
      CsvTable.write(copy, headers, cells);
    } else {
      Files.copy(file, copy);
    }
  }

  private static Map<String, String> words(
      Map<String, String> row, BiFunction<String, String, @Nullable ClaimPatient> patients) {
    ClaimPatient patient = patients.apply(text(row, BILLED_BY), text(row, CLAIM));
    Map<String, String> words = new HashMap<>();
    if (patient != null) {
      words.put(PATIENT, patient.name());
      words.put(MEMBER, patient.memberId());
      // A list that says it above its lines has no column of it.
      if (row.containsKey(TAX_ID) && text(row, TAX_ID).isEmpty()) {
        words.put(TAX_ID, patient.taxId());
      }
    }
    return words;
  }

  /** A cell; empty where there is none. */
  static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(packets)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static CSVParser parser(Path file) throws IOException {
    return CSVFormat.DEFAULT
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
  }

  private static List<String> headers(Path file) throws IOException {
    try (CSVParser parser = parser(file)) {
      return List.copyOf(parser.getHeaderNames());
    }
  }

  /** The rows of a CSV file by header. */
  static List<Map<String, String>> rows(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVParser parser = parser(file)) {
      for (CSVRecord row : parser) {
        rows.add(row.toMap());
      }
    }
    return rows;
  }

  private static void delete(Path draft) throws IOException {
    if (Files.exists(draft)) {
      try (Stream<Path> paths = Files.walk(draft)) {
        for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
