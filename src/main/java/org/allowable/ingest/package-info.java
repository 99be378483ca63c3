/**
 * The outside world's formats become our tables: X12 files, CMS files, Parquet that others wrote.
 */
@NullMarked
package org.allowable.ingest;

import org.jspecify.annotations.NullMarked;
