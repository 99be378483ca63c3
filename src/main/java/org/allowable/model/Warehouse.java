package org.allowable.model;

import java.util.List;

/** The tables that ingestion writes and every job reads. */
public final class Warehouse {

  public static final Table CLAIM_LINE = Tables.named("claim_line");
  public static final Table REMIT_LINE = Tables.named("remit_line");
  public static final Table PAYMENT = Tables.named("payment");
  public static final Table PROVIDER_ADJUSTMENT = Tables.named("provider_adjustment");
  public static final Table INGESTED_FILE = Tables.named("ingested_file");
  public static final Table INGESTED_TRANSACTION = Tables.named("ingested_transaction");
  public static final Table TRANSACTION_EXCEPTION = Tables.named("transaction_exception");

  /** What people said of the worklist; no part of what ingestion writes. */
  public static final Table WORKLIST_EVENT = Tables.named("worklist_event");

  /** All that ingestion writes, in order. */
  public static final List<Table> TABLES = Tables.comingFrom("warehouse");

  /**
   * Of a report as of a day, the rows of the table behind the underscore that were sent or paid
   * after it. They are views of an engine, never files; controls count them.
   */
  public static final List<Table> LATER =
      List.of(later(CLAIM_LINE), later(REMIT_LINE), later(PAYMENT));

  /** The table of the rows that are later than the day a report is as of. */
  public static Table later(Table table) {
    return table.named("later_" + table.name());
  }

  private Warehouse() {}
}
