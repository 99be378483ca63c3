/**
 * Workbooks as they come, read as a stream of rows.
 *
 * <p>A sheet may be long, and an archive a bomb: nothing is held whole, and parts have a limit.
 */
@NullMarked
package org.allowable.ingest.workbook;

import org.jspecify.annotations.NullMarked;
