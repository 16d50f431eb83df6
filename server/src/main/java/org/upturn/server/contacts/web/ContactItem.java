package org.upturn.server.contacts.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.upturn.server.contacts.Consent;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Hint;

/** A contact as programs see it. @param hints what looks mistyped; only where one contact is asked for or told */
record ContactItem(
        UUID id,
        String externalId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable String account,
        @Nullable UUID accountId,
        Map<String, String> attributes,
        @Nullable String population,
        @Nullable ConsentItem consent,
        Instant knownSince,
        int revision,
        boolean deleted,
        List<HintItem> hints) {
    record ConsentItem(
            @Nullable String state,
            @Nullable Instant at,
            @Nullable String how) {
        static @Nullable ConsentItem of(@Nullable Consent consent) {
            return consent == null || consent.state() == null
                    ? null
                    : new ConsentItem(consent.state().word(), consent.at(), consent.how());
        }

        static @Nullable Consent told(@Nullable ConsentItem item) {
            return item == null
                    ? null
                    : new Consent(item.state() == null ? null : Consent.State.of(item.state()), item.at(), item.how());
        }
    }

    record HintItem(String field, String message, @Nullable String suggestion) {}

    static ContactItem of(Contact contact) {
        return of(contact, List.of());
    }

    static ContactItem of(Contact contact, List<Hint> hints, MessageSource messages) {
        return of(
                contact,
                hints.stream()
                        .map(hint -> new HintItem(
                                hint.field(),
                                messages.getMessage(hint.message(), LocaleContextHolder.getLocale()),
                                hint.suggestion()))
                        .toList());
    }

    private static ContactItem of(Contact contact, List<HintItem> hints) {
        return new ContactItem(
                contact.id().value(),
                contact.externalId(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.locale(),
                contact.timeZone(),
                contact.account(),
                contact.accountId(),
                contact.attributes(),
                contact.population(),
                ConsentItem.of(contact.consent()),
                contact.knownSince(),
                contact.revision(),
                contact.erased(),
                hints);
    }
}
