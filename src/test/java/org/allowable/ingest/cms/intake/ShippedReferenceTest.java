package org.allowable.ingest.cms.intake;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** CMS's files and the extracts of them that are shipped: they are read once, so one process. */
@Suite(failIfNoTests = false)
@SelectClasses({CmsReleaseCases.class, ShippedExtractCases.class})
class ShippedReferenceTest {}
