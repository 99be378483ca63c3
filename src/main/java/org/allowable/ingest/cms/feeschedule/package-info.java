/**
 * The files of CMS's physician fee schedule: relative values, geographic indices, outpatient caps,
 * and the payment localities of ZIP codes.
 */
@NullMarked
package org.allowable.ingest.cms.feeschedule;

import org.jspecify.annotations.NullMarked;
