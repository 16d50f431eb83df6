/**
 * Where the program lives: its one data folder, the PostgreSQL in it and the secret that its links are made with. Knows
 * nothing of what is kept there.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package org.upturn.server.installation;
