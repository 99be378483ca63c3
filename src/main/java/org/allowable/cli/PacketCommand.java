package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.allowable.config.Letterhead;
import org.allowable.config.NearestKey;
import org.allowable.config.Practice;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.ingest.x12.PatientFiles;
import org.allowable.job.Engines;
import org.allowable.job.PacketPlan;
import org.allowable.job.ReportRun;
import org.allowable.job.RunDirectory;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.model.Sha256;
import org.allowable.report.Format;
import org.allowable.report.packet.NamedPackets;
import org.allowable.report.packet.PacketFacts;
import org.allowable.report.packet.PacketReport;
import org.allowable.report.packet.PublishedClaims;
import org.allowable.report.word.LetterTemplate;
import org.allowable.worklist.PacketSending;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code packet}: letters to a payer with what belongs to them, ready to be signed and sent. */
@Command(
    name = "packet",
    footer = {
      "",
      "Examples:",
      "  allowable packet --warehouse warehouse --practice practice.yaml --payer \"Blue Harbor\"",
      "  allowable packet --warehouse warehouse --payer Medicare --cause Frequency",
      "  allowable packet --warehouse warehouse --payer Medicare --claims data/x12",
      "  allowable packet --warehouse warehouse --payer Medicare --mark-sent",
      "  allowable packet --write-template letter.docx",
      "  allowable packet --warehouse warehouse --payer \"Blue Harbor\" --template letter.docx"
    },
    description = {
      "For a payer, per cause: a letter (Word and PDF), a claim list (Excel and CSV), the contract clause or"
          + " CMS rule, how each amount is made, and the sessions behind frequency denials.",
      "A claim is in one letter. Nothing past its window, sent already or without a price is in any."
    },
    mixinStandardHelpOptions = true)
final class PacketCommand implements Callable<Integer> {

  private static final String STANDARD = "standard";
  private static final String NAMED = "packets to send";

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final ReportOptions options = new ReportOptions();

  @Option(
      names = "--payer",
      paramLabel = "NAME",
      description = "The payer, by the practice file's name.")
  private @Nullable String payer;

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      description = "The packet of this cause only, as the worklist names it (default: all).")
  private @Nullable String cause;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = WorklistCommand.DateConverter.class,
      description = "The day of the letters, by which windows have passed or not (default: today).")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "The practice's own letter, a Word file with placeholders (default: ours).")
  private @Nullable Path template;

  @Option(
      names = "--write-template",
      paramLabel = "FILE",
      description = "Write our letter to edit, with its placeholders, and make no packet.")
  private @Nullable String writeTemplate;

  @Option(
      names = "--claims",
      paramLabel = "DIR",
      description =
          "The practice's own 837 files: patient names and member IDs for a copy of the claim lists in the"
              + " folder 'packets to send' of --out. They are kept nowhere else.")
  private @Nullable Path claims;

  @Option(
      names = "--mark-sent",
      description =
          "Once the packets are written, set their claims to Sent in the worklist: what comes back counts"
              + " from then on, and they are in no other packet.")
  private boolean isToBeMarked;

  @Option(
      names = "--sent-on",
      paramLabel = "DATE",
      converter = WorklistCommand.DateConverter.class,
      description =
          "With --mark-sent: the day on which they went (default: the day of the letters).")
  private @Nullable LocalDate sentOn;

  private boolean isBlankLeft;
  private @Nullable Path made;
  private String sentTo = "";

  @Override
  public Integer call() throws IOException {
    if (writeTemplate != null) {
      return writeTemplate(writeTemplate);
    }
    if (payer == null) {
      throw wrong("Missing required option: '--payer=NAME'");
    }
    options.refuseForPractices("--payer", payer);
    requireSentBefore();
    if (claims != null && !Files.isDirectory(claims)) {
      throw new InputException(
          claims + ": expected a folder of your 837 files, found none. Name one with --claims.");
    }
    LetterTemplate letter =
        template == null ? LetterTemplate.standard() : LetterTemplate.read(template);
    int code =
        new ReportMaking(
                engine,
                verbosity,
                (sources, engines, progress) -> make(letter, sources, engines, progress))
            .run(options, line());
    if (code == ExitCode.OK.code() && made != null) {
      if (claims == null) {
        line().getOut().println("Patient names and member IDs are in no file: see --claims.");
      } else {
        name(made, claims);
      }
      if (isToBeMarked) {
        mark(made);
      }
      sayNext();
    }
    return code;
  }

  private void requireSentBefore() {
    if (sentOn != null && !isToBeMarked) {
      throw wrong("--sent-on says when claims went that --mark-sent marks: name both");
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    if (sentOn != null && sentOn.isAfter(day().isAfter(today) ? day() : today)) {
      throw wrong("--sent-on: expected a day up to today, found a later one");
    }
  }

  // After all is written, and by the table of the run: what is not in a letter is not marked.
  private void mark(Path run) throws IOException {
    PacketSending sent = PublishedClaims.of(run, sentTo, sentOn == null ? day() : sentOn);
    String source = Sha256.of(run.resolve(RunDirectory.MANIFEST));
    List<PacketSending.Marked> all = new ArrayList<>();
    new WorklistStore(options.oneWarehouse())
        .add(
            history -> {
              all.add(sent.in(history, "The packets", source, Clock.systemUTC().instant()));
              return all.get(0).events();
            });
    PacketSending.Marked marked = all.get(0);
    line()
        .getOut()
        .printf(
            "Marked as sent on %s in the worklist: %s, %s in dispute.%n",
            sent.sentDate(),
            claims(marked.claims().size()),
            Format.MONEY.display(marked.disputedAmount()));
    int others = sent.claims().size() - marked.claims().size();
    if (others > 0) {
      line()
          .getOut()
          .printf(
              "%s left as before: sent, settled or not valid in the worklist already.%n",
              claims(others));
    }
  }

  private static String claims(int count) {
    return "%,d claim%s".formatted(count, count == 1 ? "" : "s");
  }

  private void sayNext() {
    if (isBlankLeft) {
      line()
          .getOut()
          .println(
              "Blanks to fill in are left in the letters: the practice file has no full letterhead.");
    }
    if (!isToBeMarked) {
      line()
          .getOut()
          .println(
              "When a packet has gone, set its claims to Sent in the worklist, or run this again with --mark-sent"
                  + (claims == null ? "." : " and without --claims."));
    }
  }

  // The run stays as it was made: names are in a copy alone.
  private void name(Path run, Path files) throws IOException {
    NamedPackets packets = new NamedPackets(run.resolve(PacketReport.PACKETS));
    Set<PatientFiles.Claim> wanted = packets.claims(PatientFiles.Claim::new);
    PatientFiles.NamedClaims found = PatientFiles.read(files, wanted);
    Path folder = options.out().resolve(NAMED).resolve(String.valueOf(run.getFileName()));
    packets.write(folder, (npi, claim) -> found.patients().get(new PatientFiles.Claim(npi, claim)));
    line().getOut().println("To send: " + folder);
    line()
        .getOut()
        .printf(
            "%,d of %,d claims found in --claims: patients and member IDs are in the claim lists of that"
                + " folder, and nowhere else.%n",
            found.patients().size(), wanted.size());
    if (found.packed() > 0) {
      line().getOut().printf("%,d archives were passed over: unpack them first.%n", found.packed());
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(line(), what);
  }

  private picocli.CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private LocalDate day() {
    return asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
  }

  private int writeTemplate(String name) throws IOException {
    if (Files.exists(Path.of(name))) {
      throw new InputException(
          name + " is there already and may have been edited. Name another file.");
    }
    ResultFile file = ResultFile.at(name);
    try (PrivateDirectory work = PrivateDirectory.create()) {
      Path made = work.path().resolve("letter.docx");
      Files.write(made, LetterTemplate.standard().docx());
      file.take(made);
    }
    List<String> words = new ArrayList<>();
    words.add("Written: " + file);
    words.add("Edit it in Word. What stands for each placeholder:");
    LetterTemplate.meanings()
        .forEach((key, meaning) -> words.add("  {{%s}}  %s".formatted(key, meaning)));
    words.forEach(line().getOut()::println);
    return ExitCode.OK.code();
  }

  private ReportRun.Finished make(
      LetterTemplate letter, ReportRun.ReportSources sources, Engines engines, Progress progress)
      throws IOException {
    Practice practice = sources.practice();
    String named = known(practice, Objects.requireNonNull(payer));
    sentTo = named;
    isBlankLeft = hasBlank(practice.letterhead());
    letter.require(PacketReport.sample(practice.name(), named, practice.letterhead(), day()));
    ReportRun.Finished finished =
        new ReportRun(
                sources,
                PacketPlan.of(
                    practice,
                    day(),
                    named,
                    cause,
                    template == null ? STANDARD : Sha256.of(template)),
                engines,
                progress)
            .run((marts, facts, folder) -> publish(letter, practice, named, marts, facts, folder));
    made = finished.place();
    return finished;
  }

  private ReportTitle publish(
      LetterTemplate letter,
      Practice practice,
      String named,
      Map<String, Rows> marts,
      ReportRun.RunFacts facts,
      Path folder)
      throws IOException {
    PacketReport report =
        new PacketReport(
            new PacketFacts(practice.name(), named, practice.letterhead(), day(), facts.runId()),
            marts,
            letter);
    if (report.causes().isEmpty()) {
      throw new InputException(
          "Nothing can be sent to %s%s as of %s: no claim that is new or in review is within its window with a price, underpaid or denied%s. The worklist shows why. Nothing was published."
              .formatted(
                  named,
                  cause == null ? "" : " for this --cause",
                  day(),
                  cause == null ? "" : ", under that cause; leave --cause out to see all"));
    }
    return report.write(folder);
  }

  private static boolean hasBlank(Letterhead letterhead) {
    return letterhead.address().isEmpty()
        || letterhead.phone() == null
        || letterhead.taxId() == null
        || letterhead.signer() == null;
  }

  private static String known(Practice practice, String name) {
    List<String> names = practice.payers().stream().map(Practice.Payer::name).toList();
    return names.stream()
        .filter(one -> one.equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "--payer names a payer that the practice file does not have.%s Known: %s."
                        .formatted(NearestKey.hint(name, names), String.join(", ", names))));
  }
}
