/** CMS's coding edits (NCCI): pairs of procedures, medically unlikely units, and add-on codes. */
@NullMarked
package org.allowable.ingest.cms.edit;

import org.jspecify.annotations.NullMarked;
