package org.upturn.server.cases.routing;

import java.time.Instant;

/** That rules went live. @param rules how many they are */
public record RuleVersion(int version, int rules, String by, Instant liveAt) {}
