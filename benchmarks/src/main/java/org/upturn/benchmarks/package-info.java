/** Measures the built program from outside, and the engine alone. What each measurement means: benchmarks/README.md. */
package org.upturn.benchmarks;
