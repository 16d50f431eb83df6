// Asks visitors of the team's own site. Stores nothing before consent, needs neither inline styles nor eval, touches nothing
// of the page but one element of its own with a shadow root.
(() => {
  const settings = __SETTINGS__;
  const script = document.currentScript;
  if (!script) return;
  const door = new URL(script.src).origin;
  const preview = "preview" in script.dataset;
  const early = (window.upturn && window.upturn.q) || [];
  const store = "upturn-" + settings.key;
  const css = `
:host{all:initial;color-scheme:light dark;display:block}
:host([data-theme=light]){color-scheme:light}:host([data-theme=dark]){color-scheme:dark}
*{box-sizing:border-box}
[hidden]{display:none!important}
.box{--card:light-dark(#fff,#1c2221);--ink:light-dark(#1b2221,#e8ece9);--quiet:light-dark(#5a6462,#a3aeaa);--line:light-dark(#858b88,#6f7a77);--accent:light-dark(#0f6b66,#5cc9bd);--on:light-dark(#fff,#0d1b19);--bad:light-dark(#94401a,#f0a27c);
position:relative;font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px;text-align:start}
.corner{position:fixed;z-index:2147483000;inset-block-end:16px;inset-inline-end:16px;width:420px;max-width:calc(100vw - 32px);max-height:calc(100vh - 32px);overflow:auto;box-shadow:0 8px 32px rgb(0 0 0/.22)}
h2,legend,.q{font-size:17px;font-weight:600;line-height:1.35;margin:0 0 12px;padding:0}
legend,h2{padding-inline-end:36px}
fieldset{border:0;margin:0;padding:0;min-width:0}
.scale{display:grid;grid-template-columns:repeat(11,1fr);gap:4px}
@media(max-width:430px){.scale{grid-template-columns:repeat(6,1fr)}}
.scale label{position:relative;display:block}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:40px;border:1px solid var(--line);border-radius:8px;font-weight:600}
.scale input:hover+span{border-color:var(--accent)}
.scale input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on)}
.scale input:focus-visible+span,button:focus-visible,textarea:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:12px;color:var(--quiet);font-size:13px;margin:8px 0 0}
.why{margin-top:16px}.q{display:block;margin-bottom:8px}
textarea{display:block;width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px;padding:8px 10px;resize:vertical}
button{font:inherit;font-weight:600;cursor:pointer;border:0;border-radius:8px;background:var(--accent);color:var(--on);min-height:40px;padding:6px 20px;margin-top:12px}
.x{position:absolute;inset-block-start:8px;inset-inline-end:8px;margin:0;padding:0;width:36px;min-height:36px;background:transparent;color:var(--quiet);font-size:22px;line-height:1}
p{margin:0 0 8px}.small{color:var(--quiet);font-size:13px;margin:10px 0 0}
a{color:var(--accent)}
.bad{color:var(--bad);margin:10px 0 0}
h2:focus{outline:none}
@media(prefers-reduced-motion:no-preference){.corner{animation:in .25s ease-out}@keyframes in{from{opacity:0;transform:translateY(12px)}}}`;

  let visitor = null, consent = false, host = null, words, sent = false, begun = false, shut = false, opener = null;
  let pending = null;

  const language = () => {
    const all = Object.keys(settings.texts);
    const wanted = [script.dataset.language, document.documentElement.lang, ...(navigator.languages || [])];
    for (const one of wanted) {
      const tag = (one || "").toLowerCase();
      const found = all.find((own) => own.toLowerCase() === tag)
        || all.find((own) => own.toLowerCase().split("-")[0] === tag.split("-")[0]);
      if (one && found) return found;
    }
    return settings.base;
  };
  const key = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((one, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + one.toString(16).padStart(2, "0")).join("");
  };
  const post = (path, body) => fetch(door + "/w/" + settings.key + path, {
    method: "POST", mode: "cors", credentials: "omit", referrerPolicy: "no-referrer",
    headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  }).then((reply) => { if (!reply.ok) throw new Error(reply.status); return reply.json(); });

  // What may be kept in the browser is kept only after the page told that its visitor agreed.
  const remembered = () => {
    try { return consent ? JSON.parse(localStorage.getItem(store) || "{}") : {}; } catch { return {}; }
  };
  const remember = (what) => {
    pending = { ...pending, ...what };
    if (!consent || preview) return;
    try { localStorage.setItem(store, JSON.stringify({ ...remembered(), ...pending })); } catch { /* full or forbidden */ }
  };
  const rests = () => {
    const { at } = remembered();
    return at && Date.now() - at < settings.again * 864e5;
  };
  const drawn = () => {
    let { dice } = remembered();
    if (dice === undefined) remember({ dice: dice = Math.random() * 100 });
    return dice < settings.share;
  };
  const onPath = () => !settings.path || new RegExp("^" + settings.path.split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*") + "$").test(location.pathname);

  const make = (name, attributes = {}, ...inside) => {
    const one = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute.startsWith("on")) one.addEventListener(attribute.slice(2), value);
      else if (value === true) one.setAttribute(attribute, "");
      else if (value !== false && value !== null) one.setAttribute(attribute, value);
    }
    one.append(...inside);
    return one;
  };

  const close = () => {
    if (!host) return;
    const inside = host.shadowRoot.activeElement;
    host.remove();
    host = null;
    shut = true;
    remember({ at: Date.now() });
    if (inside && opener && opener.isConnected) opener.focus();
  };

  const draw = (byPerson) => {
    if (host) return;
    const spoken = language();
    words = settings.texts[spoken];
    const target = settings.form === "inline" && document.querySelector("[data-upturn]");
    host = make("div", { "data-theme": script.dataset.theme || null });
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const answer = { key: key(), language: spoken };

    const scale = make("div", { class: "scale" });
    for (let score = 0; score <= 10; score++) {
      scale.append(make("label", {}, make("input", { type: "radio", name: "score", value: score, required: true }), make("span", {}, String(score))));
    }
    const text = make("textarea", { id: "why", rows: 3, maxlength: 5000, dir: "auto" });
    const bad = make("p", { class: "bad", role: "alert", hidden: true }, words.failed);
    const more = make("div", { class: "why", hidden: true },
      make("label", { class: "q", for: "why", dir: "auto" }, words.why), text,
      make("button", {}, words.send), bad, make("p", { class: "small", dir: "auto" }, words.privacy));
    const form = make("form", {
      onchange: () => { begun = true; more.hidden = false; },
      onsubmit: (event) => {
        event.preventDefault();
        const chosen = form.querySelector(":checked");
        if (!chosen || sent) return;
        sent = true;
        bad.hidden = true;
        const score = Number(chosen.value);
        const told = preview ? Promise.resolve({ more: "" })
          : post("/answers", { ...answer, score, why: text.value, visitor });
        told.then((reply) => thank(score, reply.more), () => { sent = false; bad.hidden = false; });
      },
    }, make("fieldset", {}, make("legend", { id: "asked", dir: "auto" }, words.score), scale,
      make("p", { class: "ends" }, make("span", { dir: "auto" }, words.low), make("span", { dir: "auto" }, words.high))), more);
    const box = make("div", { class: "box" + (target ? "" : " corner"), dir: words.dir, lang: spoken,
      role: target ? "region" : "dialog", "aria-modal": target ? null : "false", "aria-label": words.title }, form);
    if (!target) {
      box.append(make("button", { type: "button", class: "x", "aria-label": words.close, onclick: close }, "\u00d7"));
      box.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } });
    }
    const thank = (score, path) => {
      const inside = root.activeElement;
      const group = score <= 6 ? "detractor" : score <= 8 ? "passive" : "promoter";
      const head = make("h2", { tabindex: "-1" }, words.thanked);
      const said = make("div", { role: "status" }, head, make("p", { dir: "auto" }, words["thanks." + group]));
      if (path && settings.more) said.append(make("p", {}, make("a", { href: door + path, target: "_blank", rel: "noopener noreferrer" }, words.more)));
      form.replaceWith(said);
      if (inside) head.focus();
      remember({ at: Date.now() });
    };
    root.append(box);
    (target || document.body).append(host);
    // Nobody is torn out of what they are doing: the focus moves only when a person asked for the box.
    if (byPerson) {
      opener = document.activeElement;
      root.querySelector("input").focus();
    }
  };

  const scrolled = () => {
    const room = document.documentElement.scrollHeight - innerHeight;
    return room <= 0 || (scrollY / room) * 100 >= settings.scroll;
  };
  let timer;
  const soon = () => {
    clearTimeout(timer);
    if (host || shut) return;
    if (preview) { draw(false); return; }
    if (settings.people === "signed" && !visitor) return;
    timer = setTimeout(() => {
      const go = () => {
        if (host || shut || begun || !onPath() || rests() || !drawn()) return;
        if (!visitor) { draw(false); return; }
        post("/visitors", visitor).then((may) => { if (may.ask && !host && !shut) draw(false); }, () => {});
      };
      if (scrolled()) { go(); return; }
      const look = () => { if (scrolled()) { removeEventListener("scroll", look); go(); } };
      addEventListener("scroll", look, { passive: true });
    }, settings.delay * 1000);
  };

  window.upturn = (command, value) => {
    if (command === "identify") {
      const { contact = null, email = null, name = null, signature = null } = value || {};
      visitor = { contact, email, name, signature };
      soon();
    } else if (command === "consent") {
      consent = Boolean(value);
      if (consent && pending) remember({});
      if (!consent) try { localStorage.removeItem(store); } catch { /* forbidden */ }
    } else if (command === "show") {
      shut = false;
      draw(true);
    } else if (command === "close") {
      close();
    }
  };
  const start = () => { early.forEach((one) => window.upturn(...one)); soon(); };
  if (document.body) start(); else addEventListener("DOMContentLoaded", start);
})();
