/** Payer scorecards: a page for each payer to hand over, and all of them side by side. */
@NullMarked
package org.allowable.report.scorecard;

import org.jspecify.annotations.NullMarked;
