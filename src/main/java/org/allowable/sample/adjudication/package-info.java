/** What a payer decides on each line: denied and why, allowed, left to the patient, underpaid. */
@NullMarked
package org.allowable.sample.adjudication;

import org.jspecify.annotations.NullMarked;
