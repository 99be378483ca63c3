package org.allowable.model;

import java.util.List;

/**
 * The tables that ingestion writes and every job reads: claims as sent, remittances as received.
 *
 * <p>Source: X12 837P (005010X222A1) and 835 (005010X221A1, 004010X091A1). Money is in US dollars,
 * two decimals, with the sign as sent. A null is an element that was not sent.
 */
public final class Warehouse {

  private static final String ADJUSTMENTS =
      "array<struct<level: string, group_code: string, reason_code: string,"
          + " amount: decimal(12,2), quantity: decimal(15,3), ordinal: int>>";

  private static final String PROVENANCE =
      """
      source_file string not null,
      file_sha256 string not null,
      interchange_control_number string,
      group_control_number string,
      transaction_control_number string,
      segment_index int
      """;

  /**
   * One row per service line of a claim as submitted (837P loop 2400).
   *
   * <p>{@code submission_id} names the claim in its transaction: a resubmission is another
   * submission of the same {@code claim_id}. {@code patient_key} is a keyed hash. {@code
   * is_claim_in_balance} says that CLM02 equals the sum of the claim's SV102. Quantities are as
   * sent in {@code unit_measure_code} (UN units, MJ minutes). Diagnosis pointers count from 1.
   */
  public static final Table CLAIM_LINE =
      Table.partitioned(
          "claim_line",
          "submission_id, claim_line_number",
          "service_month",
          """
          submission_id string not null,
          claim_id string not null,
          claim_frequency_code string,
          original_payer_claim_number string,
          payer_responsibility_code string,
          claim_filing_indicator_code string,
          payer_id string,
          payer_name string,
          billing_npi string,
          rendering_npi string,
          facility_npi string,
          referring_npi string,
          place_of_service_code string,
          service_zip_code string,
          prior_authorization_number string,
          submitted_date date,
          patient_key string,
          claim_charge_amount decimal(12,2),
          claim_line_number int not null,
          line_item_control_number string,
          procedure_qualifier string,
          hcpcs_code string,
          hcpcs_modifier_1 string,
          hcpcs_modifier_2 string,
          hcpcs_modifier_3 string,
          hcpcs_modifier_4 string,
          procedure_description string,
          charge_amount decimal(12,2) not null,
          unit_measure_code string,
          service_unit_quantity decimal(15,3),
          claim_line_start_date date,
          claim_line_end_date date,
          diagnosis_pointers array<int>,
          diagnosis_code_1 string,
          diagnosis_code_2 string,
          diagnosis_code_3 string,
          diagnosis_code_4 string,
          diagnosis_code_5 string,
          diagnosis_code_6 string,
          diagnosis_code_7 string,
          diagnosis_code_8 string,
          diagnosis_code_9 string,
          diagnosis_code_10 string,
          diagnosis_code_11 string,
          diagnosis_code_12 string,
          ndc_code string,
          prior_payers array<struct<payer_id: string, paid_amount: decimal(12,2),
            adjudication_date: date, adjustments: %s>>,
          is_claim_in_balance boolean not null,
          """
                  .formatted(ADJUSTMENTS)
              + PROVENANCE);

  /**
   * One row per service line of a claim payment (835 loop 2110), and one with {@code
   * remit_line_seq} 0 for a claim without service lines or with adjustments at claim level.
   *
   * <p>A row 0 of a claim without service lines carries the claim's charge (CLP03) and payment
   * (CLP04). A row 0 beside service lines carries charge 0.00 and, as payment, what CLP04 leaves
   * beside the lines: the negated sum of the claim-level adjustments where the claim balances. So
   * over all rows of a claim payments sum to CLP04, and nothing is prorated. {@code claim_position}
   * counts the CLP segments of a transaction from 1. {@code payer_sequence} is P, S or T from CLP02
   * (1/19, 2/20, 3/21), else null. {@code reported_allowed_amount} is AMT*B6 as sent; deriving one
   * where it is absent is a rule of adjudication. Deductible, coinsurance and copayment are the
   * sums of PR-1, PR-2 and PR-3 of the row. {@code service_date_source} is LINE, LINE_RANGE, CLAIM
   * or NONE. Balance: line, SVC02 less its adjustments is SVC03; claim, CLP03 less all adjustments
   * is CLP04.
   */
  public static final Table REMIT_LINE =
      Table.partitioned(
          "remit_line",
          "payment_id, claim_position, remit_line_seq",
          "payment_month",
          """
          payment_id string not null,
          claim_position int not null,
          claim_id string not null,
          payer_claim_control_number string,
          claim_status_code string,
          is_reversal boolean not null,
          original_payer_claim_number string,
          claim_frequency_code string,
          claim_filing_indicator_code string,
          facility_type_code string,
          payer_sequence string,
          claim_charge_amount decimal(12,2) not null,
          claim_paid_amount decimal(12,2) not null,
          patient_responsibility_amount decimal(12,2),
          remit_line_seq int not null,
          line_item_control_number string,
          procedure_qualifier string,
          hcpcs_code string,
          hcpcs_modifier_1 string,
          hcpcs_modifier_2 string,
          hcpcs_modifier_3 string,
          hcpcs_modifier_4 string,
          submitted_hcpcs_code string,
          submitted_hcpcs_modifier_1 string,
          submitted_hcpcs_modifier_2 string,
          submitted_hcpcs_modifier_3 string,
          submitted_hcpcs_modifier_4 string,
          revenue_code string,
          paid_unit_quantity decimal(15,3),
          submitted_unit_quantity decimal(15,3),
          charge_amount decimal(12,2) not null,
          paid_amount decimal(12,2) not null,
          reported_allowed_amount decimal(12,2),
          deductible_amount decimal(12,2) not null,
          coinsurance_amount decimal(12,2) not null,
          copayment_amount decimal(12,2) not null,
          claim_line_start_date date,
          claim_line_end_date date,
          service_date_source string not null,
          claim_received_date date,
          payment_date date,
          payer_id string,
          payer_name string,
          payee_npi string,
          rendering_npi string,
          remark_codes array<string> not null,
          claim_remark_codes array<string> not null,
          adjustments %s not null,
          is_line_in_balance boolean not null,
          is_claim_in_balance boolean not null,
          """
                  .formatted(ADJUSTMENTS)
              + PROVENANCE);

  /**
   * One row per payment or notice (835 transaction). {@code payment_id} is the identity by which a
   * transaction delivered twice is known: a hash of payer, TRN02, TRN03, BPR02, BPR16 and the
   * content between ST and SE. In balance: the claims' payments less the provider adjustments is
   * BPR02.
   */
  public static final Table PAYMENT =
      Table.partitioned(
          "payment",
          "payment_id",
          "payment_month",
          """
          payment_id string not null,
          trace_number string,
          originating_company_id string,
          payment_amount decimal(12,2) not null,
          credit_debit_code string,
          payment_method_code string,
          handling_code string,
          payment_date date,
          production_date date,
          payer_id string,
          payer_name string,
          payee_npi string,
          payee_name string,
          version_code string,
          claim_count int not null,
          service_line_count int not null,
          claim_charge_total decimal(14,2) not null,
          claim_paid_total decimal(14,2) not null,
          line_paid_total decimal(14,2) not null,
          provider_adjustment_total decimal(14,2) not null,
          is_in_balance boolean not null,
          """
              + PROVENANCE);

  /** One row per adjustment pair of a PLB segment. A positive amount lowers the payment. */
  public static final Table PROVIDER_ADJUSTMENT =
      Table.partitioned(
          "provider_adjustment",
          "payment_id, ordinal",
          "payment_month",
          """
          payment_id string not null,
          ordinal int not null,
          provider_npi string,
          fiscal_period_date date,
          adjustment_code string,
          reference_id string,
          amount decimal(12,2) not null,
          """
              + PROVENANCE);

  /**
   * One row per file that ingestion was given, with what it held, counted while it was read.
   *
   * <p>{@code status}: LOADED (at least one transaction went in; those that were held are rows of
   * transaction_exception), ALREADY_LOADED (every transaction was known), QUARANTINED ({@code
   * reason} and {@code segment_index} say why and where; nothing of it went in), NOT_CLAIM_DATA,
   * NOT_X12. A file that is loaded or was already and has a {@code reason} was read in part only.
   * Totals are of the transactions that went in.
   */
  public static final Table INGESTED_FILE =
      Table.of(
          "ingested_file",
          "file_sha256, source_file",
          """
          source_file string not null,
          file_sha256 string not null,
          status string not null,
          reason string,
          segment_index int,
          transaction_count int not null,
          duplicate_transaction_count int not null,
          submitted_claim_count int not null,
          submitted_line_count int not null,
          submitted_charge_total decimal(14,2) not null,
          payment_count int not null,
          remit_claim_count int not null,
          remit_line_count int not null,
          payment_total decimal(14,2) not null,
          claim_charge_total decimal(14,2) not null,
          claim_paid_total decimal(14,2) not null,
          line_paid_total decimal(14,2) not null,
          provider_adjustment_total decimal(14,2) not null
          """);

  /**
   * One row per transaction that went in; {@code transaction_id} is the hash that keeps it from
   * going in twice: the payment_id of an 835, the hash of the content between ST and SE of an 837.
   */
  public static final Table INGESTED_TRANSACTION =
      Table.of(
          "ingested_transaction",
          "transaction_id",
          """
          transaction_id string not null,
          transaction_set_code string not null,
          source_file string not null,
          file_sha256 string not null
          """);

  /**
   * One row per transaction (ST to SE) that did not go in, per fault that went in with a warning,
   * and per transaction that came whole later.
   *
   * <p>{@code disposition}: HELD (nothing of the transaction went in), COPY_DIFFERS (another copy
   * of a check that is in the warehouse; {@code transaction_id} is the one that counts), WARNING
   * (an envelope or date was wrong, and what it held went in), RELEASED (the transaction that was
   * held at this file and segment is in the warehouse by now). {@code segment_index} is the place
   * of ST, {@code fault_segment_index} that of the fault, both counted from 1 at the start of the
   * file. {@code transaction_amount} is BPR02; counts and totals are of the segments that could be
   * read (CLP03 and CLP04 of an 835, CLM02 of an 837), null where a sum makes no sense.
   */
  public static final Table TRANSACTION_EXCEPTION =
      Table.of(
          "transaction_exception",
          "",
          """
          disposition string not null,
          reason string not null,
          remedy string,
          fault_segment_index int not null,
          transaction_id string,
          transaction_set_code string,
          version_code string,
          trace_number string,
          originating_company_id string,
          payer_id string,
          payer_name string,
          transaction_date date,
          transaction_amount decimal(12,2),
          claim_count int not null,
          line_count int not null,
          charge_total decimal(14,2),
          paid_total decimal(14,2),
          claim_ids array<string> not null,
          """
              + PROVENANCE);

  /** The tables of a warehouse, in the order in which they are described. */
  public static final List<Table> TABLES =
      List.of(
          CLAIM_LINE,
          REMIT_LINE,
          PAYMENT,
          PROVIDER_ADJUSTMENT,
          INGESTED_FILE,
          INGESTED_TRANSACTION,
          TRANSACTION_EXCEPTION);

  /**
   * Of a report as of a day, the rows of the table behind the underscore that were sent or paid
   * after it. They are views of a session, never files; controls count them.
   */
  public static final List<Table> LATER =
      List.of(later(CLAIM_LINE), later(REMIT_LINE), later(PAYMENT));

  /** The table of the rows that are later than the day a report is as of. */
  public static Table later(Table table) {
    return new Table("later_" + table.name(), table.grain(), table.schema(), table.partition());
  }

  private Warehouse() {}
}
