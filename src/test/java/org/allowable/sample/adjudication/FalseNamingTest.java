package org.allowable.sample.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.allowable.config.PracticeFile;
import org.allowable.sample.practice.Patient;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.SeededRandom;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.practice.VisitCalendar;
import org.allowable.sample.practice.VisitMaker;
import org.allowable.sample.price.ChargeMaster;
import org.allowable.sample.price.FeeOracle;
import org.allowable.sample.price.ReferenceFiles;
import org.allowable.sample.price.SampleReference;
import org.allowable.statistics.NamingRule;
import org.allowable.statistics.PeerComparison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who is named in invented practices that the sample's own maker denies: by whole claims as well as
 * by lines, session limits by patient, mixes by physician.
 */
@Tag("long")
class FalseNamingTest {

  private static final int SEEDS = 200;
  private static final int LIKE_ALL = 1;
  private static final int CARELESS = 2;
  private static final int MONTHS = 13;
  private static final Set<String> THEIRS =
      Set.of("Coding", "Bundling", "Medical necessity", "Frequency", "Documentation");

  private static @Nullable SamplePractice cast;
  private static @Nullable FeeOracle oracle;

  @BeforeAll
  static void read_the_practice() {
    SampleReference.assumeShipped();
    SamplePractice read =
        new SamplePractice(PracticeFile.read(Path.of("data/example/practice.yaml")));
    cast = read;
    oracle = new FeeOracle(ReferenceFiles.at(null), read.practice().apmStatus());
  }

  @Test
  void equal_physicians_are_named_no_more_often_than_stated() {
    int practices = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      practices += named(seed, 3_000, LIKE_ALL).isEmpty() ? 0 : 1;
    }
    // Stated is 0.6 % of practices at most: 1.2 of 200. More than 5 of 200 would then be a thing of
    // one in six hundred.
    assertThat(practices).isLessThanOrEqualTo(5);
  }

  @Test
  void one_who_codes_carelessly_is_named_nearly_always_and_nearly_alone() {
    int seeds = SEEDS / 5;
    int found = 0;
    int others = 0;
    for (int seed = 0; seed < seeds; seed++) {
      List<String> named = named(seed, 24_000, CARELESS);
      found += named.contains(String.valueOf(CARELESS)) ? 1 : 0;
      others += named.size() - (named.contains(String.valueOf(CARELESS)) ? 1 : 0);
    }
    assertThat(found).isGreaterThanOrEqualTo(seeds * 9 / 10);
    assertThat(others).isLessThanOrEqualTo(2);
  }

  // All are denied as LIKE_ALL is; only the third as the one who is given.
  private static List<String> named(long seed, long lines, int third) {
    SamplePractice practice = Objects.requireNonNull(cast);
    VisitCalendar calendar = new VisitCalendar(YearMonth.of(2026, 10), MONTHS);
    ChargeMaster charges =
        new ChargeMaster(
            Objects.requireNonNull(oracle), practice.offices().get(0).site(), calendar.first());
    VisitMaker visits = new VisitMaker(seed, practice, charges, calendar, lines / 8);
    PeerComparison comparison = new PeerComparison();
    long visit = 0;
    long made = 0;
    for (LocalDate day = calendar.first(); !day.isAfter(calendar.last()); day = day.plusDays(1)) {
      calendar.open(day, visit);
      while (made < calendar.linesBy(day, lines)) {
        Visit next = visits.visit(visit);
        answer(next, third, new SeededRandom(seed, visit, 99), comparison);
        made += next.services().size();
        visit++;
      }
    }
    return comparison.named(NamingRule.USUAL);
  }

  private static void answer(
      Visit visit, int third, SeededRandom random, PeerComparison comparison) {
    Patient patient = visit.patient();
    int physician = patient.physician();
    Visit denied = withPhysician(visit, physician == CARELESS ? third : LIKE_ALL);
    Denial whole = DenialMaker.wholeClaim(denied, random);
    for (Service service : visit.services()) {
      Denial denial = whole != null ? whole : DenialMaker.line(denied, service, random);
      if (!Denial.DUPLICATE.equals(denial)) {
        comparison.add(
            String.valueOf(physician),
            patient.payer().name() + " " + service.code(),
            denial != null && THEIRS.contains(denial.name()));
      }
    }
  }

  private static Visit withPhysician(Visit visit, int physician) {
    Patient p = visit.patient();
    Patient other =
        new Patient(
            p.number(),
            p.last(),
            p.first(),
            p.birthDate(),
            p.gender(),
            p.member(),
            p.payer(),
            p.supplement(),
            p.isDeductibleCovered(),
            physician,
            p.office(),
            p.plan());
    return new Visit(
        visit.number(),
        visit.date(),
        other,
        visit.site(),
        visit.namesFacility(),
        visit.isEpidural(),
        visit.sessionsBefore(),
        visit.diagnoses(),
        visit.lacksComponent(),
        visit.isOriginalUnknown(),
        visit.services());
  }
}
