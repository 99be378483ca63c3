package org.allowable.report;

/** What a reader may enter in a cell. */
public sealed interface CellEntry permits EntryLimits, EntryChoices, EntryText, EntryDay {}
