package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;
import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public sample, against totals that a naive reader finds by splitting the text. */
@Tag("long")
class PublicSamplesTest {

  private static final Path SAMPLES = Path.of("../shared/data/x12");

  @TempDir private Path folder;

  @BeforeEach
  void requireSamples() {
    Assumptions.assumeTrue(Files.isDirectory(SAMPLES));
  }

  @Test
  void every_sample_goes_in_or_says_why_not() throws IOException {
    WarehouseUnderTest warehouse = new WarehouseUnderTest(SAMPLES, folder.resolve("warehouse"));
    IngestionResult result = warehouse.ingest();
    assertThat(result.files()).hasSizeGreaterThanOrEqualTo(89);
    assertThat(result.files())
        .allSatisfy(
            file ->
                assertThat(file.reason() == null)
                    .as(file.sourceFile())
                    .isEqualTo(
                        file.status() == FileStatus.LOADED
                            || file.status() == FileStatus.ALREADY_LOADED));
    assertThat(warehouse.rows(INGESTED_FILE)).hasSameSizeAs(result.files());
  }

  @Test
  void totals_are_those_of_a_naive_reader() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        check(file);
      }
    }
  }

  @Test
  void the_medicare_remittance_has_every_reported_allowed_amount() throws IOException {
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder);
    Path sample = SAMPLES.resolve("835/masked__medicare_pain_asc_two_ST_sequestration_MPR.835");
    Files.copy(sample, warehouse.source().resolve("a"));
    warehouse.ingest();
    List<Map<String, @Nullable Object>> lines = warehouse.rows(REMIT_LINE);
    Naive naive = Naive.read(Files.readString(sample));
    assertThat(warehouse.rows(PAYMENT)).hasSize(2);
    assertThat(lines).hasSize(naive.count("SVC"));
    List<BigDecimal> allowed =
        lines.stream()
            .map(line -> (BigDecimal) line.get("reported_allowed_amount"))
            .filter(Objects::nonNull)
            .toList();
    assertThat(allowed).hasSize(naive.count("AMT")).contains(new BigDecimal("596.96"));
    assertThat(allowed.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(naive.sum("AMT", 2));
  }

  private void check(Path sample) throws IOException {
    String name = sample.getFileName().toString();
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder.resolve(name));
    Files.copy(sample, warehouse.source().resolve(name));
    IngestionResult result = warehouse.ingest();
    if (result.count(FileStatus.LOADED) == 1 && result.held().isEmpty()) {
      Naive naive = Naive.read(Files.readString(sample, StandardCharsets.ISO_8859_1));
      checkFile(warehouse.row(INGESTED_FILE), naive);
      checkRows(warehouse, naive);
    }
  }

  private static void checkFile(Map<String, @Nullable Object> file, Naive naive) {
    assertThat(file)
        .as(String.valueOf(file.get("source_file")))
        .containsEntry("transaction_count", naive.count("ST"))
        .containsEntry("duplicate_transaction_count", 0)
        .containsEntry("submitted_claim_count", naive.count("CLM"))
        .containsEntry("submitted_line_count", naive.count("SV1"))
        .containsEntry("submitted_charge_total", naive.sum("SV1", 2))
        .containsEntry("payment_count", naive.count("BPR"))
        .containsEntry("payment_total", naive.sum("BPR", 2))
        .containsEntry("remit_claim_count", naive.count("CLP"))
        .containsEntry("claim_charge_total", naive.sum("CLP", 3))
        .containsEntry("claim_paid_total", naive.sum("CLP", 4))
        .containsEntry("line_paid_total", naive.sum("SVC", 3))
        .containsEntry("provider_adjustment_total", naive.providerAdjustments());
  }

  private static void checkRows(WarehouseUnderTest warehouse, Naive naive) throws IOException {
    List<Map<String, @Nullable Object>> lines = warehouse.rows(REMIT_LINE);
    assertThat(warehouse.row(INGESTED_FILE)).containsEntry("remit_line_count", lines.size());
    List<Map<String, @Nullable Object>> services =
        lines.stream().filter(line -> !Objects.equals(line.get("remit_line_seq"), 0)).toList();
    assertThat(services).hasSize(naive.count("SVC"));
    assertThat(sum(services, "paid_amount")).isEqualByComparingTo(naive.sum("SVC", 3));
    assertThat(sum(services, "charge_amount")).isEqualByComparingTo(naive.sum("SVC", 2));
    assertThat(sum(warehouse.rows(PAYMENT), "payment_amount"))
        .isEqualByComparingTo(naive.sum("BPR", 2));
    assertThat(sum(warehouse.rows(CLAIM_LINE), "charge_amount"))
        .isEqualByComparingTo(naive.sum("SV1", 2));
    assertThat(sum(warehouse.rows(PROVIDER_ADJUSTMENT), "amount"))
        .isEqualByComparingTo(naive.providerAdjustments());
    // A sample whose lines charge something else than their claim does sums to neither.
    if (sum(lines, "charge_amount").compareTo(naive.sum("CLP", 3)) == 0 && areInBalance(lines)) {
      assertThat(sum(lines, "paid_amount")).isEqualByComparingTo(naive.sum("CLP", 4));
    }
  }

  private static boolean areInBalance(List<Map<String, @Nullable Object>> lines) {
    return lines.stream()
        .allMatch(
            line ->
                Objects.equals(line.get("is_claim_in_balance"), true)
                    && Objects.equals(line.get("is_line_in_balance"), true));
  }

  private static BigDecimal sum(List<Map<String, @Nullable Object>> rows, String column) {
    return rows.stream()
        .map(row -> (BigDecimal) row.get(column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Segments by splitting, knowing nothing of loops. */
  private record Naive(List<String[]> segments) {

    static Naive read(String text) {
      List<String[]> segments = new java.util.ArrayList<>();
      for (String interchange :
          text.substring(text.indexOf("ISA")).split("(?=ISA[^A-Z0-9 ]00)", -1)) {
        String element = java.util.regex.Pattern.quote(interchange.substring(3, 4));
        String[] header = interchange.split(element, 18);
        String terminator = java.util.regex.Pattern.quote(header[16].substring(1, 2));
        for (String segment : interchange.split(terminator, -1)) {
          segments.add(segment.strip().split(element, -1));
        }
      }
      return new Naive(segments);
    }

    int count(String tag) {
      return (int) segments.stream().filter(segment -> segment[0].equals(tag)).count();
    }

    BigDecimal sum(String tag, int element) {
      return segments.stream()
          .filter(segment -> segment[0].equals(tag))
          .map(segment -> new BigDecimal(segment[element]))
          .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    BigDecimal providerAdjustments() {
      BigDecimal total = new BigDecimal("0.00");
      for (String[] segment : segments) {
        for (int i = 4; segment[0].equals("PLB") && i < segment.length; i += 2) {
          total = total.add(new BigDecimal(segment[i]));
        }
      }
      return total;
    }
  }
}
