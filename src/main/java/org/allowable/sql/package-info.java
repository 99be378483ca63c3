/** One SELECT of a file, run with named parameters, held to the schema that its table promises. */
@NullMarked
package org.allowable.sql;

import org.jspecify.annotations.NullMarked;
