package org.upturn.server.insights;

/** How many of those who had this value of an attribute when they answered name a theme. */
public record ThemeSegment(String attribute, String value, Share naming) {}
