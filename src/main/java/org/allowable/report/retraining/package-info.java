/**
 * The retraining review as a director's workbook and a packet for each physician, from its marts.
 *
 * <p>Names stand in the director's workbook only where the naming rule names; a packet holds one
 * physician and the peers without names.
 */
@org.jspecify.annotations.NullMarked
package org.allowable.report.retraining;
