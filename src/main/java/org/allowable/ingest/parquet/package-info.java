/**
 * A warehouse, on a disk or in a store: Parquet files by table and month, written in batches that
 * are there whole or not at all, and checked file by file before anything reads them.
 */
@NullMarked
package org.allowable.ingest.parquet;

import org.jspecify.annotations.NullMarked;
