/** Packets ready to send: a letter and a claim list for each payer and cause. */
@NullMarked
package org.allowable.report.packet;

import org.jspecify.annotations.NullMarked;
