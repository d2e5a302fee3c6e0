/* Reviewing old posts by keyboard: the letter on a button presses it, except while somebody is typing. */
(function () {
  "use strict";
  let pressed = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat || event.isComposing || pressed) return;
    if (event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const chosen = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!chosen) return;
    event.preventDefault();
    pressed = true;
    chosen.click();
  });
  window.addEventListener("pageshow", () => { pressed = false; });
})();
