/* The bar: Ctrl+S, Alt+1…7, Esc, links of the check list; Enter never submits; and the words spoken to screen readers. */
(function () {
  "use strict";
  const form = document.getElementById("session_form");
  const voice = document.querySelector("[data-said]");
  const save = form && form.querySelector("button[name=_continue]");
  let lastId = "";
  document.addEventListener("focusin", (event) => { if (event.target.id && !event.target.closest(".bar")) lastId = event.target.id; });

  document.addEventListener("desk:say", (event) => { if (voice) voice.textContent = event.detail; });

  if (form && save) {
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input, select")) event.preventDefault();
    });
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      if (!save) return;
      event.preventDefault();
      save.click();
    } else if (event.altKey && !event.ctrlKey && !event.shiftKey && /^Digit[1-7]$/.test(event.code)) {
      const part = document.getElementById(`phan-${event.code.slice(-1)}`);
      if (!part) return;
      event.preventDefault();
      part.querySelector(":scope > details").open = true;
      part.scrollIntoView();
      part.focus({ preventScroll: true });
    } else if (event.key === "Escape") {
      const open = document.querySelector("details.pop[open]");
      if (!open) return;
      open.open = false;
      open.querySelector("summary").focus();
    }
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.pop[open]").forEach((each) => {
      if (!each.contains(event.target) || event.target.closest("a")) each.open = false;
    });
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target || target.matches("[data-part]")) return;
    event.preventDefault();
    const folded = target.closest("details:not([open])") || target.querySelector(":scope > details:not([open])");
    if (folded) folded.open = true;
    const seen = target.nextElementSibling?.querySelector(".select2-selection") || target;
    seen.scrollIntoView({ block: target.matches("section") ? "start" : "center" });
    seen.focus({ preventScroll: true });
  });

  /* A save comes back to the place where it was made, and to the cell. */
  const KEPT = "cho-vua-luu";
  if (form && save) {
    form.addEventListener("submit", (event) => {
      if (event.submitter !== save) return;
      const place = { path: location.pathname, y: scrollY, id: lastId };
      try { sessionStorage.setItem(KEPT, JSON.stringify(place)); } catch { /* Then the page begins at its top. */ }
    });
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch { /* Nothing was kept. */ }
    if (place && place.path === location.pathname && !document.querySelector(".fault") && !location.hash) {
      const back = () => {
        const cell = document.getElementById(place.id);
        scrollTo(0, place.y);
        cell?.scrollIntoView({ block: "center" });
        cell?.focus({ preventScroll: true });
      };
      addEventListener("load", () => setTimeout(back, 150)); /* the other scripts have laid the rows out by then */
    }
  }

  const links = [...document.querySelectorAll(".contents [data-part]")];
  const watcher = new IntersectionObserver(() => {
    const parts = links.map((link) => document.getElementById(`phan-${link.dataset.part}`));
    const here = parts.filter((part) => part.getBoundingClientRect().top < window.innerHeight * 0.4).pop() || parts[0];
    links.forEach((link, index) => {
      if (parts[index] === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }, { threshold: [0, 0.25, 0.5, 0.75, 1] });
  links.forEach((link) => watcher.observe(document.getElementById(`phan-${link.dataset.part}`)));
})();
