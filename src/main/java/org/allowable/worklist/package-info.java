/**
 * What people say of the worklist: edits as events that are never changed, what stands of them, and
 * what a workbook that somebody edited adds.
 *
 * <p>Nothing here reads or writes a file.
 */
@NullMarked
package org.allowable.worklist;

import org.jspecify.annotations.NullMarked;
