/**
 * The reference tables as files: which are the user's and which ship, their CSV, and the checks
 * that every cell and every dated row must pass. Knows nothing of CMS's layouts.
 */
@NullMarked
package org.allowable.ingest.cms.library;

import org.jspecify.annotations.NullMarked;
