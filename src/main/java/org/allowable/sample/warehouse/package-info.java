/** The history as rows of a warehouse, as ingestion would have written it from the X12 files. */
@NullMarked
package org.allowable.sample.warehouse;

import org.jspecify.annotations.NullMarked;
