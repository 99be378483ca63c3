/**
 * The files by which CMS pays facilities: the addenda for ambulatory surgical centers and for
 * outpatient hospitals, and the wage indices of areas.
 */
@NullMarked
package org.allowable.ingest.cms.facility;

import org.jspecify.annotations.NullMarked;
