package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;
import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.TRANSACTION_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is held and what goes in where a file, a check or a date is not as it should be. */
class HeldTransactionTest {

  private static final String GUIDE = "005010X221A1";

  @TempDir private Path folder;

  // An 835 of one claim that balances: charge 150, paid 90.
  private static String check(int number, String claim, String... header) {
    List<String> all = new ArrayList<>();
    all.add("BPR*I*90*C*ACH************20250901");
    all.add("TRN*1*CK" + number + "*1999999999");
    all.addAll(List.of(header));
    all.add("DTM*405*20250902");
    all.add("N1*PR*SYN PAYER");
    all.add("REF*2U*SYN01");
    all.add("N1*PE*SYN PAIN CLINIC*XX*1999999984");
    all.add("LX*1");
    all.add("CLP*" + claim + "*1*150*90**12*ICN" + claim + "*11*1");
    all.add("SVC*HC:99213*150*90**1");
    all.add("DTM*472*20250801");
    all.add("CAS*CO*45*60");
    return X12Text.transaction("835*" + String.format("%04d", number), all);
  }

  private static String file(String... transactions) {
    return X12Text.interchange(1, "HP", GUIDE, transactions);
  }

  private WarehouseUnderTest with(String name, String text) throws IOException {
    return WarehouseUnderTest.in(folder).withText(name, text);
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }

  @Test
  void one_unreadable_payment_among_fifty_holds_only_itself() throws IOException {
    String[] all = new String[50];
    for (int i = 0; i < all.length; i++) {
      all[i] = check(1101 + i, "PM-" + i);
    }
    all[44] = all[44].replace("SVC*HC:99213*150*", "SVC*HC:99213*1x0*");
    WarehouseUnderTest warehouse = with("a.835", file(all));
    IngestionResult result = warehouse.ingest();
    assertThat(result.payments()).isEqualTo(49);
    assertThat(result.paymentTotal()).isEqualByComparingTo("4410.00");
    assertThat(result.held())
        .singleElement()
        .satisfies(
            held ->
                assertThat(held.sentence())
                    .contains("check CK1145, SYN PAYER, $90.00, 1 claim, 1 line")
                    .contains("SVC02 is not an amount")
                    .endsWith("Ask the clearinghouse to resend check CK1145.")
                    .doesNotContain("PM-44", "1x0"));
    assertThat(warehouse.rows(TRANSACTION_EXCEPTION))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("disposition", "HELD")
                    .containsEntry("transaction_amount", usd("90.00"))
                    .containsEntry("paid_total", usd("90.00")));
  }

  @Test
  void a_whole_copy_that_comes_later_adds_what_is_missing() throws IOException {
    String bad = check(2, "PM-2").replace("*150*90**1~", "*1,50*90**1~");
    WarehouseUnderTest warehouse = with("a.835", file(check(1, "PM-1"), bad));
    warehouse.ingest();
    IngestionResult again =
        warehouse.withText("b.835", file(check(1, "PM-1"), check(2, "PM-2"))).ingest();
    assertThat(again.payments()).isEqualTo(1);
    assertThat(again.held()).isEmpty();
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactlyInAnyOrder("CK1", "CK2");
    assertThat(warehouse.column(TRANSACTION_EXCEPTION, "disposition"))
        .containsExactly("HELD", "RELEASED");
    assertThat(warehouse.ingest().held()).isEmpty();
  }

  @Test
  void a_file_of_which_all_came_whole_is_held_no_longer() throws IOException {
    String bad = file(check(2, "PM-2").replace("*150*90**1~", "*1,50*90**1~"));
    WarehouseUnderTest warehouse = with("a", bad);
    assertThat(warehouse.ingest().isWhole()).isFalse();
    warehouse.withText("b", file(check(2, "PM-2")));
    for (int night = 2; night <= 4; night++) {
      IngestionResult result = warehouse.ingest();
      assertThat(result.isWhole()).as("night " + night).isTrue();
      assertThat(result.files())
          .extracting(IngestedFile::status)
          .as("night " + night)
          .containsExactly(
              FileStatus.ALREADY_LOADED,
              night == 2 ? FileStatus.LOADED : FileStatus.ALREADY_LOADED);
    }
  }

  @Test
  void a_file_of_which_all_comes_whole_in_the_same_run_is_not_held() throws IOException {
    String bad = file(check(2, "PM-2").replace("*150*90**1~", "*1,50*90**1~"));
    WarehouseUnderTest warehouse = with("a", bad).withText("b", file(check(2, "PM-2")));
    assertThat(warehouse.ingest().isWhole()).isTrue();
    assertThat(warehouse.column(INGESTED_FILE, "status"))
        .containsExactlyInAnyOrder("ALREADY_LOADED", "LOADED");
    assertThat(warehouse.ingest().isWhole()).isTrue();
  }

  @Test
  void a_file_of_which_one_of_two_came_whole_is_held_for_the_other() throws IOException {
    String bad = file(check(1, "PM-1"), check(2, "PM-2")).replace("*150*90**1~", "*1,50*90**1~");
    WarehouseUnderTest warehouse = with("a", bad).withText("b", file(check(2, "PM-2")));
    for (int night = 1; night <= 3; night++) {
      assertThat(warehouse.ingest().held())
          .as("night " + night)
          .extracting(HeldTransaction::traceNumber)
          .containsExactly("CK1");
    }
  }

  @Test
  void a_claim_transaction_that_cannot_be_read_holds_only_itself() throws IOException {
    String good = X12Text.claims("CLM*A*150***11:B:1", "LX*1", "SV1*HC:99213*150*UN*1");
    String st = good.substring(good.indexOf("ST*"), good.indexOf("GE*"));
    String bad = st.replace("CLM*A*150*", "CLM*B*oops*").replace("0001", "0002");
    String text = X12Text.interchange(2, "HC", "005010X222A1", st, bad);
    WarehouseUnderTest warehouse = with("a.837", text);
    IngestionResult result = warehouse.ingest();
    assertThat(warehouse.column(CLAIM_LINE, "claim_id")).containsExactly("A");
    assertThat(result.held())
        .singleElement()
        .satisfies(held -> assertThat(held.remedy()).contains("billing system"));
  }

  // An 837P of one claim, one line per charge.
  private static String sent(String payer, String claim, String... charges) {
    List<String> all = new ArrayList<>();
    BigDecimal sum = Arrays.stream(charges).map(BigDecimal::new).reduce(BigDecimal::add).get();
    all.add("CLM*" + claim + "*" + sum + "***11:B:1");
    for (String charge : charges) {
      all.add("LX*" + all.size());
      all.add("SV1*HC:99213*" + charge + "*UN*1");
    }
    return X12Text.claims(all.toArray(new String[0])).replace("SBR*P", "SBR*" + payer);
  }

  private static String broken(String payer) {
    return sent(payer, "A", "100", "50").replace("*50*UN", "*5o*UN");
  }

  @ParameterizedTest
  @CsvSource({
    "P, A, 100 50, true",
    "P, A, 120 50, true",
    "P, A, 100 40, false",
    "P, A, 150, false",
    "P, A, 100 25 25, false",
    "S, A, 100 50, false",
    "P, B, 100 50, false"
  })
  void a_held_claim_is_in_when_it_came_to_the_same_payer_with_its_lines_and_charges(
      String payer, String claim, String charges, boolean isIn) throws IOException {
    WarehouseUnderTest warehouse = with("a", broken("P"));
    assertThat(warehouse.ingest().held()).hasSize(1);
    warehouse.withText("b", sent(payer, claim, charges.split(" ", -1)));
    assertThat(warehouse.ingest().held()).hasSize(isIn ? 0 : 1);
    assertThat(warehouse.column(TRANSACTION_EXCEPTION, "disposition"))
        .containsExactly(isIn ? new String[] {"HELD", "RELEASED"} : new String[] {"HELD"});
  }

  @Test
  void a_held_claim_to_a_second_payer_is_in_when_it_came_whole() throws IOException {
    WarehouseUnderTest warehouse = with("a", broken("S"));
    assertThat(warehouse.ingest().held()).hasSize(1);
    assertThat(warehouse.withText("b", sent("S", "A", "100", "50")).ingest().held()).isEmpty();
  }

  @Test
  void a_held_claim_whose_file_was_cut_off_is_in_when_it_came_with_more_lines() throws IOException {
    String whole = sent("P", "A", "100", "50");
    WarehouseUnderTest warehouse = with("a", whole.substring(0, whole.indexOf("LX*3")));
    assertThat(warehouse.ingest().held()).hasSize(1);
    assertThat(warehouse.withText("b", whole).ingest().held()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"P, 0", "S, 1"})
  void a_broken_copy_of_a_claim_that_an_earlier_run_took_in_is_not_held(String payer, int held)
      throws IOException {
    WarehouseUnderTest warehouse = with("a", sent(payer, "A", "100", "50"));
    warehouse.ingest();
    assertThat(warehouse.withText("b", broken("P")).ingest().held()).hasSize(held);
  }

  @ParameterizedTest
  @CsvSource({"P, 0", "S, 1"})
  void a_broken_copy_of_a_claim_that_went_in_before_it_in_the_same_run_is_not_held(
      String payer, int held) throws IOException {
    WarehouseUnderTest warehouse =
        with("a", sent(payer, "A", "100", "50")).withText("b", broken("P"));
    assertThat(warehouse.ingest().held()).hasSize(held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SE*13*0001 | SE*99*0001",
        "SE*13*0001 | SE*13*0009",
        "GE*1*7~ | GE*4*7~",
        "GE*1*7~ | ''",
        "IEA*1* | IEA*5*",
        "IEA*1*000000001~ | ''",
        "~IEA*1*000000001~ | ~IEA*1*000000001~rest",
        "*ZZ*RECEIVER       * | *ZZ*RECEIVER*",
        "SVC*HC:99213* | SVC*HC>99213*"
      })
  void an_envelope_that_is_wrong_and_loses_nothing_loads_with_a_warning(String of, String by)
      throws IOException {
    String text = file(check(1, "PM-1"));
    assertThat(text).contains(of);
    WarehouseUnderTest warehouse = with("a", text.replace(of, by));
    IngestionResult result = warehouse.ingest();
    assertThat(result.payments()).isEqualTo(1);
    assertThat(result.warnings()).isPositive();
    assertThat(warehouse.column(TRANSACTION_EXCEPTION, "disposition")).containsOnly("WARNING");
    Path strict = folder.resolve("strict");
    assertThat(
            Ingestion.run(warehouse.source(), FilePlace.of(strict), null, true, Progress.SILENT)
                .payments())
        .as("with --strict")
        .isZero();
  }

  @Test
  void a_wrong_count_over_amounts_that_do_not_balance_is_held() throws IOException {
    String text =
        file(check(1, "PM-1")).replace("SE*13*", "SE*16*").replace("CAS*CO*45*60", "NTE*ADD*X");
    IngestionResult result = with("a", text).ingest();
    assertThat(result.held())
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).contains("its amounts do not balance"));
  }

  @Test
  void a_transaction_without_its_end_is_held_and_the_next_goes_in() throws IOException {
    String text = file(check(1, "PM-1").replaceAll("SE\\*.*~", ""), check(2, "PM-2"));
    WarehouseUnderTest warehouse = with("a", text);
    assertThat(warehouse.ingest().held())
        .extracting(HeldTransaction::traceNumber)
        .containsExactly("CK1");
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactly("CK2");
  }

  @Test
  void what_was_whole_before_a_file_was_cut_off_goes_in() throws IOException {
    String text = file(check(1, "PM-1"), check(2, "PM-2"));
    WarehouseUnderTest warehouse = with("a", text.substring(0, text.lastIndexOf("CAS*")));
    assertThat(warehouse.ingest().held())
        .extracting(HeldTransaction::traceNumber)
        .containsExactly("CK2");
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactly("CK1");
  }

  @Test
  void a_file_behind_one_that_was_cut_off_is_read() throws IOException {
    String first = file(check(1, "PM-1"));
    String text = first.substring(0, first.indexOf("CAS*")) + file(check(2, "PM-2"));
    WarehouseUnderTest warehouse = with("a", text);
    warehouse.ingest();
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactly("CK2");
  }

  private static String behind(String first, String kind) {
    String second = file(check(2, "PM-2")).replace("000000001", "000000002");
    int body = second.indexOf("GS*");
    String isa = second.substring(0, body);
    String rest = second.substring(body);
    return first
        + switch (kind) {
          case "other terminator" -> isa + rest.replace('~', '\n');
          case "other separator" -> isa + rest.replace('*', '|');
          case "no terminator" -> isa.replace(":~", ":") + rest;
          case "too long" -> isa + (rest + "~").repeat(2_500).replace('~', '\n');
          default -> isa + rest.substring(0, 9);
        };
  }

  @ParameterizedTest
  @CsvSource({"other terminator", "other separator", "no terminator", "too long", "cut off"})
  void an_interchange_that_cannot_be_read_is_named_every_night(String kind) throws IOException {
    WarehouseUnderTest warehouse = with("a", behind(file(check(1, "PM-1")), kind));
    IngestionResult result = warehouse.ingest();
    assertThat(result.payments()).isEqualTo(1);
    for (IngestionResult night : List.of(result, warehouse.ingest())) {
      assertThat(night.isWhole()).isFalse();
      assertThat(night.partlyRead())
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one.reason()).endsWith("Ask the clearinghouse to resend the file."));
    }
    assertThat(warehouse.row(INGESTED_FILE))
        .containsEntry("status", "LOADED")
        .hasEntrySatisfying("reason", reason -> assertThat(reason).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({"EOF", "rest", "'-- 1 --'"})
  void words_behind_the_last_interchange_are_no_loss(String words) throws IOException {
    IngestionResult result = with("a", file(check(1, "PM-1")) + words).ingest();
    assertThat(result.isWhole()).isTrue();
    assertThat(result.warnings()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void a_procedure_with_another_separator_than_all_others_holds_only_its_payment(int place)
      throws IOException {
    String[] all = {check(1, "PM-1"), check(2, "PM-2")};
    all[place] = all[place].replace("SVC*HC:99213*", "SVC*N4-12345*");
    WarehouseUnderTest warehouse = with("a", file(all));
    assertThat(warehouse.ingest().held())
        .extracting(HeldTransaction::traceNumber)
        .containsExactly("CK" + (place + 1));
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactly("CK" + (2 - place));
  }

  @ParameterizedTest
  @CsvSource({"PER*BL*LISA*TE*8005551234*EX*123", "PER*IC*MELISA*TE*8005551234*FX*8005551235"})
  void a_contact_whose_name_ends_in_isa_begins_no_interchange(String contact) throws IOException {
    WarehouseUnderTest warehouse = with("a", file(check(1, "PM-1", contact), check(2, "PM-2")));
    assertThat(warehouse.ingest().held()).isEmpty();
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactly("CK1", "CK2");
  }

  @ParameterizedTest
  @CsvSource({"''", "00000000", "20250931", "20990901", "19000101"})
  void a_payment_without_a_day_that_can_be_meant_has_its_production_date(String day)
      throws IOException {
    WarehouseUnderTest warehouse =
        with("a", file(check(1, "PM-1").replace("*20250901~", "*" + day + "~")));
    warehouse.ingest();
    assertThat(warehouse.row(PAYMENT))
        .containsEntry("payment_date", LocalDate.of(2025, 9, 2))
        .containsEntry("payment_month", "2025-09");
    assertThat(warehouse.row(TRANSACTION_EXCEPTION)).containsEntry("disposition", "WARNING");
  }

  @Test
  void a_payment_that_nothing_dates_is_held() throws IOException {
    String undated =
        check(1, "PM-1").replace("*20250901~", "*~").replace("DTM*405*20250902", "PER*BL*X");
    assertThat(with("a", file(undated)).ingest().held())
        .singleElement()
        .satisfies(held -> assertThat(held.remedy()).contains("payment date (BPR16)"));
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void a_check_under_another_header_counts_once(int runs) throws IOException {
    WarehouseUnderTest warehouse = with("a", file(check(1, "PM-1")));
    if (runs == 2) {
      warehouse.ingest();
    }
    String other = check(1, "PM-1", "REF*EV*HOUSE").replace("20250902", "20250905");
    warehouse.withText("b", file(other));
    assertThat(warehouse.ingest().held()).isEmpty();
    assertThat(warehouse.column(PAYMENT, "source_file")).containsExactly("a");
    assertThat(warehouse.rows(TRANSACTION_EXCEPTION)).isEmpty();
  }

  // More of them than are kept in memory.
  private static String largeCheck(int interchange, int count, boolean isWhole) {
    List<String> all = new ArrayList<>(X12Text.head());
    all.set(0, all.get(0).replace("*90*", "*" + 90 * count + "*"));
    for (int i = 0; i < count; i++) {
      all.add("CLP*PM-" + i + "*1*150*90**12*ICN" + i + "*11*1");
      all.add("SVC*HC:99213*150*90**1");
      all.add("DTM*472*20250801");
      all.add(isWhole || i > 0 ? "CAS*CO*45*60" : "CAS*CO*45*6x0");
    }
    return X12Text.interchange(interchange, "HP", GUIDE, X12Text.transaction("835*0001", all));
  }

  @Test
  void a_held_check_of_many_claims_names_them_all() throws IOException {
    WarehouseUnderTest warehouse = with("a.835", largeCheck(1, 9_000, false));
    warehouse.ingest();
    assertThat(warehouse.rows(TRANSACTION_EXCEPTION))
        .singleElement()
        .extracting(row -> row.get("claim_ids"))
        .isEqualTo(IntStream.range(0, 9_000).mapToObj(i -> "PM-" + i).toList());
  }

  @Test
  void a_check_of_many_claims_that_is_held_is_in_when_it_came_whole() throws IOException {
    WarehouseUnderTest warehouse =
        with("a.835", largeCheck(1, 9_000, false)).withText("b.835", largeCheck(2, 9_000, true));
    assertThat(warehouse.ingest().held()).isEmpty();
  }

  @Test
  void a_check_of_many_claims_under_another_header_counts_once() throws IOException {
    WarehouseUnderTest warehouse =
        with("a.835", largeCheck(1, 9_000, true)).withText("b.835", largeCheck(2, 9_000, true));
    IngestionResult result = warehouse.ingest();
    assertThat(result.payments()).isEqualTo(1);
    assertThat(result.held()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void a_check_that_comes_again_with_another_amount_counts_once_and_is_named(int runs)
      throws IOException {
    WarehouseUnderTest warehouse = with("a", file(check(1, "PM-1")));
    if (runs == 2) {
      warehouse.ingest();
    }
    String other =
        check(1, "PM-1").replace("BPR*I*90*", "BPR*I*95*").replace("*150*90*", "*150*95*");
    warehouse.withText("b", file(other));
    assertThat(warehouse.ingest().held(true)).hasSize(1);
    assertThat(warehouse.row(PAYMENT)).containsEntry("payment_amount", usd("90.00"));
    assertThat(warehouse.row(TRANSACTION_EXCEPTION))
        .containsEntry("disposition", "COPY_DIFFERS")
        .containsEntry("transaction_amount", usd("95.00"));
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "true, 2", "false, 1", "false, 2"})
  void a_check_without_its_originator_counts_once(boolean inBoth, int runs) throws IOException {
    String text = file(check(1, "PM-1"));
    String bare = text.replace("TRN*1*CK1*1999999999~", "TRN*1*CK1~");
    WarehouseUnderTest warehouse = with("a", inBoth ? bare : text);
    if (runs == 2) {
      warehouse.ingest();
    }
    warehouse.withText("b", bare.replace("20250902", "20250905").replace("LX*1", "LX*2"));
    assertThat(warehouse.ingest().held()).isEmpty();
    assertThat(warehouse.column(PAYMENT, "source_file")).containsExactly("a");
  }

  @Test
  void checks_of_two_payers_with_one_number_both_count() throws IOException {
    String other = check(1, "PM-1").replace("1999999999~", "1888888888~").replace("SYN", "OTHER");
    WarehouseUnderTest warehouse =
        with("a", file(check(1, "PM-1"))).withText("b", file(other.replace("*90", "*80")));
    warehouse.ingest();
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactly("CK1", "CK1");
  }

  @Test
  void copies_that_differ_in_two_interchanges_of_one_file_count_once() throws IOException {
    String other =
        file(check(1, "PM-1").replace("BPR*I*90*", "BPR*I*95*").replace("*150*90*", "*150*95*"));
    String text = file(check(1, "PM-1")) + other.replace("000000001", "000000002");
    WarehouseUnderTest warehouse = with("a", text);
    assertThat(warehouse.ingest().held(true)).hasSize(1);
    assertThat(warehouse.row(PAYMENT)).containsEntry("payment_amount", usd("90.00"));
  }

  @ParameterizedTest
  @CsvSource({"20251031, 1", "20251101, 2", "20220901, 2"})
  void a_number_that_a_payer_uses_again_after_60_days_is_another_check(String day, int payments)
      throws IOException {
    String later = file(check(1, "PM-1").replace("20250901", day).replace("*90*", "*95*"));
    WarehouseUnderTest warehouse = with("a", file(check(1, "PM-1"))).withText("b", later);
    warehouse.ingest();
    assertThat(warehouse.rows(PAYMENT)).hasSize(payments);
  }

  @ParameterizedTest
  @CsvSource({
    "835*0001, 008020X322",
    "837*0001*005010X223A2, institutional claims (837I)",
    "837*0001*005010X224A2, dental claims (837D)"
  })
  void a_guide_that_is_not_read_is_refused_by_its_name(String set, String name) throws IOException {
    String other = X12Text.transaction(set, List.of("BPR*I*80*C", "TRN*1*CK9*1", "RAS*20*CO*45"));
    String text = X12Text.interchange(3, "HP", "008020X322", other).replace("IEA*1*", "IEA*2*");
    String read = file(check(1, "PM-1"));
    String two =
        text.replace(
            "IEA*2*", read.substring(read.indexOf("GS*"), read.indexOf("IEA*")) + "IEA*2*");
    WarehouseUnderTest warehouse = with("a", two);
    IngestionResult result = warehouse.ingest();
    assertThat(result.held())
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).contains(name, "not supported"));
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactly("CK1");
  }

  @Test
  void adjustments_of_another_version_are_not_dropped() throws IOException {
    String text = file(check(1, "PM-1").replace("CAS*CO*45*60", "RAS*60*CO*45"));
    assertThat(with("a", text).ingest().held())
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).contains("RAS", "008020X322"));
  }

  @Test
  void an_element_of_100_000_characters_is_named() throws IOException {
    String big = String.join("", Collections.nCopies(100_000, "A"));
    String text = file(check(1, "PM-1", "REF*EV*" + big), check(2, "PM-2"));
    IngestionResult result = with("a", text).ingest();
    assertThat(result.payments()).isEqualTo(1);
    assertThat(result.held())
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).contains("REF02 is 100,000 characters long"));
  }

  @Test
  void text_saved_as_utf_16_is_read() throws IOException {
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder);
    byte[] text = ("\uFEFF" + file(check(1, "PM-1"))).getBytes(StandardCharsets.UTF_16LE);
    Files.write(warehouse.source().resolve("a"), text);
    assertThat(warehouse.ingest().payments()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_no_x12_is_named_once() throws IOException {
    WarehouseUnderTest warehouse =
        with("readme.txt", "Invoice list").withText("a", file(check(1, "PM-1")));
    IngestionResult first = warehouse.ingest();
    assertThat(first.newlyNotX12()).hasSize(1);
    assertThat(first.held()).isEmpty();
    assertThat(warehouse.ingest().newlyNotX12()).isEmpty();
    assertThat(warehouse.column(INGESTED_FILE, "status")).contains("NOT_X12");
  }

  @Test
  void hidden_files_are_said() throws IOException {
    WarehouseUnderTest warehouse =
        with(".b.835", file(check(2, "PM-2"))).withText("a", file(check(1, "PM-1")));
    IngestionResult result = warehouse.ingest();
    assertThat(result.hiddenFiles()).isEqualTo(1);
    assertThat(result.payments()).isEqualTo(1);
  }

  @Test
  void packed_files_are_read_as_they_are() throws IOException {
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder);
    Path zip = warehouse.source().resolve("in.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 1; i <= 2; i++) {
        out.putNextEntry(new ZipEntry(i + ".835"));
        String text = file(check(i, "PM-" + i));
        out.write(
            (i == 1 ? text : text.replace("*150*90*", "*x*90*"))
                .getBytes(StandardCharsets.US_ASCII));
      }
    }
    Path gzip = warehouse.source().resolve("b.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(file(check(3, "PM-3")).getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(warehouse.ingest().held())
        .extracting(HeldTransaction::sourceFile)
        .containsExactly("in.zip/2.835");
    assertThat(warehouse.column(PAYMENT, "trace_number")).containsExactlyInAnyOrder("CK1", "CK3");
  }

  @ParameterizedTest
  @CsvSource({"in.zip", "ERA0915", "x.835"})
  void a_damaged_archive_is_named_and_the_other_files_go_in(String name) throws IOException {
    WarehouseUnderTest warehouse =
        with("a", file(check(1, "PM-1"))).withText(name, "PK\u0003\u0004 and no more");
    IngestionResult result = warehouse.ingest();
    assertThat(result.payments()).isEqualTo(1);
    assertThat(result.refusedWhole())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).contains("Download it again"));
    assertThat(result.isWhole()).isFalse();
  }
}
