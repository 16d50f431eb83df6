package org.upturn.server.contacts.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.AttributeDefinition;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.workspaces.Member;

/** The attributes that a workspace keeps of its contacts, for programs. */
@RestController
@RequestMapping("/api/v1/attributes")
class AttributesApi {
    private final Attributes attributes;

    AttributesApi(Attributes attributes) {
        this.attributes = attributes;
    }

    record AttributeItem(UUID id, String name, String type, List<String> choices, boolean demographic) {
        static AttributeItem of(AttributeDefinition one) {
            return new AttributeItem(one.id(), one.name(), one.type().word(), one.choices(), one.demographic());
        }
    }

    record AttributeList(List<AttributeItem> items) {}

    @GetMapping
    AttributeList list(Member member) {
        return new AttributeList(attributes.list(member.workspace()).stream()
                .map(AttributeItem::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AttributeItem define(Member member, @RequestBody Attributes.Told told) {
        return AttributeItem.of(attributes.define(member, told));
    }

    @PutMapping("/{id}")
    AttributeItem change(Member member, @PathVariable UUID id, @RequestBody Attributes.Told told) {
        return AttributeItem.of(attributes.change(member, id, told));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Member member, @PathVariable UUID id) {
        attributes.remove(member, id);
    }
}
