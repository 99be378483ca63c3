/** What a file is: its kind, and the release or quarter that its title, name or folder says. */
@NullMarked
package org.allowable.ingest.cms.kind;

import org.jspecify.annotations.NullMarked;
