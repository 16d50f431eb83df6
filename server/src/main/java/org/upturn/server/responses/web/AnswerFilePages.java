package org.upturn.server.responses.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.upturn.server.responses.AnswerFiles;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.workspaces.Member;

/** Hands members the files of an answer, to be kept and never to be shown by the browser: strangers sent them. */
@Controller
class AnswerFilePages {
    private final AnswerFiles files;

    AnswerFilePages(AnswerFiles files) {
        this.files = files;
    }

    @GetMapping({"/responses/{response}/files/{file}", "/api/v1/responses/{response}/files/{file}"})
    ResponseEntity<byte[]> download(Member member, @PathVariable UUID response, @PathVariable UUID file) {
        AnswerFiles.Content content = files.find(member.workspace(), new ResponseId(response), file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().type().media()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content.bytes());
    }
}
