/** Price request files: services to be priced, one a row, read strictly and as a stream. */
@NullMarked
package org.allowable.ingest.price;

import org.jspecify.annotations.NullMarked;
