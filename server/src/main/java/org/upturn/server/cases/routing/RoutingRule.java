package org.upturn.server.cases.routing;

/** Whose case it is, when. @param name as the record and the alert say it, for example "Billing to finance" */
public record RoutingRule(String name, When when, Target to) {}
