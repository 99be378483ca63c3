package org.allowable.ingest.x12;

/** Kinds of faults: what there is to do depends on them. */
enum FaultKind {
  /** An element or loop cannot be read. */
  CONTENT,
  /** Part of the file is not there. */
  CUT_OFF,
  /** An envelope does not say what it holds. */
  ENVELOPE,
  /** An ISA segment does not say what the delimiters are; nothing after it can be read. */
  HEADER,
  /** The implementation guide is none that is supported. */
  GUIDE,
  /** Nothing says when the money was paid. */
  UNDATED,
  /** Another copy of a check that is in the warehouse, which says something else. */
  COPY_DIFFERS,
  /** The file holds no X12 at all. */
  NOT_X12,
  /** An archive that cannot be unpacked. */
  ARCHIVE
}
