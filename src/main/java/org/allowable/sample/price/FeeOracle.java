package org.allowable.sample.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.sample.practice.ServiceCatalog;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Medicare's price of one unit, by the plain formula: [(work x work GPCI) + (PE of the setting x PE
 * GPCI) + (MP x MP GPCI)] x conversion factor, rounded half up to cents once, at the end.
 *
 * <p>Slow, obvious and independent of the SQL job, which is tested against it. It leaves out what
 * the sample avoids: caps by outpatient rates. What the lines of a day make of each other is {@link
 * LineShares}.
 */
public final class FeeOracle {

  private static final String PAYABLE_STATUSES = "ART";

  private record ValueKey(String release, String code, String modifier) {}

  // What a modifier may say without changing the price of a line that has no other beside it.
  private static final Set<String> INFORMS = Set.of("none", "left_side", "right_side", "multiple");

  private record SettingKey(String componentIndicator, String modifier, String placeOfService) {}

  private record Values(
      String status,
      String componentIndicator,
      boolean isFacilityNa,
      String bilateral,
      String multiple,
      BigDecimal work,
      BigDecimal nonFacility,
      BigDecimal facility,
      BigDecimal malpractice) {}

  private record PlaceKey(String release, String carrier, String locality) {}

  private record Indices(BigDecimal work, BigDecimal practiceExpense, BigDecimal malpractice) {}

  private final Releases valueReleases = new Releases();
  private final Map<ValueKey, Values> values = new HashMap<>();
  private final Releases placeReleases = new Releases();
  private final Map<PlaceKey, Indices> places = new HashMap<>();
  private final List<Dated<BigDecimal>> factors = new ArrayList<>();
  private final List<Dated<BigDecimal>> withheldShares = new ArrayList<>();
  private final Map<String, List<Dated<Boolean>>> facilities = new HashMap<>();
  private final Map<String, List<Dated<String>>> modifierEffects = new HashMap<>();
  private final Map<String, List<Dated<BigDecimal>>> bothSides = new HashMap<>();
  private final Map<String, List<Dated<BigDecimal>>> pairs = new HashMap<>();
  private final Map<SettingKey, List<Dated<Boolean>>> settings = new HashMap<>();
  private final Map<Question, Fee> answers = new HashMap<>();

  /**
   * What is asked.
   *
   * @param modifiers as billed, in order
   * @param date date of service
   * @param basis by what it is priced: what holds on that date, but for a payer that takes another
   */
  record Question(
      String code, List<String> modifiers, String carrier, LocalDate date, PriceBasis basis) {}

  /**
   * Reads the tables.
   *
   * @param apmStatus the practice's, which decides the conversion factor
   * @throws InputException if a table is missing
   */
  public FeeOracle(ReferenceFiles files, ApmStatus apmStatus) {
    files.forEach(Reference.RELATIVE_VALUE, this::readValues);
    files.forEach(Reference.GPCI, this::readPlace);
    files.forEach(Reference.CONVERSION_FACTOR, row -> readFactor(row, apmStatus));
    files.forEach(
        Reference.SEQUESTRATION,
        row -> withheldShares.add(Dated.of(row, new BigDecimal(row.get("withheld_share")))));
    files.forEach(
        Reference.PLACE_OF_SERVICE,
        row ->
            facilities
                .computeIfAbsent(row.get("place_of_service_code"), key -> new ArrayList<>())
                .add(Dated.of(row, Boolean.valueOf(row.get("is_facility")))));
    files.forEach(
        Reference.SETTING_RULE,
        row -> {
          String modifier = row.get("modifier");
          settings
              .computeIfAbsent(
                  new SettingKey(
                      row.get("pctc_indicator"),
                      modifier == null ? "" : modifier,
                      row.get("place_of_service_code")),
                  key -> new ArrayList<>())
              .add(Dated.of(row, Boolean.valueOf(row.get("is_na_required"))));
        });
    files.forEach(
        Reference.MODIFIER_EFFECT,
        row ->
            modifierEffects
                .computeIfAbsent(row.get("modifier"), key -> new ArrayList<>())
                .add(Dated.of(row, row.get("effect"))));
    files.forEach(
        Reference.BILATERAL_RULE,
        row -> {
          readSides(row, bothSides);
          if (Boolean.parseBoolean(row.get("is_pair_of_lines"))) {
            readSides(row, pairs);
          }
        });
  }

  /** The price of one unit, or why there is none. */
  Fee fee(Question question) {
    Fee known = answers.get(question);
    if (known == null) {
      known = compute(question);
      answers.put(question, known);
    }
    return known;
  }

  /** Whether a physician is paid for a service at a place at all. */
  boolean isPayableAt(Question question, String placeOfService) {
    String component = component(question);
    Values value = value(question, component);
    if (value == null) {
      return true;
    }
    SettingKey key = new SettingKey(value.componentIndicator(), component, placeOfService);
    Boolean isNaRequired = Dated.on(settings.getOrDefault(key, List.of()), question.date());
    return isNaRequired == null || (isNaRequired && !value.isFacilityNa());
  }

  /** Whether a service is paid only where nothing else is paid that day. */
  boolean isPaidOnlyAlone(Question question) {
    Values value = value(question, component(question));
    return value != null && value.status().equals("T");
  }

  private @Nullable Values value(Question question, String component) {
    String release = valueReleases.on(question.basis().valueDate());
    return release == null ? null : values.get(new ValueKey(release, question.code(), component));
  }

  private String component(Question question) {
    return question.modifiers().stream()
        .filter(
            modifier ->
                "component"
                    .equals(
                        Dated.on(
                            modifierEffects.getOrDefault(modifier, List.of()), question.date())))
        .reduce("", (first, second) -> second);
  }

  private Fee compute(Question question) {
    String component = component(question);
    boolean isBilateral = false;
    for (String modifier : question.modifiers()) {
      String effect = Dated.on(modifierEffects.getOrDefault(modifier, List.of()), question.date());
      if ("bilateral".equals(effect)) {
        isBilateral = true;
      } else if (effect == null || !(effect.equals("component") || INFORMS.contains(effect))) {
        return Fee.none(Fee.MODIFIER);
      }
    }
    Values value = value(question, component);
    if (value == null) {
      return Fee.none(Fee.NO_FEE);
    }
    if (!PAYABLE_STATUSES.contains(value.status())) {
      return Fee.none(Fee.STATUS);
    }
    LocalDate date = question.date();
    if (!question.basis().indexDate().equals(date) && indices(question) == null) {
      return Fee.none(Fee.NO_FEE);
    }
    BigDecimal pair = Dated.on(pairs.getOrDefault(value.bilateral(), List.of()), date);
    Fee fee = Fee.of(formula(value, question), pair, value.multiple());
    if (!isBilateral) {
      return fee;
    }
    BigDecimal percent = Dated.on(bothSides.getOrDefault(value.bilateral(), List.of()), date);
    return percent == null ? Fee.none(Fee.MODIFIER) : fee.sides(percent);
  }

  private BigDecimal formula(Values value, Question question) {
    Indices place = place(question);
    PriceBasis basis = question.basis();
    BigDecimal practiceExpense = basis.isFacility() ? value.facility() : value.nonFacility();
    return value
        .work()
        .multiply(place.work())
        .add(practiceExpense.multiply(place.practiceExpense()))
        .add(value.malpractice().multiply(place.malpractice()))
        .multiply(conversionFactor(basis.factorDate()))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** US dollars per relative value unit on a day. */
  BigDecimal conversionFactor(LocalDate date) {
    BigDecimal factor = Dated.on(factors, date);
    if (factor == null) {
      throw new InputException("The reference tables have no conversion factor for " + date + ".");
    }
    return factor;
  }

  /** The share of Medicare's payment withheld on a day, 0..1. */
  public BigDecimal withheldShare(LocalDate date) {
    BigDecimal share = Dated.on(withheldShares, date);
    return share == null ? BigDecimal.ZERO : share;
  }

  /** Whether Medicare pays the facility rate at a place of service. */
  boolean isFacility(String placeOfService, LocalDate date) {
    Boolean facility = Dated.on(facilities.getOrDefault(placeOfService, List.of()), date);
    if (facility == null) {
      throw new InputException(
          "The reference tables have no place of service %s on %s."
              .formatted(placeOfService, date));
    }
    return facility;
  }

  private Indices place(Question question) {
    Indices place = indices(question);
    if (place == null) {
      throw new InputException(
          "The reference tables have no GPCI of carrier %s, locality %s in %d. Correct the site."
              .formatted(
                  question.carrier(), question.basis().locality(), question.date().getYear()));
    }
    return place;
  }

  private @Nullable Indices indices(Question question) {
    PriceBasis basis = question.basis();
    String release = placeReleases.on(basis.indexDate());
    return release == null
        ? null
        : places.get(new PlaceKey(release, question.carrier(), basis.locality()));
  }

  private void readValues(CSVRecord row) {
    if (!ServiceCatalog.CODES.contains(row.get("hcpcs_code"))) {
      return;
    }
    String release = row.get("release");
    valueReleases.add(release, LocalDate.parse(row.get("effective_from_date")));
    String modifier = row.get("modifier");
    values.put(
        new ValueKey(release, row.get("hcpcs_code"), modifier == null ? "" : modifier),
        new Values(
            row.get("status_code"),
            row.get("pctc_indicator"),
            Boolean.parseBoolean(row.get("is_facility_na")),
            row.get("bilateral_indicator"),
            row.get("multiple_procedure_indicator"),
            new BigDecimal(row.get("work_rvu")),
            new BigDecimal(row.get("non_facility_pe_rvu")),
            new BigDecimal(row.get("facility_pe_rvu")),
            new BigDecimal(row.get("mp_rvu"))));
  }

  private static void readSides(CSVRecord row, Map<String, List<Dated<BigDecimal>>> to) {
    to.computeIfAbsent(row.get("bilateral_indicator"), key -> new ArrayList<>())
        .add(Dated.of(row, new BigDecimal(row.get("both_sides_percent"))));
  }

  private void readPlace(CSVRecord row) {
    String release = row.get("release");
    placeReleases.add(release, LocalDate.parse(row.get("effective_from_date")));
    places.put(
        new PlaceKey(release, row.get("carrier"), row.get("locality")),
        new Indices(
            new BigDecimal(row.get("work_gpci")),
            new BigDecimal(row.get("pe_gpci")),
            new BigDecimal(row.get("mp_gpci"))));
  }

  private void readFactor(CSVRecord row, ApmStatus apmStatus) {
    String status = row.get("apm_status");
    if (status.equals("any") || status.equalsIgnoreCase(apmStatus.name())) {
      factors.add(Dated.of(row, new BigDecimal(row.get("conversion_factor"))));
    }
  }
}
