/** How well the engine reads: each class measures one thing on one part of a set that people labelled. */
package org.upturn.benchmarks.reading;
