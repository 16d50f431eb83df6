package org.upturn.server.followups.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTextTests {
    @Test
    void leavesOutWhatIsQuotedAndTheSignature() {
        var text = QuotedText.ofPlain("Yes, Tuesday works.\r\n\r\nOn Mon, 4 May 2026 at 10:01, Olga Brandt\r\n"
                + "<hello@acme.example.org> wrote:\r\n> You wrote that\r\n> it is slow.\r\n");
        assertThat(text.words()).isEqualTo("Yes, Tuesday works.");
        assertThat(text.quoted()).isTrue();
        assertThat(QuotedText.ofPlain("Fine.\n-- \nDina").words()).isEqualTo("Fine.");
        assertThat(QuotedText.ofPlain("Gut.\n\nAm 04.05.2026 um 10:01 schrieb Olga Brandt:\n> x")
                        .words())
                .isEqualTo("Gut.");
        assertThat(QuotedText.ofPlain("OK\n\nFrom: Olga <a@b>\nSent: Monday\nTo: Dina\n\nHello")
                        .words())
                .isEqualTo("OK");
    }

    @Test
    void keepsWhatIsAnsweredBetweenTheLines() {
        var text = QuotedText.ofPlain("On Mon Olga wrote:\n> Is it slow?\nYes.\n> And the app?\nFast.");
        assertThat(text.words()).isEqualTo("Yes.\nFast.");
        assertThat(QuotedText.ofPlain("From: me to you.\nNothing else.").words())
                .as("a line that only looks like the head of a quotation")
                .startsWith("From: me");
    }

    @Test
    void readsHtmlAsText() {
        var text = QuotedText.ofHtml("<html><style>p{color:red}</style><body><div>Yes &amp; no.<br>Call&nbsp;me.</div>"
                + "<div class=\"gmail_quote\">On Mon Olga wrote:<blockquote>It is slow</blockquote></div>"
                + "<script>alert(1)</script></body></html>");
        assertThat(text.words()).isEqualTo("Yes & no.\nCall me.");
        assertThat(text.quoted()).isTrue();
        assertThat(QuotedText.ofHtml("<p>One</p><div id=\"divRplyFwdMsg\">From: x</div><p>Old</p>")
                        .words())
                .isEqualTo("One");
    }

    @Test
    void isBounded() {
        assertThat(QuotedText.ofPlain("a".repeat(100_000)).words()).hasSize(20_001);
    }
}
