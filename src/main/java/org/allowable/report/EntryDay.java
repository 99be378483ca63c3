package org.allowable.report;

import java.time.LocalDate;

/**
 * A day.
 *
 * @param first the first that may be entered
 * @param last the last
 */
public record EntryDay(LocalDate first, LocalDate last) implements CellEntry {}
