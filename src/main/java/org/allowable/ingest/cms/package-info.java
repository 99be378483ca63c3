/** CMS releases, found by content, become reference tables or are refused with the reason. */
@NullMarked
package org.allowable.ingest.cms;

import org.jspecify.annotations.NullMarked;
