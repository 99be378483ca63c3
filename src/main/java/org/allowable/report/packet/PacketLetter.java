package org.allowable.report.packet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.Rows;
import org.allowable.model.Tables;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.TableBlock;
import org.allowable.report.letter.LetterContent;
import org.jspecify.annotations.Nullable;

/** What a packet's letter says, by placeholder. */
final class PacketLetter {

  /** What stands where the practice file says nothing. */
  static final String BLANK = "____________________";

  // With more the letter would not stay on a page or two.
  private static final int MOST_CLAIMS = 8;
  private static final int MOST_CLAUSES = 3;
  private static final int MOST_CODES = 6;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  private final PacketFacts facts;
  private final PacketMarts marts;
  private final Mart.Line packet;
  private final String cause;

  /**
   * The letter of a packet.
   *
   * @param packet a row of {@code mart_packet}
   */
  PacketLetter(PacketFacts facts, PacketMarts marts, Mart.Line packet) {
    this.facts = facts;
    this.marts = marts;
    this.packet = packet;
    this.cause = packet.text("packet_cause");
  }

  /** The letter of no claims: all placeholders that there are. */
  static LetterContent empty(PacketFacts facts) {
    Map<String, Rows> marts = new LinkedHashMap<>();
    for (String mart :
        List.of(
            "mart_packet",
            "mart_packet_claim",
            "mart_packet_line",
            "mart_packet_session",
            "mart_packet_evidence",
            "mart_packet_source")) {
      marts.put(mart, Rows.of(Tables.named(mart), List.of()));
    }
    return new PacketLetter(facts, new PacketMarts(marts), new Mart.Line(Map.of())).content();
  }

  LetterContent content() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("practice", facts.practice());
    words.put("address", orBlank(String.join("\n", facts.letterhead().address())));
    words.put("phone", orBlank(facts.letterhead().phone()));
    words.put("tax_id", orBlank(facts.letterhead().taxId()));
    words.put("npi", packet.text("billing_npis").replace(" ", ", "));
    words.put("date", day(facts.asOf()));
    words.put("payer", facts.payer());
    words.put(
        "subject",
        isDenial() ? "Appeal of denied claims" : "Request to reprocess underpaid claims");
    words.put("cause", cause);
    words.put("reason", reason());
    words.put("rule", rule());
    words.put("claim_count", count("claim_count"));
    words.put("line_count", count("line_count"));
    words.put("first_dos", day("first_service_date"));
    words.put("last_dos", day("last_service_date"));
    words.put(
        "service_dates",
        day("first_service_date").equals(day("last_service_date"))
            ? day("first_service_date")
            : day("first_service_date") + " to " + day("last_service_date"));
    words.put("billed", money("charge_amount"));
    words.put("allowed", money("allowed_amount"));
    words.put("expected", money("expected_allowed_amount"));
    words.put("difference", money("disputed_amount"));
    words.put("list_note", listNote());
    words.put("request", request());
    words.put("reply_by", day(replyBy()));
    words.put("enclosures", String.join("\n", enclosures()));
    words.put("signer", orBlank(facts.letterhead().signer()));
    words.put(
        "signer_title",
        facts.letterhead().signerTitle() == null
            ? ""
            : Objects.requireNonNull(facts.letterhead().signerTitle()));
    return new LetterContent(
        facts.fileName("letter").words(), facts.instant(), words, Map.of("claims", claims()));
  }

  private boolean isDenial() {
    return packet.text("packet_kind").equals("DENIAL");
  }

  private boolean isListed() {
    return marts.claims(cause).lines().size() <= MOST_CLAIMS;
  }

  // A list that would fill pages is enclosed only.
  private TableBlock claims() {
    Mart claims = isListed() ? marts.claims(cause) : Mart.of(List.of());
    return MartTables.PLAIN
        .of(
            claims,
            "claim_id",
            "payer_claim_control_number",
            "first_service_date as service_date",
            "charge_amount",
            "allowed_amount",
            "expected_allowed_amount",
            "disputed_amount")
        .totaled();
  }

  private String listNote() {
    String lines = "The enclosed claim list has every line with code, modifiers and amounts";
    return isListed()
        ? lines + "."
        : lines
            + ", for all %s claims; sheet Pricing shows how each expected amount is made."
                .formatted(count("claim_count"));
  }

  private String reason() {
    List<String> said = new ArrayList<>();
    String lines = lines("cause_line_count");
    if (isDenial()) {
      said.add(
          "You denied %s of the claims listed, in full or in part, for %s%s."
              .formatted(lines, cause.toLowerCase(Locale.ROOT), codes()));
      if (packet.number("refuted_line_count").signum() > 0) {
        said.add(refuted());
      }
    } else if (packet.text("cause_wording").isEmpty()) {
      said.add(
          "You allowed less than the agreed rate on %s of the claims listed.".formatted(lines));
    } else {
      said.add(
          "On %s of the claims listed you have %s: this gives %s, to the cent."
              .formatted(
                  lines,
                  packet.text("cause_wording"),
                  isOne("cause_line_count")
                      ? "the amount you allowed"
                      : "each amount you allowed"));
    }
    if (packet.number("line_count").compareTo(packet.number("cause_line_count")) > 0) {
      said.add(
          "The same claims have further lines in dispute; the claim list gives the reason for each.");
    }
    return String.join(" ", said);
  }

  // The codes say more than the group; a long list of them says less.
  private String codes() {
    List<String> codes =
        marts.lines(cause).lines().stream()
            .filter(line -> line.text("worklist_cause").equals(cause))
            .map(line -> line.text("denial_codes"))
            .filter(code -> !code.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return codes.isEmpty() || codes.size() > MOST_CODES
        ? ""
        : " (" + String.join(", ", codes) + ")";
  }

  private String refuted() {
    List<String> policies =
        marts.sessions(cause).lines().stream()
            .map(
                line ->
                    "%s, in force since %s, limit %s"
                        .formatted(
                            line.text("title"),
                            line.cells().get("policy_from_date") instanceof LocalDate date
                                ? day(date)
                                : line.text("policy_from_date"),
                            Format.COUNT.display(line.number("cap"))))
            .distinct()
            .limit(MOST_CLAUSES)
            .toList();
    return "By the sessions on file %s within the limit of the policy (%s). Sheet Sessions of the claim list has the dates that count."
        .formatted(
            isOne("refuted_line_count") ? "this line is" : "each of these lines is",
            String.join("; ", policies));
  }

  private boolean isOne(String column) {
    return packet.number(column).intValueExact() == 1;
  }

  private String lines(String column) {
    return isOne(column) ? "one line" : count(column) + " lines";
  }

  private String rule() {
    List<String> said = new ArrayList<>();
    if (!packet.text("broken_rule").isEmpty()) {
      said.add(packet.text("broken_rule") + ".");
    }
    List<Mart.Line> sources = marts.sources(cause).lines();
    List<String> clauses =
        sources.stream().map(PacketLetter::clause).distinct().limit(MOST_CLAUSES).toList();
    long all = sources.stream().map(PacketLetter::clause).distinct().count();
    if (!clauses.isEmpty()) {
      said.add(
          "Basis of the expected amounts: %s%s."
              .formatted(
                  String.join("; ", clauses),
                  all > clauses.size() ? "; and others on sheet Sources of the claim list" : ""));
    }
    return String.join(" ", said);
  }

  private static String clause(Mart.Line source) {
    String from = source.cells().get("clause_from_date") instanceof LocalDate date ? day(date) : "";
    String to = source.cells().get("clause_to_date") instanceof LocalDate date ? day(date) : "";
    String dates =
        from.isEmpty() ? "" : ", in force from " + from + (to.isEmpty() ? "" : " to " + to);
    String release = source.text("release");
    return source.text("clause")
        + dates
        + (release.isEmpty() ? "" : " (CMS release " + release + ")");
  }

  private String request() {
    String by = day(replyBy());
    return isDenial()
        ? "Please reverse the denials, reprocess the claims at the expected allowed amounts and pay the difference of %s, less any patient share under the plan, by %s. Where you uphold a denial, send us the reason in writing with the policy or contract provision it rests on, and its date."
            .formatted(money("disputed_amount"), by)
        : "Please reprocess the claims at the expected allowed amounts and pay the difference of %s, less any patient share under the plan, by %s. Where you do not adjust a claim, send us the reason in writing with the contract provision, fee schedule or rule it rests on, and its date."
            .formatted(money("disputed_amount"), by);
  }

  private List<String> enclosures() {
    List<String> all = new ArrayList<>();
    all.add(
        "Claim list with amounts, pricing of each line and sources (%s)"
            .formatted(facts.fileName("claim list").ending("xlsx")));
    if (!marts.sessions(cause).lines().isEmpty()) {
      all.add("Session dates for each frequency denial (claim list, sheet Sessions)");
    }
    if (!marts.evidence(cause).lines().isEmpty()) {
      all.add("Supporting documents (claim list, sheet Documents)");
    }
    return all;
  }

  private LocalDate replyBy() {
    return facts.asOf().plusDays(facts.letterhead().replyDays());
  }

  private static String orBlank(@Nullable String text) {
    return text == null || text.isBlank() ? BLANK : text;
  }

  private String day(String column) {
    return packet.cells().get(column) instanceof LocalDate date ? day(date) : "";
  }

  private static String day(LocalDate date) {
    return date.format(DAY);
  }

  private String count(String column) {
    return Format.COUNT.display(packet.number(column));
  }

  private String money(String column) {
    return Format.MONEY.display(packet.number(column));
  }
}
