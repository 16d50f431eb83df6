/**
 * The instant report: reads a file of answers on one machine, without server or database, and says who the detractors
 * are, which are converted, chronic, new and silent, and what they name (S4-24). It stores nothing; a standing NPS effort
 * lives in the other rooms. Beside it stand the two commands for analysts, which read texts line by line.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "sheets", "cases", "verbatims :: codebook"})
package org.upturn.server.instant;
