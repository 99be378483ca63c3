/** The history as 837P and 835 files, and which of them a row comes from. */
@NullMarked
package org.allowable.sample.x12;

import org.jspecify.annotations.NullMarked;
