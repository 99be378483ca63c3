package org.allowable.ingest.x12;

import java.util.ArrayList;
import java.util.List;

/** What is amiss with a file's envelopes and yet loses nothing, in the order found. */
final class Notices {

  /** How much of the file is in doubt: it goes in only if its amounts balance. */
  enum Scope {
    /** Nothing. */
    NOTHING,
    /** One transaction. */
    TRANSACTION,
    /** The transactions of one group. */
    GROUP,
    /** The transactions of one interchange. */
    INTERCHANGE
  }

  /**
   * One of them.
   *
   * @param segmentIndex where, counted from 1 at the start of the file
   * @param text what, as a phrase
   * @param scope what it puts in doubt
   * @param number which of the file's transactions, groups or interchanges, from 1
   */
  record Notice(int segmentIndex, String text, Scope scope, int number) {}

  private final List<Notice> all = new ArrayList<>();
  private int interchange;
  private int group;
  private int transaction;
  private boolean isInGroup;
  private boolean isInTransaction;

  void beginInterchange() {
    interchange++;
  }

  void beginGroup() {
    group++;
    isInGroup = true;
  }

  void endGroup() {
    isInGroup = false;
  }

  void beginTransaction() {
    transaction++;
    isInTransaction = true;
  }

  void endTransaction() {
    isInTransaction = false;
  }

  /** Which interchange is being read, from 1. */
  int interchange() {
    return interchange;
  }

  /** Which group is being read, from 1. */
  int group() {
    return group;
  }

  /** Which transaction is being read, from 1. */
  int transaction() {
    return transaction;
  }

  /** Something of the innermost envelope that is open. */
  void ofPlace(int segmentIndex, String text) {
    if (isInTransaction) {
      ofTransaction(segmentIndex, text);
    } else if (isInGroup) {
      ofGroup(segmentIndex, text);
    } else {
      ofNothing(segmentIndex, text);
    }
  }

  void ofTransaction(int segmentIndex, String text) {
    all.add(new Notice(segmentIndex, text, Scope.TRANSACTION, transaction));
  }

  void ofGroup(int segmentIndex, String text) {
    all.add(new Notice(segmentIndex, text, Scope.GROUP, group));
  }

  /** The header is read before its interchange begins. */
  void ofInterchange(int segmentIndex, String text) {
    all.add(new Notice(segmentIndex, text, Scope.INTERCHANGE, interchange));
  }

  void ofNothing(int segmentIndex, String text) {
    all.add(new Notice(segmentIndex, text, Scope.NOTHING, 0));
  }

  List<Notice> all() {
    return List.copyOf(all);
  }

  /** What puts a transaction in doubt. */
  List<Notice> about(int transactionNumber, int groupNumber, int interchangeNumber) {
    return all.stream()
        .filter(
            notice ->
                switch (notice.scope()) {
                  case NOTHING -> false;
                  case TRANSACTION -> notice.number() == transactionNumber;
                  case GROUP -> notice.number() == groupNumber;
                  case INTERCHANGE -> notice.number() == interchangeNumber;
                })
        .toList();
  }
}
