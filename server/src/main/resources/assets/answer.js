// Small helps for the answer form, which works without them: further questions on the spot, and what was begun is kept.
(() => {
  const form = document.querySelector("form[data-draft]"), more = document.getElementById("more");
  const any = document.querySelector("form");
  if (!any) return;
  // A correction link: tells once that a person, not a mail scanner, has the page open.
  const opening = any.dataset.opening, since = performance.now();
  if (opening) {
    let told = false;
    const tell = (event) => {
      if (told || !event.isTrusted || document.visibilityState !== "visible" || performance.now() - since < 1500) return;
      told = true;
      fetch(opening, { method: "POST", keepalive: true }).catch(() => { told = false; });
    };
    for (const name of ["pointerdown", "pointermove", "touchmove", "keydown", "wheel"]) addEventListener(name, tell, { passive: true });
    return;
  }
  // Further questions stand behind the reason as soon as the answers call for them.
  const questions = [];
  if (more) {
    const place = document.createElement("div");
    place.append(more.content.cloneNode(true));
    more.replaceWith(place);
    questions.push(...place.querySelectorAll("fieldset.more"));
  }
  const group = () => {
    const score = any.querySelector("[name=score]:checked, [name=score][type=hidden]");
    return score && (score.value <= 6 ? "detractor" : score.value <= 8 ? "passive" : "promoter");
  };
  const branch = () => {
    const given = {};
    for (const question of questions) {
      const { groups, after, id } = question.dataset;
      const shown = (!groups || groups.split(" ").includes(group()))
        && Object.entries(after ? JSON.parse(after) : {}).every(([of, values]) => values.some((value) => (given[of] || []).includes(value)));
      question.hidden = question.disabled = !shown;
      if (shown) given[id] = [...question.querySelectorAll(":checked")].map((input) => input.value);
    }
  };
  branch();
  any.addEventListener("change", branch);
  if (!form) {
    any.addEventListener("submit", (event) => event.preventDefault()); // a preview
    return;
  }

  // What was begun is kept once a person shows to be there: a trusted touch, key or movement on a page in view, and not in its
  // first moments. A mail scanner opens pages too, and must not choose a score.
  const kept = form.querySelector(".kept"), opened = performance.now();
  let seen = false, sent = false, last = null, timer;
  const fields = () => { const all = new URLSearchParams(new FormData(form)); all.append("seen", "1"); return all; };
  const keep = () => {
    clearTimeout(timer);
    const now = fields();
    if (!seen || sent || now.toString() === last) return;
    last = now.toString();
    fetch(form.dataset.draft, { method: "POST", body: now, keepalive: last.length < 60000 })
      .then((reply) => { kept.textContent = reply.ok ? kept.dataset.kept : ""; if (!reply.ok) last = null; })
      .catch(() => { last = null; });
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(keep, 800); };
  const sign = (event) => {
    if (seen || !event.isTrusted || document.visibilityState !== "visible" || performance.now() - opened < 1500) return;
    seen = true;
    soon();
  };
  // What was there when the page opened need not be kept again, unless the number came from the address.
  if (!new URLSearchParams(location.search).has("score")) last = fields().toString();
  for (const name of ["pointerdown", "pointermove", "touchmove", "keydown", "wheel"]) addEventListener(name, sign, { passive: true });
  form.addEventListener("input", soon);
  form.addEventListener("submit", () => { sent = true; clearTimeout(timer); });
  addEventListener("pageshow", (event) => { if (event.persisted) sent = false; });
  document.addEventListener("visibilitychange", () => {
    const now = fields();
    if (document.visibilityState === "hidden" && seen && !sent && now.toString() !== last) {
      last = now.toString();
      navigator.sendBeacon(form.dataset.draft, now);
    }
  });
})();
