/* A form that is being sent says so and cannot be sent again until the browser has left the page, or given up. */
(() => {
  "use strict";
  const LONGEST = 60_000; /* A press that takes longer was given up: the server answers a second sending with the first answer. */
  let sending = null;

  const elsewhere = (form, by) =>
    (by?.formTarget || form.target) === "_blank" || by?.hasAttribute("data-stays") || (by?.formMethod || form.method) !== "post";

  function show(form, by) {
    const words = [...by.childNodes];
    by.setAttribute("aria-busy", "true");
    by.setAttribute("aria-disabled", "true");
    if (by.tagName === "BUTTON") by.replaceChildren(/Lưu/.test(by.textContent) ? "Đang lưu…" : "Đang thực hiện…");
    return () => {
      by.removeAttribute("aria-busy");
      by.removeAttribute("aria-disabled");
      if (by.tagName === "BUTTON") by.replaceChildren(...words);
    };
  }

  function end() {
    if (!sending) return;
    clearTimeout(sending.timer);
    sending.restore?.();
    sending = null;
  }

  addEventListener("submit", (event) => {
    try {
      sessionStorage.removeItem("vua-giu"); /* drafts.js says anew what it keeps of this form. */
    } catch { /* A forbidden store names nothing. */ }
    if (sending && !elsewhere(event.target, event.submitter)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
  /* Last of all: another script may have kept the form from being sent. */
  addEventListener("submit", (event) => {
    const form = event.target, by = event.submitter;
    if (event.defaultPrevented || elsewhere(form, by)) return;
    sending = { timer: setTimeout(end, LONGEST) };
    /* The browser reads the pressed button's name and value after this event. */
    setTimeout(() => { if (sending && by) sending.restore = show(form, by); });
  });
  addEventListener("pageshow", end);
})();
