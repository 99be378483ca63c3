package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.allowable.config.Practice;
import org.allowable.config.PriceScenario;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of a run.
 *
 * @param folder of the contract files; null where there is none
 * @param reading what they say, and what is wrong
 * @param known what the loaded reference tables know
 */
record RunContracts(@Nullable Path folder, ContractSet.Reading reading, KnownReference known) {

  /**
   * Reads and checks them.
   *
   * @param option the folder that the user named; null for the practice's
   */
  static RunContracts read(
      @Nullable Path option, Practice practice, Path practiceFile, ReferenceViews references) {
    FrequencyPolicies.read(references).require(practice, practiceFile);
    DenialTables.read(references).require(practice, practiceFile);
    Path folder = ContractSet.folder(option, practice, practiceFile);
    // Without contract files there is nothing that could name what is not loaded.
    KnownReference known = folder == null ? KnownReference.NOTHING : references.known();
    return new RunContracts(folder, ContractSet.read(folder, practice, practiceFile, known), known);
  }

  /**
   * The same with offers to be tried.
   *
   * @param proposals contract files
   * @param payer on whose lines
   * @throws org.allowable.model.InputException if a contract or an offer is not as it must be
   */
  RunContracts with(List<Path> proposals, String payer, ReferenceViews references) {
    if (proposals.isEmpty()) {
      return this;
    }
    KnownReference all = references.known();
    return new RunContracts(
        folder,
        new ContractSet.Reading(contractSet().with(proposals, payer, all), reading.problems()),
        all);
  }

  /**
   * The contracts, if nothing is wrong with them.
   *
   * @throws org.allowable.model.InputException the first problem otherwise
   */
  ContractSet contractSet() {
    return reading.required();
  }

  /** Makes the practice's tables and its contracts tables of an engine. */
  void register(Engine engine, Practice practice) {
    register(engine, practice, List.of());
  }

  /** The same with further scenarios, in which every service is priced. */
  void register(Engine engine, Practice practice, List<PriceScenario> further) {
    InputViews.register(engine, practice);
    InputViews.register(engine, contractSet(), known, further);
  }

  /** Every file with its sha256. */
  Map<String, String> fingerprints() throws IOException {
    Map<String, String> fingerprints = new TreeMap<>();
    for (Path file : reading.contractSet().files()) {
      boolean isInside = folder != null && file.startsWith(folder);
      String name =
          isInside ? Objects.requireNonNull(folder).relativize(file).toString() : file.toString();
      fingerprints.put("contracts/" + name.replace('\\', '/'), Sha256.of(file));
    }
    return fingerprints;
  }
}
