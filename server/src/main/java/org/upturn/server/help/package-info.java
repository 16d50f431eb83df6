/**
 * The user guide, carried along in the program: what lies in {@code docs/} of the repository, chapter by chapter, and the
 * chapter that explains a page. It knows no room but the frame that pages stand in.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "workspaces"})
package org.upturn.server.help;
