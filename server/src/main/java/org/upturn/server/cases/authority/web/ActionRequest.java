package org.upturn.server.cases.authority.web;

import org.upturn.server.cases.authority.CaseAction;

/** A request with whom it is for. */
public record ActionRequest(CaseAction asked, String person) {}
