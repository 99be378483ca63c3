/** Apache Spark, the reference engine, and the one for data that outgrow a desk. */
@NullMarked
package org.allowable.engine.spark;

import org.jspecify.annotations.NullMarked;
