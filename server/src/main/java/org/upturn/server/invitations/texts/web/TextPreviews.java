package org.upturn.server.invitations.texts.web;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.texts.GatewaySettings;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.invitations.texts.ShortText;
import org.upturn.server.invitations.texts.ShortTexts;
import org.upturn.server.invitations.texts.TextSize;
import org.upturn.server.invitations.web.MailPreview;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;

/** Shows text messages before anybody gets them, as the contact who came last would. */
@Component
class TextPreviews {
    /** As long as every personal link, and leads nowhere. */
    private static final String NOWHERE = "/a/previewpreviewpreviewprevie";

    private final ShortTexts texts;
    private final GatewaySetup gateways;
    private final MailPreview preview;

    TextPreviews(ShortTexts texts, GatewaySetup gateways, MailPreview preview) {
        this.texts = texts;
        this.gateways = gateways;
        this.preview = preview;
    }

    /** The invitation and the reminder. */
    List<TextPreview> of(WorkspaceId workspace, ProgramId program, ShortText typed) {
        Wave wave = preview.wave(workspace, program);
        Contact someone = preview.someone(workspace, null);
        String link = base(workspace) + NOWHERE;
        return IntStream.of(0, 1)
                .mapToObj(number -> texts.preview(workspace, wave, typed, someone, number, link))
                .map(words -> new TextPreview(someone.name(), words, TextSize.of(words)))
                .toList();
    }

    private String base(WorkspaceId workspace) {
        return gateways.find(workspace)
                .map(GatewaySettings::publicUrl)
                .orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .build()
                        .toUriString());
    }
}
