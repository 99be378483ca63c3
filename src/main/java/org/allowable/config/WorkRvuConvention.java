package org.allowable.config;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a practice counts work RVUs: CMS values the code, and practices differ in what a modifier
 * makes of it. What is not said is the default.
 *
 * @param bothSides modifier 50: once by default, or as Medicare pays both sides, 150 percent for
 *     most; as paid also takes half off the second of two lines, LT and RT
 * @param assistants modifiers 80, 81, 82 and AS: in full by default, as paid, or none
 * @param coSurgeons modifier 62: in full by default, or as paid
 * @param practitioners NP, PA and others whom Medicare pays a percent: in full by default, or as
 *     paid
 * @param multipleProcedures the second and further procedures of a day: in full by default, or as
 *     paid
 * @param units each by default, or a line once
 * @param deniedLines left out by default, or counted as work that was done
 */
public record WorkRvuConvention(
    @Nullable BothSides bothSides,
    @Nullable Assistants assistants,
    @Nullable Credit coSurgeons,
    @Nullable Credit practitioners,
    @Nullable Credit multipleProcedures,
    @Nullable Units units,
    @Nullable DeniedLines deniedLines) {

  /** The defaults. */
  public static final WorkRvuConvention USUAL =
      new WorkRvuConvention(null, null, null, null, null, null, null);

  /** Of two sides. */
  public enum BothSides {
    ONCE,
    AS_PAID;

    /** As tables have it. */
    public String code() {
      return lower(this);
    }
  }

  /** Of assistants at surgery. */
  public enum Assistants {
    IN_FULL,
    AS_PAID,
    NONE;

    /** As tables have it. */
    public String code() {
      return lower(this);
    }
  }

  /** Of a service that Medicare pays a percent of. */
  public enum Credit {
    IN_FULL,
    AS_PAID;

    /** As tables have it. */
    public String code() {
      return lower(this);
    }
  }

  /** Of several units. */
  public enum Units {
    EACH,
    ONCE;

    /** As tables have it. */
    public String code() {
      return lower(this);
    }
  }

  /** Of lines that were denied in full. */
  public enum DeniedLines {
    LEFT_OUT,
    COUNTED
  }

  /** Fills in what is not said. */
  public WorkRvuConvention {
    bothSides = bothSides == null ? BothSides.ONCE : bothSides;
    assistants = assistants == null ? Assistants.IN_FULL : assistants;
    coSurgeons = coSurgeons == null ? Credit.IN_FULL : coSurgeons;
    practitioners = practitioners == null ? Credit.IN_FULL : practitioners;
    multipleProcedures = multipleProcedures == null ? Credit.IN_FULL : multipleProcedures;
    units = units == null ? Units.EACH : units;
    deniedLines = deniedLines == null ? DeniedLines.LEFT_OUT : deniedLines;
  }

  @Override
  public BothSides bothSides() {
    return Objects.requireNonNull(bothSides);
  }

  @Override
  public Assistants assistants() {
    return Objects.requireNonNull(assistants);
  }

  @Override
  public Credit coSurgeons() {
    return Objects.requireNonNull(coSurgeons);
  }

  @Override
  public Credit practitioners() {
    return Objects.requireNonNull(practitioners);
  }

  @Override
  public Credit multipleProcedures() {
    return Objects.requireNonNull(multipleProcedures);
  }

  @Override
  public Units units() {
    return Objects.requireNonNull(units);
  }

  @Override
  public DeniedLines deniedLines() {
    return Objects.requireNonNull(deniedLines);
  }

  /** In words, as the reports that count work RVUs say it. */
  public String sentence() {
    return "Work RVU conventions: modifier 50 %s; assistants (80, 81, 82, AS) %s; co-surgeons (62) %s; practitioners (NP, PA) %s; second and further procedures of a day %s; %s; denied lines %s; parts of a global package (54, 55, 56, 78) in full."
        .formatted(
            bothSides() == BothSides.ONCE
                ? "counts once, two lines (LT, RT) each"
                : "as paid (150% for most codes)",
            switch (assistants()) {
              case IN_FULL -> "in full";
              case AS_PAID -> "as paid (16%)";
              case NONE -> "not counted";
            },
            credit(coSurgeons(), "62.5%"),
            credit(practitioners(), "85%"),
            credit(multipleProcedures(), "50%"),
            units() == Units.EACH ? "each unit counts" : "a line counts once whatever its units",
            deniedLines() == DeniedLines.LEFT_OUT ? "left out" : "counted");
  }

  private static String credit(Credit credit, String percent) {
    return credit == Credit.IN_FULL ? "in full" : "as paid (" + percent + ")";
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
