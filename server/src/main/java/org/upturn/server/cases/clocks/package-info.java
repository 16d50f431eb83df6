/** What has to be done for a case in time, and who hears of it when it was not. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.cases.clocks;
