package org.upturn.server.interactions.web;

import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.interactions.Document;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Redirect;

/** Adds documents to a contact and hands them out, on pages; what it hands out, the API does too. */
@Controller
class DocumentPages {
    private final Interactions interactions;

    DocumentPages(Interactions interactions) {
        this.interactions = interactions;
    }

    /** @param back the case that the document was added from, else the contact's page */
    @PostMapping("/contacts/{id}/documents")
    ResponseEntity<Void> add(
            Member member,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) UUID back)
            throws IOException {
        add(interactions, member, id, file);
        return Redirect.to(back == null ? "/contacts/" + id : "/cases/" + back + "#documents");
    }

    /** Always a download: a file that somebody uploaded is never shown as a page of ours. */
    @GetMapping({"/documents/{id}", "/api/v1/documents/{id}"})
    ResponseEntity<byte[]> open(Member member, @PathVariable UUID id) {
        Interactions.Content content = interactions.open(member.workspace(), id);
        String disposition = ContentDisposition.attachment()
                .filename(content.document().name(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.document().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(content.bytes());
    }

    static Document add(Interactions interactions, Member member, UUID contact, MultipartFile file) throws IOException {
        String name = file.getOriginalFilename() == null ? "document" : file.getOriginalFilename();
        return interactions.add(member.workspace(), new ContactId(contact), member, name, file.getBytes());
    }
}
