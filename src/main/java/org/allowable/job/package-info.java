/** What a run is: its steps in order, its directory, its control totals and its manifest. */
@NullMarked
package org.allowable.job;

import org.jspecify.annotations.NullMarked;
