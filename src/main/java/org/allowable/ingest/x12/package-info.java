/**
 * X12 835 and 837P files, read as a stream, become rows of the warehouse or are held, transaction
 * by transaction.
 */
@NullMarked
package org.allowable.ingest.x12;

import org.jspecify.annotations.NullMarked;
