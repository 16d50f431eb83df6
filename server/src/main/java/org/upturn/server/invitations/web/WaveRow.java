package org.upturn.server.invitations.web;

import org.upturn.server.invitations.Invitations;
import org.upturn.server.surveys.Wave;

/** A wave in the list, with how far it has got. */
public record WaveRow(Wave wave, Invitations.Progress progress) {}
