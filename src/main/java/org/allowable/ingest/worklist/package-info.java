/**
 * The edits of a worklist in their warehouse, and the workbook that somebody edited.
 *
 * <p>Edits lie in a folder of the warehouse with records and a lock of its own: ingestion and
 * people do not wait for each other, and a warehouse that somebody else wrote is left as it is.
 */
@NullMarked
package org.allowable.ingest.worklist;

import org.jspecify.annotations.NullMarked;
