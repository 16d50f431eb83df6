/**
 * Discovery: groups what people said without knowing beforehand what about, or how many groups there are, and names each
 * group by its own words. The door is {@link org.upturn.engine.discovery.Discovery}; it stores nothing and leaves nothing
 * to chance, so the same texts in any order give the same groups.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.discovery;
