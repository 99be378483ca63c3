package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example contracts with the reference tables that ship, as SQL sees them. */
@Tag("long")
class ContractViewsTest {

  @TempDir private Path work = Path.of("");

  @Test
  void the_example_contracts_stand_in_the_tables_that_sql_reads() {
    Engine engine = SmallRun.newEngine();
    InputViews.register(engine, example().required(), KnownReference.NOTHING);
    assertThat(
            EngineRows.of(
                engine,
                "select t.basis from contract_term as t where t.contract = 'pinnacle-2026'"
                    + " and t.place_of_service_code = '24'"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("basis", "fixed amount"));
  }

  @Test
  void the_example_contracts_fit_the_reference_tables_that_ship() {
    assertThat(example().problems()).isEmpty();
  }

  private ContractSet.Reading example() {
    Path practice = Path.of("data/example/practice.yaml");
    KnownReference known = new ReferenceViews(Path.of("reference-that-ships"), work).known();
    return ContractSet.read(
        Path.of("data/example/contracts"), PracticeFile.read(practice), practice, known);
  }
}
