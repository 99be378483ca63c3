package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.INGESTED_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read whole, and what a person is told about it. */
class QuarantineTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "synthetic__15a_bad_amount.835 | 17 | CLP03 is not an amount",
        "synthetic__15a_bad_amount.835 | 17 | Ask the clearinghouse to resend check T1.",
        "synthetic__15b_truncated_mid_segment.835 | 24 | it was cut off",
        "synthetic__15f_amount_forms.835 | 17 | no plus sign"
      })
  void a_bad_sample_is_quarantined(String sample, int segment, String reason) throws IOException {
    expect(WarehouseUnderTest.in(folder).with(sample), segment, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what to replace in a sound file | by what | segment | reason
        "*ZZ*RECEIVER       * | *ZZ*RECEIVER* | 1 | ISA is not padded to its fixed length",
        "IEA*1*000000001~ | '' | 10 | no complete IEA segment",
        "IEA*1*000000001 | IEA*1*000000002 | 11 | IEA02 is not the control number of the ISA",
        "IEA*1* | IEA*2* | 11 | IEA01 says 2 groups",
        "GE*1*7 | GE*3*7 | 10 | GE01 says 3 transactions",
        "GE*1*7 | GE*1*8 | 10 | GE02 is not the control number of the GS",
        "SE*7*0001 | SE*7*0002 | 9 | SE02 is not the control number of the ST",
        "SE*7*0001 | SE*x*0001 | 9 | SE01 is not a whole number",
        "SE*7*0001~ | '' | 9 | before its transaction has",
        "ST*835*0001~ | '' | 3 | outside a transaction",
        "ST*835*0001~ | ST*835*0001~b@d*1~ | 4 | this is not a segment",
        "BPR*I*90 | BPX*I*90 | 9 | no payment segment (BPR)",
        "BPR*I*90* | BPR*I** | 4 | BPR02 is missing",
        "*20250901~TRN | *20250231~TRN | 4 | BPR16 is not a day of the calendar",
        "TRN*1*T1*1999999999 | CUR*PR*CAD | 5 | CUR02 names a currency other than USD",
        "LX*1 | SVC*HC:99213*1*1 | 8 | SVC stands before any claim",
        "LX*1 | CLP**1*1*1 | 8 | CLP01 is missing",
        "LX*1 | CLP*A*1*1 | 8 | CLP04 is missing",
        "LX*1 | CLP*A*1*12345678901*1 | 8 | CLP03 is too large",
        "LX*1 | CLP*A*1*1.005*1 | 8 | CLP03 has more than 2 decimals; nothing is rounded"
      })
  void a_broken_file_is_quarantined(String of, String by, int segment, String reason)
      throws IOException {
    String text =
        X12Text.interchange(
            1,
            "HP",
            "005010X221A1",
            X12Text.transaction(
                "835*0001",
                X12Text.head().stream()
                    .filter(s -> !s.startsWith("DTM") && !s.startsWith("N1*PE"))
                    .toList()));
    assertThat(text).contains(of);
    expect(WarehouseUnderTest.in(folder).withText("a", text.replace(of, by)), segment, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAS*CO*45 | 11 | CAS03 is missing",
        "CAS*CO**5 | 11 | CAS02 is missing",
        "CAS*CO*1*1**2*1**3*1**4*1**5*1**6*1**7*1 | 11 | CAS20 stands after the six adjustments",
        "SVC*HC>99213*1*1 | 1 | the component separator in use is not the one that ISA16 names",
        "SVC*HC99213*1*1 | 11 | SVC01 does not begin with a qualifier",
        "PLB*1*20251231*WO>A*5 | 11 | PLB03 does not begin with a reason",
        "PLB*1*20251231*WO:A | 11 | PLB04 is missing"
      })
  void a_broken_adjustment_is_quarantined(String segment, int place, String reason)
      throws IOException {
    String text = X12Text.remittance("CLP*A*1*1*1", segment).replace("DTM*405*20250902~", "");
    text = text.replace("SE*11*", "SE*10*");
    expect(WarehouseUnderTest.in(folder).withText("a", text), place, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLM*A*1***11:B:1 | 13 | a claim (CLM) has no service line (LX)",
        "CLM*A*1***11:B:1~LX*1~DTP*472*D8*20250801 | 14 | has no service segment (SV1)",
        "CLM*A*1~LX*1~SV1*HC:1*1~LX*1~SV1*HC:1*1 | 16 | LX01 is the number of an earlier line",
        "CLM*A*1~LX*1~SV2*300*HC:1*1 | 15 | institutional service (SV2)",
        "CLM*A*1~LX*1~SV1*HC99213*1 | 15 | SV101 does not begin with a qualifier",
        "CLM*A*1~LX*1~SV1*HC*1 | 15 | SV101 names no procedure code",
        "HL*3*9*22*0 | 13 | HL02 is not the level of the billing provider",
        "HL*3*1*23*0 | 13 | HL02 is not the level of the subscriber",
        "CLM*A*1~LX*1~SV1*HC:1*1~DTP*472*RD8*20250801 | 16 | DTP03 is not a period",
        "CLM*A*1~HI*ABK:1*ABF:2*ABF:3*ABF:4*ABF:5*ABF:6*ABF:7*ABF:8*ABF:9*ABF:1*ABF:1*ABF:1*ABF:1 | 14 | a 13th diagnosis"
      })
  void a_broken_claim_is_quarantined(String segments, int place, String reason) throws IOException {
    String text = X12Text.claims(segments.split("~", -1));
    expect(WarehouseUnderTest.in(folder).withText("a", text), place, reason);
  }

  @Test
  void an_837_of_an_unknown_guide_is_quarantined() throws IOException {
    String text =
        X12Text.interchange(
            1, "HC", "005010", X12Text.transaction("837*0001", java.util.List.of("BHT*0019")));
    expect(
        WarehouseUnderTest.in(folder).withText("a", text),
        3,
        "does not say that it is professional");
  }

  @Test
  void a_sum_too_large_for_its_column_is_quarantined() throws IOException {
    String text = X12Text.remittance("CLP*A*1*1*1", "CAS*PR*1*9999999999**1*9999999999");
    expect(WarehouseUnderTest.in(folder).withText("a", text), 13, "a sum of amounts");
  }

  @Test
  void a_reason_quotes_nothing_that_the_file_says() throws IOException {
    String text = X12Text.claims("NM1*QC*1*SECRETNAME*PAT", "CLM*SECRETCLAIM*SECRETAMOUNT");
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).withText("a", text);
    IngestionResult result = warehouse.ingest();
    assertThat(result.toString()).contains("CLM02 is not an amount").doesNotContain("SECRET");
    assertThat(warehouse.rows(INGESTED_FILE).toString()).doesNotContain("SECRET");
  }

  private static void expect(WarehouseUnderTest warehouse, int segment, String reason)
      throws IOException {
    warehouse.ingest();
    assertThat(warehouse.row(INGESTED_FILE))
        .containsEntry("status", "QUARANTINED")
        .containsEntry("segment_index", segment)
        .hasEntrySatisfying("reason", said -> assertThat(said).asString().contains(reason));
    assertThat(warehouse.rows(INGESTED_TRANSACTION)).isEmpty();
  }
}
