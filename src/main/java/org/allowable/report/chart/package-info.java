/** Chart records become PNG and SVG. The only package that sees JFreeChart. */
@NullMarked
package org.allowable.report.chart;

import org.jspecify.annotations.NullMarked;
