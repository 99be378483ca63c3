package org.allowable.model;

import java.util.List;

/**
 * The reference tables of the coding review: what codes mean, and what payers want of them. As
 * those of {@link Reference}, with dates in every row: a rule is switched off or dated by its row.
 */
public final class CodingReference {

  private static final String DATES =
      ", effective_from_date date not null, effective_to_date date, source string not null";

  /**
   * What a code means, in our own words: family, approach, region of the spine, whether imaging is
   * in it, a catheter, an add-on, which level of a session it stands for, and whether its note must
   * name a level. {@code imaging}: included, without, separate (billed apart), is_imaging,
   * not_said. {@code imaging_kinds} are those that count as imaging for it, space separated. A row
   * that ends means that the code does.
   */
  public static final Table PROCEDURE_MEANING =
      Table.of(
          "procedure_meaning",
          "hcpcs_code, effective_from_date",
          """
          hcpcs_code string not null, family string not null, approach string not null,
          other_approach string, region string not null, imaging string not null,
          imaging_kinds string, is_catheter boolean not null, is_add_on boolean not null,
          level_rank int, needs_level boolean not null
          """
              + DATES);

  /**
   * A rule of the coding review: how grave (deny, audit, check), our label, what to do, where
   * {code}, {other}, {right} and {detail} stand for the finding's own; the rules to which it gives
   * way on a line, and the payer classes for which it holds, space separated, * for all.
   */
  public static final Table CODING_RULE =
      Table.of(
          "coding_rule",
          "rule, effective_from_date",
          """
          rule string not null, finding_group string not null, severity string not null,
          label string not null, fix string not null, yields_to string,
          payer_classes string not null
          """
              + DATES);

  /** The regions of the spine of which a diagnosis speaks; the longest prefix that fits counts. */
  public static final Table DIAGNOSIS_REGION =
      Table.of(
          "diagnosis_region",
          "icd10_prefix, region, effective_from_date",
          """
          icd10_prefix string not null, region string not null
          """
              + DATES);

  /** Diagnoses that leave open what payers want to know, with our label and a better choice. */
  public static final Table UNSPECIFIC_DIAGNOSIS =
      Table.of(
          "unspecific_diagnosis",
          "icd10_prefix, effective_from_date",
          """
          icd10_prefix string not null, label string not null, better_choice string not null
          """
              + DATES);

  /** Diagnoses that a policy covers. */
  public static final Table COVERED_DIAGNOSIS =
      Table.of(
          "covered_diagnosis",
          "policy, icd10_prefix, effective_from_date",
          """
          policy string not null, icd10_prefix string not null
          """
              + DATES);

  /** Codes that policies name together. */
  public static final Table CODING_CODE_SET =
      Table.of(
          "coding_code_set",
          "code_set, hcpcs_code, effective_from_date",
          """
          code_set string not null, hcpcs_code string not null
          """
              + DATES);

  /** For whose lines a policy holds: payer by the practice's name and payer class, * for any. */
  public static final Table CODING_POLICY =
      Table.of(
          "coding_policy",
          "policy, payer, payer_class, effective_from_date",
          """
          policy string not null, payer string not null, payer_class string not null,
          code_set string not null
          """
              + DATES);

  /**
   * The most that a session of a policy may have: regions, levels by approach, or procedures
   * without imaging by approach.
   */
  public static final Table SESSION_RULE =
      Table.of(
          "session_rule",
          "policy, measure, approach, effective_from_date",
          """
          policy string not null, measure string not null, approach string not null, most int not null
          """
              + DATES);

  /**
   * Prior authorization that a payer asks for, from which session of a rolling window of months on,
   * in which places of service, space separated. {@code payer}, {@code payer_class} and {@code
   * state} may be *.
   */
  public static final Table PRIOR_AUTHORIZATION_RULE =
      Table.of(
          "prior_authorization_rule",
          "authorization, payer, payer_class, state, code_set, effective_from_date",
          """
          authorization string not null, payer string not null, payer_class string not null,
          state string not null, code_set string not null, place_of_service_codes string not null,
          from_session int not null, window_months int not null
          """
              + DATES);

  /**
   * Elements that a policy wants in a note, from which session of a rolling window of months on.
   * The elements are those of {@link ProcedureNotes#PROCEDURE_NOTE}: approach, level, imaging,
   * image_kept, substance, dose, volume, consent, conservative_treatment, response.
   */
  public static final Table NOTE_REQUIREMENT =
      Table.of(
          "note_requirement",
          "policy, element, effective_from_date",
          """
          policy string not null, element string not null, from_session int not null,
          window_months int not null
          """
              + DATES);

  /** The region of a level of the spine, by approach, * for any other; two rows mean either. */
  public static final Table SPINAL_LEVEL =
      Table.of(
          "spinal_level",
          "spinal_level, approach, region, effective_from_date",
          """
          spinal_level string not null, approach string not null, region string not null
          """
              + DATES);

  /**
   * Modifiers that separate the codes of a pair with indicator 1, for codes of a range. {@code
   * placement}: either line, or that of column_2 alone. A side separates only where the other line
   * does not have the same one.
   */
  public static final Table PAIR_MODIFIER =
      Table.of(
          "pair_modifier",
          "modifier, code_from, effective_from_date",
          """
          modifier string not null, code_from string not null, code_to string not null,
          placement string not null, is_distinct_service boolean not null, is_side boolean not null
          """
              + DATES);

  /**
   * Modifiers (* for none asked) that contradict an indicator of the code: bilateral, pctc, status
   * of {@link Reference#RELATIVE_VALUE}, unit_limit of {@link Reference#MEDICALLY_UNLIKELY_EDIT}.
   */
  public static final Table INDICATOR_RULE =
      Table.of(
          "indicator_rule",
          "rule, indicator_kind, indicator, modifier, effective_from_date",
          """
          rule string not null, indicator_kind string not null, indicator string not null,
          modifier string not null
          """
              + DATES);

  /**
   * The payer class of a claim filing indicator, for payers that the practice file does not know.
   */
  public static final Table CLAIM_FILING_CLASS =
      Table.of(
          "claim_filing_class",
          "claim_filing_indicator_code, effective_from_date",
          """
          claim_filing_indicator_code string not null, payer_class string not null
          """
              + DATES);

  /** All of them. */
  public static final List<Table> TABLES =
      List.of(
          PROCEDURE_MEANING,
          CODING_RULE,
          DIAGNOSIS_REGION,
          UNSPECIFIC_DIAGNOSIS,
          COVERED_DIAGNOSIS,
          CODING_CODE_SET,
          CODING_POLICY,
          SESSION_RULE,
          PRIOR_AUTHORIZATION_RULE,
          NOTE_REQUIREMENT,
          SPINAL_LEVEL,
          PAIR_MODIFIER,
          INDICATOR_RULE,
          CLAIM_FILING_CLASS);

  private CodingReference() {}
}
