package org.allowable.model;

import java.util.List;

/** What codes of a remittance say of the answer that carries them. Part of {@link Reference}. */
public final class RemittanceReference {

  /**
   * What a claim status (CLP02) says. {@code answer_kind}: DECIDED, PENDED, PREDETERMINATION or
   * NOT_OUR_CLAIM; {@code is_denial}: the payer calls the claim denied, whatever its reasons say.
   */
  public static final Table CLAIM_STATUS =
      Table.of(
          "claim_status",
          "claim_status_code, effective_from_date",
          """
          claim_status_code string not null,
          answer_kind string not null,
          is_denial boolean not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /** Remark codes (RARC) that are alerts: they inform and give no reason. */
  public static final Table REMARK_ALERT =
      Table.of(
          "remark_alert",
          "remark_code, effective_from_date",
          """
          remark_code string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * When a denying reason beside an allowed amount is a partial denial, by group code, reason and
   * payer class; * is any, and of several rows that fit the one that names the reason wins, then
   * the payer class, then the group. {@code partial_denial}: always; unless_as_expected, not where
   * the line was allowed what was expected; only_below_expected, only where it is known to be
   * allowed less; never.
   */
  public static final Table PARTIAL_DENIAL_RULE =
      Table.of(
          "partial_denial_rule",
          "group_code, reason_code, payer_class, effective_from_date",
          """
          group_code string not null,
          reason_code string not null,
          payer_class string not null,
          partial_denial string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /** All of them. */
  public static final List<Table> TABLES = List.of(CLAIM_STATUS, REMARK_ALERT, PARTIAL_DENIAL_RULE);

  private RemittanceReference() {}
}
