package org.allowable.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.allowable.config.Practice;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * All contracts of a practice, with the payers they hold for and the claims they are tried on.
 *
 * @param contracts those of files, then the percents of Medicare of the practice file
 * @param payerContracts which holds for whom
 * @param canaries claims whose allowed amount is known
 * @param proposals offers that hold for nobody, and the payer whose lines each is tried on
 * @param files every file that was read, for fingerprints
 */
public record ContractSet(
    List<Contract> contracts,
    List<PayerContract> payerContracts,
    List<CanaryClaim> canaries,
    List<Proposal> proposals,
    List<Path> files) {

  private static final String FOLDER = "contracts";

  /** Copies the lists. */
  public ContractSet {
    contracts = List.copyOf(contracts);
    payerContracts = List.copyOf(payerContracts);
    canaries = List.copyOf(canaries);
    proposals = List.copyOf(proposals);
    files = List.copyOf(files);
  }

  /**
   * What was read.
   *
   * @param contractSet what could be read of it
   * @param problems everything that is wrong
   */
  public record Reading(ContractSet contractSet, List<InputException> problems) {
    /** Copies the list. */
    public Reading {
      problems = List.copyOf(problems);
    }

    /**
     * The contracts, if nothing is wrong.
     *
     * @throws InputException the first problem otherwise
     */
    public ContractSet required() {
      if (!problems.isEmpty()) {
        throw problems.get(0);
      }
      return contractSet;
    }
  }

  /**
   * The folder of a practice's contract files: the option, or else what the practice file says, or
   * else {@code contracts} beside it.
   *
   * @return null where nobody names one and the usual one is not there
   * @throws InputException if one is named and not there
   */
  public static @Nullable Path folder(@Nullable Path option, Practice practice, Path practiceFile) {
    String said = practice.contractFolder();
    if (option == null && said == null) {
      Path usual = practiceFile.resolveSibling(FOLDER);
      return Files.isDirectory(usual) ? usual : null;
    }
    Path named =
        option != null ? option : practiceFile.resolveSibling(Objects.requireNonNull(said));
    if (!Files.isDirectory(named)) {
      throw new InputException(
          "There is no contract folder "
              + named
              + ". Correct the option --contracts or contract_folder in the practice file.");
    }
    return named;
  }

  /** The contracts that a practice states without files: its percents of Medicare. */
  public static ContractSet of(Practice practice) {
    PracticeContracts said = new PracticeContracts(practice, null);
    return new ContractSet(said.percents(), said.payerContracts(), List.of(), List.of(), List.of());
  }

  /**
   * Reads and checks the contracts of a practice.
   *
   * @param folder as {@link #folder} found it
   * @param practiceFile the file that the practice was read from
   */
  public static Reading read(
      @Nullable Path folder, Practice practice, Path practiceFile, KnownReference known) {
    List<InputException> problems = new ArrayList<>();
    List<Contract> contracts = new ArrayList<>();
    List<CanaryClaim> canaries = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path file : folder == null ? List.<Path>of() : contractFiles(folder)) {
      files.add(file);
      contracts.addAll(tried(problems, () -> List.of(ContractFile.read(file))));
    }
    contracts.forEach(contract -> files.addAll(schedules(contract)));
    if (folder != null && Files.isRegularFile(folder.resolve(CanaryFile.NAME))) {
      files.add(folder.resolve(CanaryFile.NAME));
      canaries.addAll(tried(problems, () -> CanaryFile.read(folder.resolve(CanaryFile.NAME))));
    }
    PracticeContracts said = new PracticeContracts(practice, practiceFile);
    contracts.addAll(said.percents());
    List<PayerContract> payerContracts = tried(problems, said::payerContracts);
    // What cannot be read is missing elsewhere: complaints about that would mislead.
    if (problems.isEmpty()) {
      problems.addAll(ContractCheck.problems(contracts, payerContracts, canaries, known));
    }
    return new Reading(
        new ContractSet(
            contracts, payerContracts, canaries, List.of(), files.stream().distinct().toList()),
        problems);
  }

  /**
   * The same with offers to be tried on a payer's lines, each as it is on its own first day.
   *
   * @param files contract files, whether or not they call themselves proposals
   * @throws InputException if one cannot be read, or has the name of a contract or another offer
   */
  public ContractSet with(List<Path> files, String payer, KnownReference known) {
    List<Proposal> offers = new ArrayList<>(proposals);
    List<Path> read = new ArrayList<>(this.files);
    Set<String> names = new HashSet<>();
    // An offer in the contract folder is read there, too; it is the same one.
    contracts.stream().filter(c -> !c.isProposal()).forEach(c -> names.add(c.id()));
    for (Path file : files) {
      Contract contract = ContractFile.read(file);
      if (!names.add(contract.id())) {
        throw new InputException(
            "%s: %s is the name of another contract. Give the proposal one of its own."
                .formatted(file, contract.id()));
      }
      ContractCheck.problems(List.of(contract), List.of(), List.of(), known).stream()
          .findFirst()
          .ifPresent(
              problem -> {
                throw problem;
              });
      offers.add(Proposal.of(contract, payer));
      read.add(file);
      read.addAll(schedules(contract));
    }
    Set<String> offered = new HashSet<>();
    offers.forEach(offer -> offered.add(offer.contract().id()));
    return new ContractSet(
        contracts.stream().filter(c -> !offered.contains(c.id())).toList(),
        payerContracts,
        canaries,
        offers,
        read.stream().distinct().toList());
  }

  /** What is not wrong but should be known: payers without contracts, contracts without payers. */
  public List<String> findings(Practice practice) {
    List<String> findings = new ArrayList<>();
    for (Practice.Payer payer : practice.payers()) {
      if (payer.payerClass() != Practice.PayerClass.MEDICARE
          && payerContracts.stream().noneMatch(a -> a.payer().equals(payer.name()))) {
        findings.add(
            "Payer %s has no contract: nothing is expected of it.".formatted(payer.name()));
      }
      if (payer.payerClass() == Practice.PayerClass.MEDICARE
          && payerContracts.stream().anyMatch(a -> a.payer().equals(payer.name()))) {
        findings.add(
            "Payer %s is Medicare itself: Medicare's own prices are expected of it, not its contract."
                .formatted(payer.name()));
      }
    }
    for (Contract contract : contracts) {
      if (!contract.isProposal()
          && payerContracts.stream().noneMatch(a -> a.contract().equals(contract.id()))) {
        findings.add(
            "Contract %s holds for no payer of the practice file.".formatted(contract.id()));
      }
    }
    return findings;
  }

  private static <T> List<T> tried(List<InputException> problems, Supplier<List<T>> reading) {
    try {
      return reading.get();
    } catch (InputException e) {
      problems.add(e);
      return List.of();
    }
  }

  private static List<Path> schedules(Contract contract) {
    Path file = Path.of(contract.location().file());
    return contract.schedules().keySet().stream().sorted().map(file::resolveSibling).toList();
  }

  private static List<Path> contractFiles(Path folder) {
    try (Stream<Path> inFolder = Files.list(folder)) {
      return inFolder
          .filter(file -> file.toString().matches(".*\\.ya?ml") && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InputException("The contract folder " + folder + " cannot be read.", e);
    }
  }
}
