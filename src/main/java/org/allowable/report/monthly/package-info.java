/**
 * The monthly report as people see it: which marts become which sheets and charts, in what words.
 */
@NullMarked
package org.allowable.report.monthly;

import org.jspecify.annotations.NullMarked;
