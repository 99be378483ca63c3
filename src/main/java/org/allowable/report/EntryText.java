package org.allowable.report;

/**
 * Words of the reader's own.
 *
 * @param mostCharacters how long they may be
 */
public record EntryText(int mostCharacters) implements CellEntry {}
