/**
 * CMS releases, found by content, become reference tables or are refused with the reason.
 *
 * <p>Floors, each of which sees only those named after it: {@code intake} imports; {@code
 * feeschedule}, {@code facility} and {@code edit} know the layouts of CMS's publications; {@code
 * kind} says what a file is; {@code source} reads it; {@code library} keeps the tables.
 */
@NullMarked
package org.allowable.ingest.cms;

import org.jspecify.annotations.NullMarked;
