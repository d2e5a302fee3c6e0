/* What is typed is kept in this browser until the server says that it is saved; leaving with unsaved words warns.
   One draft a page: a second window, or the page after a crash, offers it and never writes over it. */
(() => {
  "use strict";
  const note = document.querySelector("[data-kept]");
  const form = note && note.closest("form");
  if (!form) return;

  const SHELF = window.draftShelf;
  const PLUMBING = new Set(["csrfmiddlewaretoken", "_once", "_base", "_draft", "seen_version"]);
  const shelf = `${SHELF.PREFIX}${note.dataset.kept}:`;
  const mark = form.elements._draft;
  mark.value ||= Date.now().toString(36) + Math.random().toString(36).slice(2, 12);

  /* Of a chosen file the name: a file cannot be kept, but leaving with one unsaved warns. */
  const entries = () => [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : value.name]);
  const words = () => JSON.stringify(entries().filter(([name]) => !PLUMBING.has(name)));

  /* Words that came back from the server unsaved (a fault, a draft reopened) are unsaved from the first moment. */
  let began = "unsaved" in note.dataset ? null : words();
  let last = began, touched = began === null, leaving = false;

  function keep() {
    if (!touched) return;
    const now = words();
    for (const each of document.querySelectorAll("[data-when-unsaved]")) each.hidden = now === began;
    for (const each of document.querySelectorAll("[data-when-saved]")) each.hidden = now !== began;
    if (now === last) return;
    last = now;
    if (now === began) SHELF.drop(shelf + mark.value);
    else warn(SHELF.put(shelf + mark.value, draft()));
  }

  /* A full or forbidden store: said at once, and the warning on leaving still stands. */
  function warn(isKept) {
    document.querySelector("[data-cannot-keep]").hidden = isKept;
  }

  function draft() {
    return {
      title: note.dataset.title,
      at: new Date().toISOString(),
      fields: entries().filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "_once"),
    };
  }

  /* What the browser gives back is kept; what it only took in may not be. The log-in page asks for the name left here. */
  function check() {
    try {
      const back = SHELF.at(shelf + mark.value);
      const isKept = back && JSON.stringify(back.fields) === JSON.stringify(draft().fields);
      if (isKept) sessionStorage.setItem("vua-giu", shelf + mark.value);
      else sessionStorage.removeItem("vua-giu");
    } catch { /* A forbidden store has nothing to name. */ }
  }

  /* Scripts may set the page up until somebody touches it: that is no work of theirs. */
  function touch() {
    if (touched) return;
    began = last = words();
    touched = true;
  }

  function forgetSaved() {
    for (const cookie of document.cookie.split("; ")) {
      const [, saved] = /^da-luu-([a-z0-9]+)=/.exec(cookie) || [];
      if (!saved) continue;
      SHELF.keys(SHELF.PREFIX).filter((key) => key.endsWith(`:${saved}`)).forEach(SHELF.drop);
      document.cookie = `da-luu-${saved}=; path=/quan-tri/; max-age=0`;
    }
  }

  function offer() {
    const mine = shelf + mark.value;
    const drafts = SHELF.drafts(shelf).filter(([key]) => key !== mine);
    note.replaceChildren(...drafts.map(([key, each]) => line(key, each)));
    note.hidden = !drafts.length;
  }

  function line(key, each) {
    const told = document.createElement("div");
    told.append(
      `Trên máy này còn bản gõ dở của ${each.title}, lúc ${SHELF.clock(new Date(each.at))}, chưa lưu. `,
      button("Mở lại bản gõ dở", () => reopen(each)), " ",
      button("Bỏ bản này", () => { SHELF.drop(key); offer(); }),
    );
    return told;
  }

  function button(label, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: label });
    made.addEventListener("click", act);
    return made;
  }

  /* The server lays the draft out again: it knows rows and units that this page does not. */
  function reopen(each) {
    const post = Object.assign(document.createElement("form"), { method: "post", action: location.pathname, hidden: true });
    const csrf = form.elements.csrfmiddlewaretoken.value;
    for (const [name, value] of [...each.fields, ["_reopen", "1"], ["csrfmiddlewaretoken", csrf]]) {
      post.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    keep();
    leaving = true;
    document.body.append(post);
    post.submit();
  }

  forgetSaved();
  offer();
  warn(SHELF.keeps());
  if (touched) keep();
  for (const event of ["focusin", "pointerdown", "keydown"]) document.addEventListener(event, touch, { capture: true });
  let waiting = 0;
  for (const event of ["input", "change"]) {
    form.addEventListener(event, () => { clearTimeout(waiting); waiting = setTimeout(keep, 400); });
  }
  setInterval(keep, 2000); /* Moved and removed rows, and lists that tell nobody. */
  addEventListener("pagehide", keep);
  form.addEventListener("submit", (event) => {
    keep();
    check();
    const by = event.submitter;
    const stays = by && (by.formTarget === "_blank" || by.hasAttribute("data-stays"));
    if (!stays) setTimeout(() => { leaving = !event.defaultPrevented; });
    if (!stays) leaving = true;
  });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => {
    keep();
    if (leaving || !touched || words() === began) return;
    event.preventDefault();
    event.returnValue = "Có sửa đổi chưa lưu. Ở lại để lưu?";
  });
})();
