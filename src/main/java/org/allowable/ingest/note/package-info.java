/** Procedure notes as a practice exports them, as CSV or Parquet. */
@NullMarked
package org.allowable.ingest.note;

import org.jspecify.annotations.NullMarked;
