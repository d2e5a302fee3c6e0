/* The comparison: N goes to the next place that differs, P to the one before; in a text box they are letters. */
(() => {
  "use strict";
  const places = [...document.querySelectorAll("[data-place]")];
  const keys = document.querySelector("[data-place-keys]");
  if (!places.length) return;
  if (keys) keys.hidden = false;
  let at = -1;
  document.addEventListener("keydown", (event) => {
    const step = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    at = Math.min(Math.max(at + step, 0), places.length - 1);
    places[at].closest("details").open = true;
    places[at].focus();
    event.preventDefault();
  });
})();
