/**
 * CMS's files as they come: archives, delimited text, fixed columns and sheets become rows, rows
 * become cells of a known form. The only package that reads workbooks.
 */
@NullMarked
package org.allowable.ingest.cms.source;

import org.jspecify.annotations.NullMarked;
