// Small helps on top of plain HTML. Every page works without them.
(() => {
  const units = () => document.body.dataset;
  const amount = (minutes) => {
    const days = Math.floor(minutes / 1440), hours = Math.floor(minutes / 60);
    if (days >= 1) return `${days} ${units().unitDay} ${hours % 24} ${units().unitHour}`;
    if (hours >= 1) return `${hours} ${units().unitHour} ${minutes % 60} ${units().unitMinute}`;
    return `${minutes} ${units().unitMinute}`;
  };
  // Live clocks: a countdown to the end of the recovery window, or since when it has passed.
  const tick = () => document.querySelectorAll("time[data-left]").forEach((time) => {
    const minutes = Math.trunc((Date.parse(time.dateTime) - Date.now()) / 60000);
    const over = Date.parse(time.dateTime) < Date.now();
    time.textContent = (over ? time.dataset.over : time.dataset.left).replace("%", amount(Math.abs(minutes)));
    time.closest(".clock").classList.toggle("clock-late", over);
    const bar = time.parentElement.querySelector("progress");
    if (bar) bar.value = over ? 0 : minutes / 60;
  });
  tick();
  setInterval(tick, 20000);
  document.addEventListener("htmx:afterSwap", tick);
  // The address bar holds what a refined search shows, so that it can be shared.
  document.addEventListener("htmx:afterSwap", () => {
    const shown = document.querySelector("[data-address]");
    if (shown) history.replaceState(null, "", shown.dataset.address);
  });

  document.querySelectorAll("[data-fill-time-zone]").forEach((field) => {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || field.value;
  });
  // What takes a while says so, and is not sent twice.
  document.querySelectorAll("form[data-busy]").forEach((form) => form.addEventListener("submit", (event) => {
    event.submitter.disabled = true;
    event.submitter.textContent = form.dataset.busy;
  }));
  const copiers = () => document.querySelectorAll(".copy[hidden]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => navigator.clipboard.writeText(button.dataset.copy).then(() => button.classList.add("copied")));
  });
  copiers();
  document.addEventListener("htmx:afterSwap", copiers);
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
  // After @ the names of the team that go on like what is typed: arrows choose, Enter, Tab or a click takes one, Escape closes.
  const naming = (field) => {
    const typed = field.value.slice(0, field.selectionStart).match(/(?:^|[^\p{L}\p{N}])@([^@\n]{0,40})$/u);
    return typed && { typed: typed[1], fitting: field.dataset.names.split(", ").filter((name) =>
      name.slice(1).toLowerCase().startsWith(typed[1].toLowerCase()) && name.length > typed[1].length + 1).slice(0, 6) };
  };
  const listOf = (field) => field.nextElementSibling?.matches(".names") ? field.nextElementSibling : null;
  const forget = (field) => {
    listOf(field)?.remove();
    field.removeAttribute("aria-controls");
    field.removeAttribute("aria-activedescendant");
  };
  const take = (field, name) => {
    field.setRangeText(name.slice(1) + " ", field.selectionStart - naming(field).typed.length, field.selectionStart, "end");
    forget(field);
    field.focus();
  };
  const point = (field, name) => {
    for (const one of name.parentElement.children) one.ariaSelected = String(one === name);
    field.setAttribute("aria-activedescendant", name.id);
  };
  document.addEventListener("input", ({ target: field }) => {
    if (!field.matches("textarea[data-names]")) return;
    forget(field);
    const found = naming(field);
    if (!found?.fitting.length) return;
    const list = Object.assign(document.createElement("span"), { className: "names", role: "listbox", id: "names", ariaLabel: field.dataset.people });
    list.append(...found.fitting.map((name, place) => {
      const option = Object.assign(document.createElement("span"), { role: "option", id: `name-${place}`, textContent: name });
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(field, name); });
      return option;
    }));
    field.after(list);
    field.setAttribute("aria-controls", list.id);
    point(field, list.firstElementChild);
  });
  document.addEventListener("focusout", ({ target: field }) => field.matches?.("textarea[data-names]") && forget(field));
  document.addEventListener("keydown", (event) => {
    const field = event.target, list = field.matches?.("textarea[data-names]") && listOf(field);
    if (!list || event.isComposing) return;
    const name = list.querySelector("[aria-selected=true]");
    const act = {
      Escape: () => forget(field),
      ArrowDown: () => point(field, name.nextElementSibling ?? list.firstElementChild),
      ArrowUp: () => point(field, name.previousElementSibling ?? list.lastElementChild),
      Enter: () => take(field, name.textContent),
      Tab: () => take(field, name.textContent),
    }[event.key];
    if (!act || event.shiftKey) return;
    event.preventDefault();
    act();
  });
  // Where there is little room, what was found comes first.
  if (matchMedia("(max-width: 40rem)").matches) document.querySelectorAll(".finder details[open]").forEach((filters) => { filters.open = false; });
  // A button that names a key is pressed by it, unless somebody is writing.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input, select, textarea")) return;
    document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
  });
  // Many cases at once: all of a page by one box; j and k move, x marks, Enter opens. A list with marks is not loaded anew.
  document.querySelectorAll("[data-mark-all]").forEach((all) => all.addEventListener("change", () => {
    document.querySelectorAll(`input[name="${all.dataset.markAll}"]`).forEach((box) => { box.checked = all.checked; });
  }));
  // With a mouse, rows are dragged onto a person as well: what is marked goes along, and can be taken back as ever.
  const bar = document.querySelector(".bulk-bar[data-drop]");
  if (bar && matchMedia("(pointer: fine)").matches) {
    const people = document.createElement("div"), list = document.createElement("ul"), form = bar.closest("form");
    const boxes = () => [...form.querySelectorAll("input[name=case]")];
    let alone = null;
    people.className = "droppers";
    people.hidden = true;
    people.append(Object.assign(document.createElement("p"), { textContent: bar.dataset.drop }), list);
    for (const option of form.elements.owner.options) {
      const person = document.createElement("li");
      person.textContent = option.textContent;
      person.addEventListener("dragover", (event) => { event.preventDefault(); person.classList.add("over"); });
      person.addEventListener("dragleave", () => person.classList.remove("over"));
      person.addEventListener("drop", (event) => {
        event.preventDefault();
        alone = null;
        form.elements.owner.value = option.value;
        form.requestSubmit();
      });
      list.append(person);
    }
    form.append(people);
    form.addEventListener("pointerdown", (event) => {
      const row = event.target.closest("[data-row]");
      if (row) row.draggable = !event.target.closest("a, input, .said");
    });
    form.addEventListener("dragstart", (event) => {
      const box = event.target.closest("[data-row]")?.querySelector("input[name=case]");
      if (!box || !event.target.matches("[data-row]")) return;
      if (!box.checked) { boxes().forEach((other) => { other.checked = other === box; }); alone = box; }
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      people.hidden = false;
    });
    form.addEventListener("dragend", () => { people.hidden = true; if (alone) alone.checked = false; alone = null; });
  }
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches("[data-unless-marked]") && event.target.querySelector("input:checked")) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea, button, a, summary")) return;
    const rows = [...document.querySelectorAll("[data-row]")], here = rows.findIndex((row) => "here" in row.dataset);
    if (!rows.length || !["j", "k", "x", "Enter"].includes(event.key)) return;
    if (event.key === "x") { rows[here]?.querySelector("input")?.click(); return; }
    if (event.key === "Enter") { rows[here]?.querySelector("a")?.click(); return; }
    const next = rows[Math.min(rows.length - 1, Math.max(0, here + (event.key === "j" ? 1 : -1)))];
    if (rows[here]) delete rows[here].dataset.here;
    next.dataset.here = "";
    next.scrollIntoView({ block: "nearest" });
  });
  // The account menu closes on a click elsewhere and on Escape.
  document.addEventListener("click", (event) => document.querySelectorAll("details.who[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll("details.who[open]").forEach((menu) => { menu.open = false; });
  });

  // The bell: how many alerts are new, told by the server while somebody looks at this tab.
  const bell = document.querySelector("a.bell[data-stream]");
  if (bell && window.EventSource) {
    let stream = null;
    const note = bell.querySelector(".bell-new"), shown = note.querySelector("[data-count]");
    const fresh = async () => {
      const list = document.querySelector("[data-live]");
      if (!list) return;
      const reply = await fetch(location.href).catch(() => null);
      if (reply?.ok) list.replaceWith(new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-live]"));
    };
    // A click shows the latest beside the bell; without this script, with a modifier key or on their own page it is a link.
    const latest = document.getElementById("bell-latest");
    let closed = 0;
    const fill = async () => {
      const reply = await fetch(bell.href).catch(() => null);
      const list = reply?.ok && new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-live]");
      if (!list) return false;
      list.removeAttribute("data-live");
      latest.firstElementChild.replaceChildren(list);
      return true;
    };
    if (latest?.showPopover && !document.querySelector("[data-live]")) {
      bell.setAttribute("aria-haspopup", "dialog");
      bell.setAttribute("aria-expanded", "false");
      bell.addEventListener("click", async (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (Date.now() - closed < 300) return;
        if (!await fill()) { location.href = bell.href; return; }
        latest.showPopover();
        latest.querySelector("a, button")?.focus();
      });
      latest.addEventListener("beforetoggle", (event) => {
        bell.setAttribute("aria-expanded", String(event.newState === "open"));
        if (event.newState === "closed") closed = Date.now();
      });
      latest.addEventListener("submit", async (event) => {
        event.preventDefault();
        await fetch(event.target.action, { method: "POST", body: new URLSearchParams(new FormData(event.target)) }).catch(() => null);
        if (await fill()) latest.querySelector("a")?.focus();
      });
    }
    const tell = (event) => {
      const count = Number(event.data) > 99 ? "99+" : event.data, changed = count !== shown.textContent;
      shown.textContent = count;
      note.hidden = count === "0";
      if (changed) { fresh(); if (latest?.matches(":popover-open")) fill(); }
    };
    const stop = () => { stream?.close(); stream = null; };
    const listen = () => {
      if (document.hidden) return stop();
      if (stream) return;
      stream = new EventSource(bell.dataset.stream);
      stream.addEventListener("unseen", tell);
    };
    document.addEventListener("visibilitychange", listen);
    addEventListener("pagehide", stop);
    addEventListener("pageshow", listen);
    listen();
  }

  // The survey builder keeps what is typed and shows it in the preview.
  const build = document.querySelector("form.build[data-kept]"), frame = document.querySelector(".preview iframe");
  if (build?.querySelector(".drafting")) {
    const status = build.querySelector(".kept"), revision = build.elements.revision;
    let timer, leaving = false, keeping = Promise.resolve();
    const keep = () => { keeping = keeping.then(async () => {
      if (leaving) return;
      const reply = await fetch(build.dataset.kept, { method: "POST", body: new URLSearchParams(new FormData(build)) }).catch(() => null);
      if (reply?.ok) { revision.value = await reply.text(); frame?.contentWindow.location.reload(); }
      status.textContent = reply?.ok ? status.dataset.saved : status.dataset.failed;
    }); };
    build.addEventListener("input", (event) => {
      if (["note", "running", "newKind", "newLanguage"].includes(event.target.name)) return;
      clearTimeout(timer);
      timer = setTimeout(keep, 900);
    });
    build.addEventListener("submit", () => { leaving = true; clearTimeout(timer); });
  }
})();
