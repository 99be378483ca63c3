package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.ingest.cms.intake.ReferenceStatus;
import org.allowable.job.CodingReviewRun;
import org.allowable.job.Engines;
import org.allowable.model.Rows;
import org.allowable.model.Tables;
import org.allowable.report.CsvTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coding-review}: what a payer would find in claims that are not sent yet. */
@Command(
    name = "coding-review",
    footer = {
      "",
      "Examples:",
      "  allowable coding-review --in claims --out findings.csv",
      "  allowable coding-review --in warehouse --practice practice.yaml --notes notes.csv --out -"
    },
    description = {
      "Review the coding of claims before they are sent.",
      "The exit code is 0 when nothing is found, 6 when something is."
    },
    mixinStandardHelpOptions = true)
final class CodingReviewCommand implements Callable<Integer> {

  // What the rules of pairs, units, add-on codes and indicators are read from.
  private static final List<String> EDITS =
      List.of("relative_value", "procedure_pair", "unit_limit", "add_on_code");

  private static final String PIPE = "-";

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Option(
      names = "--in",
      required = true,
      paramLabel = "PATH",
      description = "837P file, folder of them, or warehouse.")
  private Path in = Path.of(".");

  @Option(
      names = "--notes",
      paramLabel = "FILE",
      description = "Procedure notes, CSV or Parquet, to check the codes against.")
  private @Nullable Path notes;

  @Option(
      names = "--patient-key",
      paramLabel = "FILE",
      description = "The warehouse's key, where notes of 837P claims name patients by it.")
  private @Nullable Path patientKey;

  @Option(
      names = "--practice",
      paramLabel = "FILE",
      description = "Practice file; without it payers are known by their claim filing indicator.")
  private @Nullable Path practice;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Your own reference tables; default: bundled tables.")
  private @Nullable Path reference;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the findings go, CSV with claim identifiers; - for standard output.")
  private @Nullable String out;

  @Override
  public Integer call() throws IOException {
    Path tables = ReferenceDirectory.orShipped(reference);
    ResultFile target = out == null || out.equals(PIPE) ? null : ResultFile.at(out);
    Practice known = practice == null ? null : PracticeFile.read(practice);
    try (PrivateDirectory work = PrivateDirectory.create();
        Engines engines = engine.in(work, known)) {
      PreBillClaims claims = PreBillClaims.at(in, patientKey, work.path(), verbosity.progress());
      claims.quarantined().forEach(why -> errors().println("Not reviewed: " + why));
      if (!claims.hasLines() && !claims.quarantined().isEmpty()) {
        return ExitCode.QUARANTINED.code();
      }
      Map<String, Rows> marts =
          CodingReviewRun.review(
              new CodingReviewRun.CodingReviewSources(
                  claims.warehouse(), notes, !claims.hasOwnKey(), known, tables),
              engines,
              verbosity.progress());
      Rows findings = mart(marts, Tables.named("mart_coding_finding").name());
      write(findings, target, work.path());
      say(marts, target);
      sayEdits(tables, work.path());
      if (!claims.quarantined().isEmpty()) {
        return ExitCode.QUARANTINED.code();
      }
      return (findings.count() == 0 ? ExitCode.OK : ExitCode.FINDINGS).code();
    }
  }

  private void write(Rows findings, @Nullable ResultFile target, Path work) throws IOException {
    if (out == null) {
      return;
    }
    Path draft = work.resolve("findings.csv");
    CsvTable.write(draft, findings.columns(), findings.iterator().get());
    if (target == null) {
      PrintWriter output = output();
      output.print(Files.readString(draft, StandardCharsets.UTF_8));
      output.flush();
      return;
    }
    target.take(draft);
  }

  // What people read stays out of a pipe.
  private void say(Map<String, Rows> marts, @Nullable ResultFile target) {
    PrintWriter said = PIPE.equals(out) ? errors() : output();
    Rows summary = mart(marts, Tables.named("mart_coding_summary").name());
    if (summary.count() == 0) {
      said.println("Nothing found.");
    } else {
      rules(summary).print(said);
    }
    silent(mart(marts, Tables.named("mart_coding_coverage").name()), said);
    if (target != null) {
      said.println(target);
    }
  }

  // Claims that are not sent yet are judged by the payer's edits of today.
  private void sayEdits(Path tables, Path work) {
    PrintWriter said = PIPE.equals(out) ? errors() : output();
    for (ReferenceStatus.Kind kind :
        ReferenceStatus.on(LocalDate.now(ZoneId.systemDefault()), tables, work)) {
      if (EDITS.contains(kind.kind()) && kind.missingSince() != null) {
        said.printf(
            "%s: held against those of %s; %s are in force since %s and not loaded"
                + " ('allowable reference status').%n",
            kind.label(), kind.loaded(), kind.inForce(), kind.missingSince());
      }
    }
  }

  private static TextTable rules(Rows summary) {
    TextTable table = new TextTable("rule", "severity", "#lines", "#charged", "what it is");
    for (Iterator<@Nullable Object[]> i = summary.iterator().get(); i.hasNext(); ) {
      MartCells row = new MartCells(summary, Arrays.asList(i.next()));
      table.row(
          List.of(
              row.text("rule"),
              row.text("severity"),
              "%,d".formatted(row.count("line_count")),
              "%,.2f".formatted(row.amount("charge_amount")),
              row.text("label")));
    }
    return table;
  }

  // What stayed silent, and why: a clean review says only as much as it looked at.
  private static void silent(Rows coverage, PrintWriter said) {
    TextTable table = new TextTable("check", "not made because", "#lines");
    boolean isAny = false;
    for (Iterator<@Nullable Object[]> i = coverage.iterator().get(); i.hasNext(); ) {
      MartCells row = new MartCells(coverage, Arrays.asList(i.next()));
      String outcome = row.text("outcome");
      if (!outcome.equals("CHECKED") && !outcome.equals("NOT_CONCERNED")) {
        isAny = true;
        String reason = outcome.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        table.row(
            List.of(row.text("coding_check"), reason, "%,d".formatted(row.count("line_count"))));
      }
    }
    if (isAny) {
      table.print(said);
    }
  }

  private record MartCells(Rows rows, List<@Nullable Object> values) {

    String text(String column) {
      return String.valueOf(values.get(rows.table().indexOf(column)));
    }

    long count(String column) {
      return values.get(rows.table().indexOf(column)) instanceof Number number
          ? number.longValue()
          : 0;
    }

    BigDecimal amount(String column) {
      return values.get(rows.table().indexOf(column)) instanceof BigDecimal amount
          ? amount
          : BigDecimal.ZERO;
    }
  }

  private static Rows mart(Map<String, Rows> marts, String name) {
    return Objects.requireNonNull(marts.get(name), name);
  }

  private PrintWriter output() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter errors() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
