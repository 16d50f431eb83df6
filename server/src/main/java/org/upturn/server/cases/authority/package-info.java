/**
 * What may be done for a detractor, and how far each role's own authority goes (S3-18): "refunds, credits, direct access to
 * leadership". Within it a thing is done at once; beyond it somebody with more authority is asked. Either way who, when and
 * what it cost stays on the case.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("authority")
package org.upturn.server.cases.authority;
