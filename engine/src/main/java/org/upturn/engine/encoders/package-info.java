/**
 * Cuts texts into pieces of words and makes vectors of the pieces, by a model of ONNX or by a table. Knows nothing of clauses,
 * themes or feedback.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.encoders;
