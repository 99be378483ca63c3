package org.allowable.sample.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.Reference;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.Visit.Service;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a day make of each other, by CMS's plain rules: two lines of one code for the
 * two sides are one procedure; procedures rank by their fee, each unit one rank; the rank says how
 * much is paid.
 *
 * <p>Slow, obvious and independent of the SQL job, which is tested against it. It leaves out what
 * the sample avoids: endoscopic families, and codes of which a part is reduced.
 */
final class LineShares {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final List<String> SIDES = List.of("LT", "RT");

  private record Step(int rankFrom, int rankTo, @Nullable BigDecimal percent) {}

  /** Lines that rank as one, by their positions. */
  private record Procedure(List<Integer> lines, BigDecimal amount) {}

  private final Map<String, List<Dated<Step>>> steps = new HashMap<>();
  private final Map<String, List<Dated<BigDecimal>>> credentials = new HashMap<>();

  /** Reads the rules. */
  LineShares(ReferenceFiles files) {
    files.forEach(Reference.MULTIPLE_PROCEDURE_RULE, this::readStep);
    files.forEach(
        Reference.CREDENTIAL_RULE,
        row ->
            credentials
                .computeIfAbsent(row.get("credential"), key -> new ArrayList<>())
                .add(Dated.of(row, new BigDecimal(row.get("percent")))));
  }

  private void readStep(CSVRecord row) {
    if (row.get("payment_system").equals("physician") && row.get("part").equals("all")) {
      String to = row.get("rank_to");
      String percent = row.get("percent");
      steps
          .computeIfAbsent(row.get("indicator"), key -> new ArrayList<>())
          .add(
              Dated.of(
                  row,
                  new Step(
                      Integer.parseInt(row.get("rank_from")),
                      to == null ? Integer.MAX_VALUE : Integer.parseInt(to),
                      percent == null ? null : new BigDecimal(percent))));
    }
  }

  /**
   * The shares of what one person did for one patient on a day.
   *
   * @param fees of the lines, in their order; a line without one takes no rank
   * @param credential of who rendered them, or null
   */
  List<Share> of(
      LocalDate date, List<Service> services, List<Fee> fees, @Nullable String credential) {
    BigDecimal[] counted = new BigDecimal[services.size()];
    BigDecimal[] sides = new BigDecimal[services.size()];
    Arrays.fill(sides, WHOLE);
    for (int i = 0; i < counted.length; i++) {
      counted[i] = BigDecimal.valueOf(services.get(i).units());
    }
    rank(date, services, fees, procedures(services, fees, sides), counted);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < counted.length; i++) {
      shares.add(new Share(counted[i], sides[i], credentialPercent(credential, date)));
    }
    return shares;
  }

  private BigDecimal credentialPercent(@Nullable String credential, LocalDate date) {
    BigDecimal percent =
        credential == null
            ? WHOLE
            : Dated.on(credentials.getOrDefault(credential, List.of()), date);
    if (percent == null) {
      throw new IllegalStateException("No credential rule");
    }
    return percent;
  }

  private static List<Procedure> procedures(
      List<Service> services, List<Fee> fees, BigDecimal[] sides) {
    List<Procedure> procedures = new ArrayList<>();
    boolean[] isTaken = new boolean[fees.size()];
    for (int i = 0; i < fees.size(); i++) {
      Fee fee = fees.get(i);
      if (!isTaken[i] && fee.isPriced()) {
        int other = otherSide(services, fees, i, isTaken);
        BigDecimal pair = fee.pairPercent();
        if (other < 0 || pair == null) {
          procedures.add(new Procedure(List.of(i), Money.percent(fee.price(), fee.sidesPercent())));
        } else {
          isTaken[other] = true;
          sides[other] = pair.subtract(WHOLE);
          procedures.add(new Procedure(List.of(i, other), Money.percent(fee.price(), pair)));
        }
      }
    }
    return procedures;
  }

  private static int otherSide(
      List<Service> services, List<Fee> fees, int line, boolean[] isTaken) {
    Service one = services.get(line);
    String side = side(one);
    for (int i = line + 1; i < services.size() && side != null; i++) {
      Service other = services.get(i);
      String itsSide = side(other);
      if (!isTaken[i]
          && fees.get(i).isPriced()
          && other.code().equals(one.code())
          && other.units() == one.units()
          && itsSide != null
          && !itsSide.equals(side)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String side(Service service) {
    return service.modifiers().stream().filter(SIDES::contains).findFirst().orElse(null);
  }

  private void rank(
      LocalDate date,
      List<Service> services,
      List<Fee> fees,
      List<Procedure> procedures,
      BigDecimal[] counted) {
    List<Procedure> ranked = new ArrayList<>();
    for (Procedure procedure : procedures) {
      if (steps.containsKey(fees.get(procedure.lines().get(0)).multipleIndicator())) {
        ranked.add(procedure);
      }
    }
    // Equal ones stay in the order of their lines.
    ranked.sort(Comparator.comparing(Procedure::amount).reversed());
    int rank = 1;
    for (Procedure procedure : ranked) {
      int units = services.get(procedure.lines().get(0)).units();
      for (int line : procedure.lines()) {
        String indicator = fees.get(line).multipleIndicator();
        counted[line] = countedUnits(indicator, rank, units, date);
      }
      rank += units;
    }
  }

  private BigDecimal countedUnits(String indicator, int firstRank, int units, LocalDate date) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int rank = firstRank; rank < firstRank + units; rank++) {
      sum = sum.add(percent(indicator, rank, date));
    }
    return sum.movePointLeft(2);
  }

  private BigDecimal percent(String indicator, int rank, LocalDate date) {
    for (Dated<Step> row : steps.getOrDefault(indicator, List.of())) {
      Step step = Dated.on(List.of(row), date);
      if (step != null
          && rank >= step.rankFrom()
          && rank <= step.rankTo()
          && step.percent() != null) {
        return step.percent();
      }
    }
    throw new IllegalStateException("The sample has no procedures of rank " + rank);
  }
}
