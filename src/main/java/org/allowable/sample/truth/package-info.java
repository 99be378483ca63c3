/** The true answers as CSV files: what a job that reads the history must find. */
@NullMarked
package org.allowable.sample.truth;

import org.jspecify.annotations.NullMarked;
