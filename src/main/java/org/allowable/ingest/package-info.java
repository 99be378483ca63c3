/**
 * The outside world's formats become our tables: X12 files, CMS files, CSV that people keep,
 * Parquet that others wrote.
 */
@NullMarked
package org.allowable.ingest;

import org.jspecify.annotations.NullMarked;
