/** Promoters: thanks, a page of their own, referrals by code, and what they allow to be quoted. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("promoters")
package org.upturn.server.tracks.promoters;
