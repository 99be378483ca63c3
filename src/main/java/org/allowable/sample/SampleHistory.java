package org.allowable.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.model.Progress;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.LifeMaker;
import org.allowable.sample.claim.Recovery;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.edits.WorklistEdits;
import org.allowable.sample.payment.OutOfBalance;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.payment.PaymentMaker;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.VisitCalendar;
import org.allowable.sample.price.Pricer;
import org.allowable.sample.truth.TruthFiles;
import org.allowable.sample.warehouse.ParquetHistory;
import org.allowable.sample.warehouse.PatientKeys;
import org.allowable.sample.x12.X12Claims;
import org.allowable.sample.x12.X12Remits;
import org.jspecify.annotations.Nullable;

/**
 * Tells a practice's history day by day and writes it as it goes: claims on the day of service,
 * payments on the day they are made, X12 claims when their month ends.
 */
final class SampleHistory implements Closeable {

  private static final int LETTERS = 2;

  private final SampleRequest request;
  private final VisitCalendar calendar;
  private final List<CastPayer> payers;
  private final LifeMaker lives;
  private final PaymentMaker payments;
  private final OutOfBalance outOfBalance = new OutOfBalance();
  private final WorklistEdits edits = new WorklistEdits();
  private final Path editsFolder;
  private final List<Pending> remits = new ArrayList<>();
  private final Pending submissions = new Pending();
  private final ParquetHistory parquet;
  private final TruthFiles truth;
  private final @Nullable X12Claims x12Claims;
  private final @Nullable X12Remits x12Remits;
  private long nextVisit;
  private long lines;

  SampleHistory(
      SampleRequest request,
      Path out,
      SamplePractice cast,
      VisitCalendar calendar,
      LifeMaker lives,
      Pricer pricer,
      PatientKeys keys)
      throws IOException {
    this.request = request;
    this.calendar = calendar;
    this.payers = cast.payers();
    this.lives = lives;
    this.editsFolder = out.resolve(Sample.EDITS);
    this.payments = new PaymentMaker(request.seed());
    Practice practice = cast.practice();
    payers.forEach(payer -> remits.add(new Pending()));
    parquet = new ParquetHistory(out, practice, keys);
    truth = new TruthFiles(out.resolve("truth"), practice, pricer);
    truth.policyChanges(
        cast.policyShifts(calendar.first(), request.through()),
        cast.laggingFrom(calendar.first(), request.through()));
    letters(cast);
    if (request.x12()) {
      Files.createDirectories(out.resolve("x12"));
    }
    x12Claims = request.x12() ? new X12Claims(out, practice) : null;
    x12Remits = request.x12() ? new X12Remits(out, practice) : null;
  }

  // Of what they are about nothing in the history says anything.
  private void letters(SamplePractice cast) {
    long days = calendar.first().datesUntil(calendar.last()).count();
    LocalDate due = calendar.first().plusDays(days * 2 / 3);
    cast.payers().stream()
        .filter(payer -> payer.payerClass() == PayerClass.COMMERCIAL)
        .limit(LETTERS)
        .forEach(payer -> payments.recover(Recovery.byLetter(payer, due)));
  }

  /** Writes everything. */
  void write(Progress progress) throws IOException {
    YearMonth month = YearMonth.from(calendar.first());
    YearMonth last = YearMonth.from(calendar.last());
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      parquet.begin(month);
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        day(month.atDay(day));
      }
      claimFile(month);
      if (month.equals(last)) {
        parquet.writeFiles();
      }
      parquet.end();
      progress.stage("%s: %,d claim lines so far".formatted(month, lines));
    }
    truth.totals(parquet.totals());
    truth.creditBalances();
    edits.write(editsFolder);
  }

  private void day(LocalDate date) {
    calendar.open(date, nextVisit);
    long wanted = calendar.linesBy(date, request.lines());
    while (lines < wanted) {
      ClaimLife life = lives.life(nextVisit);
      // The last claims must fit: the number of lines is met exactly.
      if (life.lineCount() <= request.lines() - lines) {
        enter(life);
      }
      nextVisit++;
    }
    for (CastPayer payer : payers) {
      pay(payer, date);
    }
  }

  private void enter(ClaimLife life) {
    lines += life.lineCount();
    parquet.write(life);
    truth.write(life);
    edits.add(life);
    if (lines > request.lines() / 2) {
      outOfBalance.mayPlant(life);
    }
    life.recoveries().forEach(payments::recover);
    long visit = life.visit().number();
    for (int i = 0; i < life.remits().size(); i++) {
      SampleRemitClaim remit = life.remits().get(i);
      remits.get(remit.payer().index()).add(remit.paymentDate(), visit, i);
    }
    for (int i = 0; i < life.submissions().size() && x12Claims != null; i++) {
      submissions.add(life.submissions().get(i).submittedDate(), visit, i);
    }
  }

  private void pay(CastPayer payer, LocalDate date) {
    Pending pending = remits.get(payer.index());
    long[] due = pending.on(date);
    if (due.length == 0) {
      return;
    }
    Iterable<SampleRemitClaim> claims =
        each(
            due,
            number ->
                outOfBalance.asPaid(
                    lives.life(Pending.visit(number)).remits().get(Pending.event(number))));
    payments.pay(payer, date, claims, this::write);
    pending.remove(date);
  }

  private void write(Payment payment) {
    try {
      parquet.write(payment);
      payment.claims().forEach(truth::outOfBalance);
      truth.adjusted(payment);
      if (x12Remits != null) {
        x12Remits.write(payment);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void claimFile(YearMonth month) throws IOException {
    if (x12Claims == null) {
      return;
    }
    SortedMap<LocalDate, Iterable<SampleSubmission>> days = new TreeMap<>();
    for (LocalDate day : submissions.daysThrough(month.atEndOfMonth())) {
      days.put(
          day,
          each(
              submissions.on(day),
              number ->
                  lives.life(Pending.visit(number)).submissions().get(Pending.event(number))));
    }
    x12Claims.write(month, days);
    days.keySet().forEach(submissions::remove);
  }

  private static <T> Iterable<T> each(long[] numbers, LongFunction<T> maker) {
    return () -> {
      Iterator<T> made = LongStream.of(numbers).mapToObj(maker).iterator();
      return made;
    };
  }

  @Override
  public void close() throws IOException {
    parquet.close();
    truth.close();
    if (x12Remits != null) {
      x12Remits.close();
    }
  }
}
