/* Which sections of the form are folded is remembered on this machine. One that holds a fault is always open. */
(() => {
  "use strict";
  const STORE = "gap-phan";
  const parts = [...document.querySelectorAll("[data-fold]")];
  const remembered = () => {
    try { return JSON.parse(localStorage.getItem(STORE)) || []; } catch { return []; }
  };
  const folded = remembered();
  for (const part of parts) {
    if (folded.includes(part.dataset.fold) && !part.querySelector(".has-error, .errorlist")) part.open = false;
    part.addEventListener("toggle", () => {
      const now = parts.filter((each) => !each.open).map((each) => each.dataset.fold);
      try { localStorage.setItem(STORE, JSON.stringify(now)); } catch { /* Then it is folded anew each time. */ }
    });
  }
  /* What is led to is seen: a section by its number, a field by the check list, a place by its address. */
  const open = (target) => {
    for (let part = target?.closest("[data-fold]") || target?.querySelector?.(":scope > [data-fold]"); part; part = part.parentElement?.closest("[data-fold]")) part.open = true;
  };
  addEventListener("focusin", (event) => {
    if (!event.target.matches("summary")) open(event.target);
  });
  addEventListener("hashchange", () => open(document.getElementById(location.hash.slice(1))));
  if (location.hash) open(document.getElementById(location.hash.slice(1)));
})();
