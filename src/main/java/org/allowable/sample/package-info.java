/** Invented practices whose true answers are known, written as Parquet and as X12. */
@NullMarked
package org.allowable.sample;

import org.jspecify.annotations.NullMarked;
