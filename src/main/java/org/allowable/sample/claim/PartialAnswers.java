package org.allowable.sample.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.allowable.sample.practice.SeededRandom;

/**
 * Leaves lines of a few claims without an answer, or answers them in two parts; and lets a few
 * claims be answered under their replacement alone.
 */
final class PartialAnswers {

  private static final int PARTIAL = 11;
  private static final int IN_PART = 120;
  private static final int SPLIT = 120;
  private static final int AS_REPLACEMENT = 800;
  private static final int MOST_WEEKS = 3;

  private final long seed;
  private final LocalDate last;

  /**
   * A planter.
   *
   * @param last the last day of the history
   */
  PartialAnswers(long seed, LocalDate last) {
    this.seed = seed;
    this.last = last;
  }

  /** The life answered in part, in parts or under a replacement; or as it was. */
  ClaimLife in(ClaimLife life) {
    SeededRandom random = new SeededRandom(seed, life.visit().number(), PARTIAL);
    int drawn = random.below(SeededRandom.CERTAIN);
    if (isAnsweredAfterDenial(life)) {
      return drawn < AS_REPLACEMENT
          ? life.answered(
              AnswerKind.ANSWERED_AS_REPLACEMENT,
              life.remits().subList(1, 2),
              life.outcomes(),
              List.of())
          : life;
    }
    if (drawn >= IN_PART + SPLIT || !isDivisible(life)) {
      return life;
    }
    SampleRemitClaim whole = life.remits().get(0);
    int lines = whole.services().size();
    int first = 1 + random.below(lines - 1);
    SampleRemitClaim part = whole.part(1, whole.paymentDate(), whole.services().subList(0, first));
    if (drawn < IN_PART) {
      return life.answeredInPart(part, numbers(whole.services().subList(first, lines)));
    }
    LocalDate later = whole.paymentDate().plusWeeks(random.below(MOST_WEEKS));
    SampleRemitClaim rest = whole.part(2, later, whole.services().subList(first, lines));
    return later.isAfter(last)
        ? life
        : life.answered(AnswerKind.SPLIT_BY_PAYER, List.of(part, rest), life.outcomes(), List.of());
  }

  // What stands at claim level belongs to no part.
  private static boolean isDivisible(ClaimLife life) {
    return life.isPaidOnce()
        && life.remits().get(0).adjustments().isEmpty()
        && life.remits().get(0).services().size() > 1;
  }

  // Denied, sent again and paid, all of it.
  private static boolean isAnsweredAfterDenial(ClaimLife life) {
    return life.kind() == AnswerKind.USUAL
        && life.submissions().size() == 2
        && life.submissions().get(1).frequencyCode().equals("7")
        && life.remits().size() == 2
        && life.remits().get(1).statusCode().equals("1")
        && life.denials().size() == life.outcomes().size()
        && life.outcomes().stream().noneMatch(outcome -> outcome.isDenied());
  }

  private static Set<Integer> numbers(List<SampleRemitService> services) {
    return services.stream()
        .map(service -> service.service().number())
        .collect(Collectors.toUnmodifiableSet());
  }
}
