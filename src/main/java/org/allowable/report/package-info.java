/**
 * What a report shows and in what format, as plain records: no Spark, no Excel, no chart library.
 */
@NullMarked
package org.allowable.report;

import org.jspecify.annotations.NullMarked;
