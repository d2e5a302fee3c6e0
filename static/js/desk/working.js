/* Slow work says what is being done, from the click until the next page: [data-working="Đang …"] on the pressed button, with a
   bar where it is done to several things ([data-several]). A look that opens beside the page says so on what was pressed. */
(() => {
  "use strict";
  const LONGEST = 60_000, LONGEST_LOOK = 15_000, LOOKING = "Đang dựng trang…";
  const line = Object.assign(document.createElement("div"), { className: "working", hidden: true });
  const words = document.createElement("p"), bar = document.createElement("progress");
  bar.setAttribute("aria-label", "Đang làm");
  words.setAttribute("role", "status");
  line.append(words, bar);
  let timer = 0;
  const looks = new Map();

  function hide() {
    clearTimeout(timer);
    line.hidden = true;
    words.textContent = "";
  }

  function show(by) {
    const files = [...by.form.querySelectorAll("input[type=file]")].reduce((sum, each) => sum + each.files.length, 0);
    words.textContent = by.dataset.working.replace("{tệp}", `${files} tệp`);
    bar.hidden = !("several" in by.dataset);
    line.hidden = false;
    timer = setTimeout(hide, LONGEST);
  }

  /* Nobody tells when the other tab is there: it is looked at meanwhile, and the focus comes back from it. */
  function look(by) {
    if (!looks.has(by)) looks.set(by, by.textContent);
    by.textContent = LOOKING;
    setTimeout(restore, LONGEST_LOOK);
  }

  function restore() {
    for (const [by, said] of looks) by.textContent = said;
    looks.clear();
  }

  addEventListener("submit", (event) => {
    const by = event.submitter;
    if (event.defaultPrevented || !by) return;
    if (by.formTarget === "_blank") setTimeout(() => look(by));
    else if (by.dataset.working) show(by);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-look]");
    if (link) look(link);
  });
  document.body.append(line);
  addEventListener("pageshow", () => { hide(); restore(); });
  addEventListener("focus", restore);
})();
