package org.allowable.ingest.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Warehouse;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pseudonym of patients, and the key that makes it. */
class PatientKeyTest {

  private static final PatientKey KEY = PatientKey.of(new byte[32]);

  @TempDir private Path folder;

  // echo -n 'patient:DOE|JANE|19600101' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00..00
  @Test
  void a_pseudonym_is_the_hmac_of_name_and_birth() {
    assertThat(KEY.of("Doe", " jane", "19600101")).isEqualTo("92ab8470c718a0170b35245fbcd31812");
  }

  @Test
  void another_key_gives_another_pseudonym() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(PatientKey.of(other).of("Doe", "Jane", "19600101"))
        .isNotEqualTo(KEY.of("Doe", "Jane", "19600101"));
  }

  @Test
  void a_member_is_not_taken_for_a_person() {
    assertThat(KEY.ofMember("DOE")).isNotEqualTo(KEY.of("DOE", "", ""));
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> PatientKey.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_warehouse_keeps_its_key() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).with("synthetic__p02_replacement_and_void.837");
    warehouse.ingest();
    String key = Files.readString(warehouse.warehouse().resolve("patient-key"));
    warehouse.ingest();
    assertThat(warehouse.warehouse().resolve("patient-key")).hasContent(key);
    assertThat(key.strip()).matches("[0-9a-f]{64}");
  }

  @Test
  void a_lost_key_is_not_replaced_where_there_are_claims() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).with("synthetic__p02_replacement_and_void.837");
    warehouse.ingest();
    Files.delete(warehouse.warehouse().resolve("patient-key"));
    assertThatThrownBy(warehouse::ingest)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--patient-key");
  }

  @Test
  void another_key_file_can_be_named() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).with("synthetic__p02_replacement_and_void.837");
    Path key = Files.writeString(folder.resolve("key"), "00".repeat(32));
    Ingestion.run(warehouse.source(), warehouse.warehouse(), key, Progress.SILENT);
    assertThat(warehouse.column(Warehouse.CLAIM_LINE, "patient_key"))
        .contains(KEY.of("SYNTH", "PAT", "19600101"));
    assertThat(warehouse.warehouse().resolve("patient-key")).doesNotExist();
  }

  @Test
  void what_is_not_a_key_is_refused() throws IOException {
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder);
    Path key = Files.writeString(folder.resolve("key"), "hello");
    assertThatThrownBy(
            () -> Ingestion.run(warehouse.source(), warehouse.warehouse(), key, Progress.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("hello");
  }

  @Test
  void a_warehouse_is_its_owners_alone() throws IOException {
    Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).with("synthetic__02a_original_pay.835");
    warehouse.ingest();
    try (Stream<Path> paths = Files.walk(warehouse.warehouse())) {
      assertThat(paths)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }
}
