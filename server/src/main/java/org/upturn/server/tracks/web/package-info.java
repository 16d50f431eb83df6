/** Pages, files and API of the tracks, and the two pages for promoters and their friends. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.tracks.web;
