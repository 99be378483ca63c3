/** What people of an invented practice said of its claims. */
@NullMarked
package org.allowable.sample.edits;

import org.jspecify.annotations.NullMarked;
