package org.allowable.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The practice file: who works where, who pays under which name, and what the practice calls an
 * underpayment.
 *
 * @param name as reports print it
 * @param apmStatus qualifying participant of an advanced payment model or not; from 2026 it decides
 *     the conversion factor
 * @param participation whether the practice accepts Medicare's assignment; participating where not
 *     said
 * @param thresholds when a difference counts
 * @param sites places of service with their payment locality
 * @param facilities billing providers of the practice that bill as a facility; none where not said
 * @param physicians rendering physicians by NPI
 * @param payers payers with every identifier and name that they use in claims and remittances
 * @param contractFolder folder of the contract files, relative to the practice file; null for
 *     {@code contracts} beside it
 * @param retraining what the retraining review goes by; its defaults where not said
 * @param workRvu how work RVUs are counted; its defaults where not said
 * @param engine that runs its reports where the command does not say; auto where not said
 * @param targets of the measures; none where not said
 * @param contractTargets what the contract comparison aims at; its default where not said
 * @param letterhead what letters to payers say of the practice; blanks where not said
 * @param scorecard what payer scorecards go by beside claims and remittances; nothing where not
 *     said
 */
public record Practice(
    String name,
    ApmStatus apmStatus,
    @Nullable Participation participation,
    Thresholds thresholds,
    List<Site> sites,
    @Nullable List<Facility> facilities,
    List<Physician> physicians,
    List<Payer> payers,
    @Nullable String contractFolder,
    @Nullable Retraining retraining,
    @Nullable WorkRvuConvention workRvu,
    @Nullable EngineChoice engine,
    @Nullable MeasureTargets targets,
    @Nullable ContractTargets contractTargets,
    @Nullable Letterhead letterhead,
    @Nullable ScorecardTerms scorecard) {

  /** Copies the lists. */
  public Practice {
    retraining = retraining == null ? Retraining.USUAL : retraining;
    workRvu = workRvu == null ? WorkRvuConvention.USUAL : workRvu;
    engine = engine == null ? EngineChoice.AUTO : engine;
    targets = targets == null ? MeasureTargets.NONE : targets;
    contractTargets = contractTargets == null ? ContractTargets.USUAL : contractTargets;
    letterhead = letterhead == null ? Letterhead.BLANK : letterhead;
    scorecard = scorecard == null ? ScorecardTerms.NONE : scorecard;
    participation = participation == null ? Participation.PARTICIPATING : participation;
    sites = List.copyOf(sites);
    facilities = facilities == null ? List.of() : List.copyOf(facilities);
    physicians = List.copyOf(physicians);
    payers = List.copyOf(payers);
  }

  /** A practice that counts work RVUs by the defaults. */
  public Practice(
      String name,
      ApmStatus apmStatus,
      @Nullable Participation participation,
      Thresholds thresholds,
      List<Site> sites,
      @Nullable List<Facility> facilities,
      List<Physician> physicians,
      List<Payer> payers,
      @Nullable String contractFolder,
      @Nullable Retraining retraining) {
    this(
        name,
        apmStatus,
        participation,
        thresholds,
        sites,
        facilities,
        physicians,
        payers,
        contractFolder,
        retraining,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** What its measures are held against. */
  @Override
  public MeasureTargets targets() {
    return java.util.Objects.requireNonNull(targets);
  }

  /** What the contract comparison aims at. */
  @Override
  public ContractTargets contractTargets() {
    return java.util.Objects.requireNonNull(contractTargets);
  }

  /** What letters to payers say of the practice. */
  @Override
  public Letterhead letterhead() {
    return java.util.Objects.requireNonNull(letterhead);
  }

  /** What payer scorecards go by beside claims and remittances. */
  @Override
  public ScorecardTerms scorecard() {
    return java.util.Objects.requireNonNull(scorecard);
  }

  /** The engine that runs its reports. */
  @Override
  public EngineChoice engine() {
    return java.util.Objects.requireNonNull(engine);
  }

  /** How work RVUs are counted. */
  @Override
  public WorkRvuConvention workRvu() {
    return java.util.Objects.requireNonNull(workRvu);
  }

  /** A practice whose contracts are in the usual folder. */
  public Practice(
      String name,
      ApmStatus apmStatus,
      Thresholds thresholds,
      List<Site> sites,
      List<Physician> physicians,
      List<Payer> payers) {
    this(name, apmStatus, null, thresholds, sites, null, physicians, payers, null, null);
  }

  /** What the retraining review goes by. */
  @Override
  public Retraining retraining() {
    return java.util.Objects.requireNonNull(retraining);
  }

  /**
   * What the retraining review goes by.
   *
   * @param denialRate the practice's own threshold for a denial rate, 0..1: a policy, no statistic
   * @param leastLines with fewer lines nobody is named
   * @param trainings what was taught, to whom and when
   */
  public record Retraining(
      @Nullable BigDecimal denialRate,
      @Nullable Integer leastLines,
      @Nullable List<Training> trainings) {

    private static final BigDecimal USUAL_RATE = new BigDecimal("0.08");
    private static final int USUAL_LINES = 30;
    // After the values that it is filled with.
    private static final Retraining USUAL = new Retraining(null, null, null);

    /** Fills in what is not said. */
    public Retraining {
      denialRate = denialRate == null ? USUAL_RATE : denialRate;
      leastLines = leastLines == null ? USUAL_LINES : leastLines;
      trainings = trainings == null ? List.of() : List.copyOf(trainings);
    }

    /** The practice's own threshold, 0..1. */
    @Override
    public BigDecimal denialRate() {
      return java.util.Objects.requireNonNull(denialRate);
    }

    /** With fewer lines nobody is named. */
    @Override
    public Integer leastLines() {
      return java.util.Objects.requireNonNull(leastLines);
    }

    /** What was taught, to whom and when. */
    @Override
    public List<Training> trainings() {
      return java.util.Objects.requireNonNull(trainings);
    }
  }

  /**
   * A training.
   *
   * @param physician NPI of who was trained
   * @param date of the training; services from this day on are after it
   * @param subject as reports print it
   * @param denialGroup the denial group that it was about; all where not said
   */
  public record Training(
      String physician, LocalDate date, String subject, @Nullable String denialGroup) {}

  /** Qualifying APM participant (qp) or not (non_qp). */
  public enum ApmStatus {
    QP,
    NON_QP
  }

  /** Whether Medicare's assignment is accepted on every claim. */
  public enum Participation {
    PARTICIPATING,
    NON_PARTICIPATING
  }

  /** How a facility is paid: as an ambulatory surgical center or as an outpatient hospital. */
  public enum PaymentSystem {
    ASC,
    OPPS
  }

  /**
   * A billing provider that bills as a facility.
   *
   * @param billingNpi its NPI as billing provider of claims
   * @param paymentSystem whose rates Medicare pays it
   * @param wageIndex of its labor market; 1 is the nation
   */
  public record Facility(String billingNpi, PaymentSystem paymentSystem, BigDecimal wageIndex) {}

  /** What kind of payer: decides whether Medicare's own rules are the expectation. */
  public enum PayerClass {
    MEDICARE,
    MEDICARE_ADVANTAGE,
    MEDICAID,
    COMMERCIAL,
    WORKERS_COMPENSATION,
    OTHER
  }

  /**
   * When a line is underpaid: its shortfall is at least the amount and at least the share.
   *
   * @param underpaidAmount US dollars
   * @param underpaidShare 0..1 of the expected allowed amount
   * @param queueAmount US dollars from which a line is worth working
   * @param queueShare 0..1 from which a line is worth working
   */
  public record Thresholds(
      BigDecimal underpaidAmount,
      BigDecimal underpaidShare,
      BigDecimal queueAmount,
      BigDecimal queueShare) {}

  /**
   * A place where services are given.
   *
   * @param name as reports print it
   * @param facilityNpi the service facility's NPI, where claims carry one
   * @param placeOfServiceCodes the codes billed from here
   * @param carrier Medicare contractor number
   * @param locality payment locality of that contractor
   * @param state two letters; null where not said, and then rules that hold by state are not tried
   */
  public record Site(
      String name,
      @Nullable String facilityNpi,
      List<String> placeOfServiceCodes,
      String carrier,
      String locality,
      @Nullable String state) {

    /** Copies the list. */
    public Site {
      placeOfServiceCodes = List.copyOf(placeOfServiceCodes);
    }

    /** A site of which the state is not said. */
    public Site(
        String name,
        @Nullable String facilityNpi,
        List<String> placeOfServiceCodes,
        String carrier,
        String locality) {
      this(name, facilityNpi, placeOfServiceCodes, carrier, locality, null);
    }
  }

  /**
   * Who renders services, as reports name them.
   *
   * @param credential such as MD, NP or PA, by which Medicare pays a percent; a physician where not
   *     said
   */
  public record Physician(String npi, String name, @Nullable String credential) {}

  /**
   * A payer.
   *
   * @param name as reports print it
   * @param payerClass decides the expectation: Medicare at Medicare, others by percentOfMedicare
   * @param identifiers identifiers in claims (NM1*PR) and remittances (REF*2U, N104)
   * @param names names in claims and remittances, for payers whose identifiers differ
   * @param percentOfMedicare dated percents: the simplest contract
   * @param contracts contract files that hold for it; none and no percents means that no
   *     expectation is known, unless it is Medicare
   * @param frequencyPolicies policies that limit sessions, by their names in the reference table;
   *     empty for none, null where the practice does not say and the payer's class decides
   */
  public record Payer(
      String name,
      PayerClass payerClass,
      List<String> identifiers,
      List<String> names,
      List<PercentOfMedicare> percentOfMedicare,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<NamedContract> contracts,
      @Nullable List<String> frequencyPolicies) {

    /** Copies the lists. */
    public Payer {
      identifiers = List.copyOf(identifiers);
      names = List.copyOf(names);
      percentOfMedicare = List.copyOf(percentOfMedicare);
      contracts = List.copyOf(contracts);
      frequencyPolicies = frequencyPolicies == null ? null : List.copyOf(frequencyPolicies);
    }

    /** A payer without contract files, of whose policies nothing is said. */
    public Payer(
        String name,
        PayerClass payerClass,
        List<String> identifiers,
        List<String> names,
        List<PercentOfMedicare> percentOfMedicare) {
      this(name, payerClass, identifiers, names, percentOfMedicare, List.of(), null);
    }
  }

  /**
   * A contract file that holds for a payer, or for some of its products.
   *
   * @param contract the contract's identifier in its file
   * @param products the products it holds for; empty for all that no other contract names
   */
  public record NamedContract(
      String contract, @JsonSetter(nulls = Nulls.AS_EMPTY) List<Product> products) {

    /** Copies the list. */
    @JsonCreator
    public NamedContract {
      products = List.copyOf(products);
    }

    /** A contract of all products. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NamedContract named(String contract) {
      return new NamedContract(contract, List.of());
    }
  }

  /**
   * How claims tell a payer's product: by exactly one of these.
   *
   * @param identifier payer identifier in the claim
   * @param name payer name in the claim
   * @param claimFilingIndicator claim filing indicator code (SBR09)
   */
  public record Product(
      @Nullable String identifier, @Nullable String name, @Nullable String claimFilingIndicator) {}

  /**
   * What a payer allows, as percent of what Medicare would.
   *
   * @param from first date of service
   * @param to last date of service; null while it holds
   * @param percent 100 is Medicare
   */
  public record PercentOfMedicare(LocalDate from, @Nullable LocalDate to, BigDecimal percent) {}
}
