// A kiosk: one step after the other, answers kept in the tablet until they are sent, and a fresh start for the next person.
(() => {
  const kiosk = document.getElementById("kiosk");
  const { key, language, contact } = kiosk.dataset;
  const page = "/k/" + key;
  const part = (query) => kiosk.querySelector(query);
  const steps = [...kiosk.querySelectorAll("[data-step]")];
  const IDLE = 30, WARNING = 10, THANKS = 8, AT_ONCE = 50, AGAIN = 20;
  let answer = null, step = "score", left = IDLE;

  // What waits lies in IndexedDB under a key of its own making, so that sending twice stores once.
  const opened = new Promise((done, failed) => {
    const request = indexedDB.open("upturn-kiosk-" + key, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("answers", { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const within = (mode, work) => opened.then((store) => new Promise((done, failed) => {
    const transaction = store.transaction("answers", mode);
    const request = work(transaction.objectStore("answers"));
    transaction.oncomplete = () => done(request && request.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  }));
  const waiting = part(".waiting");
  const count = () => within("readonly", (answers) => answers.count()).then((number) => {
    waiting.hidden = number === 0;
    part(".waiting strong").textContent = number;
  });

  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      const kept = (await within("readonly", (answers) => answers.getAll())).slice(0, AT_ONCE);
      if (kept.length) {
        const reply = await fetch(page + "/answers", {
          method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ answers: kept }),
        });
        if (reply.ok) {
          const taken = (await reply.json()).items.filter((one) => !one.refused);
          await within("readwrite", (answers) => { taken.forEach((one) => answers.delete(one.key)); });
        }
      }
    } catch { /* no network: they wait */ } finally {
      sending = false;
      await count();
    }
  };

  const show = (name) => {
    step = name;
    left = name === "thanks" ? THANKS : IDLE;
    for (const one of steps) one.hidden = one.dataset.step !== name;
    part(".languages")?.toggleAttribute("hidden", name !== "score");
    part(".idle").hidden = true;
    if (name !== "score" || document.activeElement !== document.body) part(`[data-step=${name}] h1`).focus();
  };
  const reset = () => {
    answer = null;
    for (const field of kiosk.querySelectorAll("input, textarea")) field.value = "";
    part("#mistyped").hidden = true;
    show("score");
    // The next person begins in the language that the kiosk was opened in.
    if (location.search) location.replace(page);
  };
  const finish = async () => {
    const done = answer;
    answer = null;
    for (const words of kiosk.querySelectorAll("[data-group]")) {
      words.hidden = words.dataset.group !== (done.score <= 6 ? "detractor" : done.score <= 8 ? "passive" : "promoter");
    }
    show("thanks");
    await within("readwrite", (answers) => answers.put(done));
    await count();
    send();
  };

  for (const button of kiosk.querySelectorAll("[data-score]")) {
    button.addEventListener("click", () => {
      answer = { key: uuid(), score: Number(button.dataset.score), why: "", at: new Date().toISOString(), language, name: null, email: null };
      show("why");
    });
  }
  part("form[data-step=why]").addEventListener("submit", (event) => {
    event.preventDefault();
    answer.why = part("#why").value;
    if (contact === "true") show("contact"); else finish();
  });
  part("[data-back]").addEventListener("click", () => show("score"));
  part("form[data-step=contact]").addEventListener("submit", (event) => {
    event.preventDefault();
    const email = part("#email"), name = part("#name").value.trim();
    part("#mistyped").hidden = email.checkValidity();
    if (!email.checkValidity()) { email.focus(); return; }
    answer.email = email.value.trim() || null;
    answer.name = name || null;
    finish();
  });
  part("[data-skip]").addEventListener("click", () => finish());
  part("[data-done]").addEventListener("click", reset);

  // Who walks away leaves a fresh page. What they had chosen and written counts; a half-typed address does not.
  const stay = () => { if (step !== "thanks") { left = IDLE; part(".idle").hidden = true; } };
  for (const name of ["pointerdown", "keydown", "input", "touchmove"]) addEventListener(name, stay, { passive: true });
  setInterval(() => {
    if (step === "score" && !answer) return;
    left -= 1;
    if (left <= 0) {
      if (answer) {
        answer.why = part("#why").value;
        const done = answer;
        answer = null;
        within("readwrite", (answers) => answers.put(done)).then(send);
      }
      reset();
    } else if (left <= WARNING && step !== "thanks") {
      part(".idle").hidden = false;
      part(".idle strong").textContent = left;
    }
  }, 1000);

  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((one, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + one.toString(16).padStart(2, "0")).join("");
  };

  // A tablet shows it whole from the first touch on, where the browser lets it.
  addEventListener("pointerup", () => {
    if (matchMedia("(pointer: coarse)").matches && !document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
  }, { passive: true });
  addEventListener("contextmenu", (event) => event.preventDefault());
  addEventListener("online", send);
  setInterval(send, AGAIN * 1000);
  navigator.serviceWorker?.register(page + "/worker.js", { scope: page }).catch(() => {});
  send();
})();
