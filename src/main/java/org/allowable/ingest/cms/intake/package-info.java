/**
 * The import: files are recognized by their content, checked against what is there, staged under a
 * lock, and enter the reference directory together or not at all. Also the status of what is
 * loaded.
 */
@NullMarked
package org.allowable.ingest.cms.intake;

import org.jspecify.annotations.NullMarked;
