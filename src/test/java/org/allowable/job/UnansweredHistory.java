package org.allowable.job;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Claims with all that may happen to them until November 2025, and which of their lines nobody had
 * answered by the end of October, found by going through what happened day by day.
 */
final class UnansweredHistory {

  static final LocalDate AS_OF = LocalDate.of(2025, 10, 31);

  private static final LocalDate LAST = LocalDate.of(2025, 11, 20);
  private static final List<String> CODES = List.of("99212", "99213", "99214");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Lines of a claim that wait, by the number of the claim and what it waits for. */
  record Waiting(
      String claim,
      String state,
      String payer,
      int lines,
      LocalDate since,
      LocalDate served,
      boolean isPartlyAnswered,
      boolean isSplit) {}

  private enum Kind {
    SENT,
    PAID,
    DENIED,
    REVERSED
  }

  private record Happening(
      LocalDate day, Kind kind, String sequence, String frequency, List<Integer> lines, int icn) {}

  private static final class Line {
    private @Nullable LocalDate firstSent;
    private @Nullable LocalDate since;
    private String state = "NOT_SENT";
    private boolean isDenied;
    private @Nullable LocalDate firstPaid;
    private int answer;
  }

  private final Random random;
  private final CaseFiles files = new CaseFiles();
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, List<Long>> daysToPay = new HashMap<>();
  private final Map<String, Integer> sentLines = new TreeMap<>();
  private int icn;

  UnansweredHistory(long seed, int claims) {
    random = new Random(seed);
    for (int i = 0; i < claims; i++) {
      claim("U" + i, i % 7 == 0 ? "Medicare" : "Hundred");
    }
    // The files tell of November, too.
    files.claim("LAST").on("20251110").submitted("20251111").line("99213", "150");
    files.paid(
        LAST.format(DAY),
        "CLP*LAST*1*150*80*20*12*LAST*11*1",
        "SVC*HC:99213*150*80**1 CAS*CO*45*50 CAS*PR*2*20");
    daysToPay.computeIfAbsent("Hundred", payer -> new ArrayList<>()).add(9L);
    count("BILLED_LATER", 1);
  }

  CaseFiles files() {
    return files;
  }

  List<Waiting> waiting() {
    return waiting;
  }

  /** Lines as sent by what became of them. */
  Map<String, Integer> sentLines() {
    return sentLines;
  }

  /** The fewest days within which a share of the payer's lines was paid; null below 30 lines. */
  @Nullable Long days(String payer, int percent) {
    List<Long> days = daysToPay.getOrDefault(payer, List.of()).stream().sorted().toList();
    return days.size() < 30 ? null : days.get((days.size() * percent + 99) / 100 - 1);
  }

  /** The age of what waits, by the payer's own days, else by the default days of its class. */
  String age(Waiting claim) {
    long left = ChronoUnit.DAYS.between(AS_OF, claim.served().plusMonths(12));
    Long median = days(claim.payer(), 50);
    Long ninetieth = days(claim.payer(), 90);
    long late = ninetieth == null ? (claim.payer().equals("Medicare") ? 30 : 45) : ninetieth;
    long out = ChronoUnit.DAYS.between(claim.since(), AS_OF);
    if (left < 0) {
      return "PAST_LIMIT";
    }
    if (left <= 30) {
      return "LIMIT_DUE";
    }
    if (out > late) {
      return "LATE";
    }
    return median != null && out > median ? "SLOW" : "USUAL";
  }

  private void count(String state, int lines) {
    sentLines.merge(state, lines, Integer::sum);
  }

  private void claim(String id, String payer) {
    int size = 1 + random.nextInt(3);
    LocalDate served = AS_OF.minusDays(random.nextInt(420));
    List<Happening> happenings = happenings(size, served);
    write(id, payer, served, size, happenings);
    follow(id, payer, served, size, happenings);
  }

  private List<Happening> happenings(int size, LocalDate served) {
    List<Happening> list = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(i);
    }
    LocalDate day = served.plusDays(1 + random.nextInt(5));
    list.add(new Happening(day, Kind.SENT, "P", "1", all, 0));
    // Sent again as it was before anybody answered.
    if (random.nextInt(8) == 0) {
      day = day.plusDays(3);
      list.add(new Happening(day, Kind.SENT, "P", "1", all, 0));
    }
    int what = random.nextInt(10);
    if (what == 0) {
      return list;
    }
    boolean isPaid = random.nextInt(4) > 0;
    day = day.plusDays(5 + random.nextInt(40));
    Kind kind = isPaid ? Kind.PAID : Kind.DENIED;
    if (what == 1 && size > 1) {
      // Some of the lines alone.
      list.add(answer(day, kind, "P", all.subList(0, size - 1)));
      return list;
    }
    if (what <= 3 && size > 1) {
      // Split: each line by an answer of its own; at times the last never comes.
      for (int line : all.subList(0, what == 2 ? size : Math.max(1, size - 1))) {
        list.add(answer(day, kind, "P", List.of(line)));
        day = day.plusDays(random.nextInt(10));
      }
      return list;
    }
    Happening first = answer(day, kind, "P", all);
    list.add(first);
    if (what == 4) {
      // Taken back; at times answered anew.
      day = day.plusDays(10 + random.nextInt(20));
      list.add(new Happening(day, Kind.REVERSED, "P", "1", all, first.icn()));
      if (random.nextBoolean()) {
        list.add(answer(day.plusDays(random.nextInt(15)), kind, "P", all));
      }
    } else if (what == 5 || what == 6) {
      // Corrected; at times answered.
      day = day.plusDays(5 + random.nextInt(20));
      list.add(new Happening(day, Kind.SENT, "P", "7", all, 0));
      if (random.nextBoolean()) {
        list.add(answer(day.plusDays(6 + random.nextInt(30)), Kind.PAID, "P", all));
      }
    } else if (what == 7) {
      list.add(new Happening(day.plusDays(4), Kind.SENT, "P", "8", all, 0));
    } else if (what == 8 && isPaid) {
      // To the secondary payer, which may answer.
      day = day.plusDays(3);
      list.add(new Happening(day, Kind.SENT, "S", "1", all, 0));
      if (random.nextBoolean()) {
        list.add(answer(day.plusDays(10 + random.nextInt(30)), Kind.PAID, "S", all));
      }
    } else if (what == 9 && !isPaid) {
      // Denied, and sent again as it was.
      list.add(new Happening(day.plusDays(6), Kind.SENT, "P", "1", all, 0));
    }
    return list;
  }

  private Happening answer(LocalDate day, Kind kind, String sequence, List<Integer> lines) {
    return new Happening(day, kind, sequence, "1", lines, ++icn);
  }

  private void write(
      String id, String payer, LocalDate served, int size, List<Happening> happenings) {
    String sender = payer.equals("Medicare") ? "MCR01" : "HUN01";
    for (Happening h : happenings) {
      if (h.day().isAfter(LAST)) {
        continue;
      }
      String day = h.day().format(DAY);
      boolean isLater = h.sequence().equals("S");
      if (h.kind() == Kind.SENT) {
        ClaimText claim =
            files
                .claim(id)
                .payer(isLater ? "SUP01" : sender)
                .responsibility(h.sequence())
                .frequency(h.frequency())
                .on(served.format(DAY))
                .submitted(day);
        for (int i = 0; i < size; i++) {
          claim.line(CODES.get(i), "150", id + "C" + i);
        }
        continue;
      }
      int sign = h.kind() == Kind.REVERSED ? -1 : 1;
      boolean isPaid = isLater || paid(happenings, h);
      List<String> segments = new ArrayList<>();
      int paid = isPaid ? (isLater ? 20 : 80) : 0;
      String status = sign < 0 ? "22" : isLater ? "2" : "1";
      segments.add(
          "CLP*%s*%s*%d*%d*%d*12*ICN%d*11*1"
              .formatted(
                  id,
                  status,
                  sign * 150 * h.lines().size(),
                  sign * paid * h.lines().size(),
                  isPaid && !isLater ? sign * 20 * h.lines().size() : 0,
                  h.icn()));
      for (int line : h.lines()) {
        String adjustments =
            isLater
                ? "CAS*OA*23*130"
                : isPaid
                    ? "CAS*CO*45*%d CAS*PR*2*%d".formatted(sign * 50, sign * 20)
                    : "CAS*CO*50*%d".formatted(sign * 150);
        segments.add(
            "SVC*HC:%s*%d*%d**%d %s REF*6R*%sC%d"
                .formatted(CODES.get(line), sign * 150, sign * paid, sign, adjustments, id, line));
      }
      files.paidBy(isLater ? "SUP01" : sender, day, segments.toArray(String[]::new));
    }
  }

  // A reversal takes back what the answer of its number paid.
  private static boolean paid(List<Happening> happenings, Happening of) {
    return happenings.stream()
        .anyMatch(h -> h.icn() == of.icn() && h.icn() > 0 && h.kind() == Kind.PAID);
  }

  private void follow(
      String id, String payer, LocalDate served, int size, List<Happening> happenings) {
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    List<Happening> known = happenings.stream().filter(h -> !h.day().isAfter(LAST)).toList();
    int submissions = (int) known.stream().filter(h -> h.kind() == Kind.SENT).count();
    int first = (int) known.stream().filter(h -> isSent(h, "P")).count();
    boolean isVoidedAtLast = known.stream().anyMatch(h -> h.frequency().equals("8"));
    for (Happening h : known.stream().sorted(Comparator.comparing(Happening::day)).toList()) {
      List<Line> own = lines.computeIfAbsent(h.sequence(), s -> fresh(size));
      for (int number : h.lines()) {
        Line line = own.get(number);
        if (h.kind() == Kind.PAID && h.sequence().equals("P") && line.firstPaid == null) {
          line.firstPaid = h.day();
        }
        if (!h.day().isAfter(AS_OF)) {
          step(line, h);
        } else if (line.firstSent == null) {
          line.firstSent = h.day();
        }
      }
    }
    for (int i = 0; i < size; i++) {
      Line line = Objects.requireNonNull(lines.get("P")).get(i);
      if (!isVoidedAtLast && line.firstPaid != null) {
        daysToPay
            .computeIfAbsent(payer, p -> new ArrayList<>())
            .add(ChronoUnit.DAYS.between(line.firstSent, line.firstPaid));
      }
    }
    if (isVoidedAtLast) {
      count("VOIDED", size * submissions);
      return;
    }
    count("REPLACED", size * (first - 1));
    lines.forEach((sequence, own) -> close(id, sequence, payer, served, own));
  }

  private static boolean isSent(Happening h, String sequence) {
    return h.kind() == Kind.SENT && h.sequence().equals(sequence);
  }

  private static List<Line> fresh(int size) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add(new Line());
    }
    return lines;
  }

  private static void step(Line line, Happening h) {
    switch (h.kind()) {
      case SENT -> {
        boolean isNew = line.firstSent == null;
        if (isNew) {
          line.firstSent = h.day();
        }
        boolean isAnswered = line.state.equals("ANSWERED");
        if (isNew || h.frequency().equals("7") || (isAnswered && line.isDenied)) {
          line.state =
              isNew
                  ? (h.sequence().equals("S") ? "LATER_PAYER" : "UNANSWERED")
                  : isAnswered ? "SENT_AGAIN" : line.state;
          line.since = h.day();
        }
      }
      case PAID, DENIED -> {
        line.state = "ANSWERED";
        line.isDenied = h.kind() == Kind.DENIED;
        line.answer = h.icn();
      }
      case REVERSED -> {
        line.state = "TAKEN_BACK";
        line.since = h.day();
      }
    }
  }

  private void close(String id, String sequence, String payer, LocalDate served, List<Line> lines) {
    Map<String, List<Line>> byState = new TreeMap<>();
    for (Line line : lines) {
      boolean isLater = line.firstSent != null && line.firstSent.isAfter(AS_OF);
      byState
          .computeIfAbsent(isLater ? "BILLED_LATER" : line.state, s -> new ArrayList<>())
          .add(line);
    }
    List<Line> answered = byState.getOrDefault("ANSWERED", List.of());
    byState.forEach(
        (state, of) -> {
          count(state, of.size());
          LocalDate since = of.get(0).since;
          if (!state.equals("ANSWERED") && !state.equals("BILLED_LATER") && since != null) {
            waiting.add(
                new Waiting(
                    id,
                    state,
                    sequence.equals("S") ? "Supplement" : payer,
                    of.size(),
                    since,
                    served,
                    !answered.isEmpty(),
                    answered.stream().map(line -> line.answer).distinct().count() > 1));
          }
        });
  }
}
