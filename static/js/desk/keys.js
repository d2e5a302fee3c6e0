/* "?" shows the list of keys at the foot of the window, Esc or "?" again puts it away; in a text box it is a letter. */
(() => {
  "use strict";
  const sheet = document.querySelector("[data-keys]");
  if (!sheet) return;
  let before = null;

  const show = (shown) => {
    if (shown) before = document.activeElement;
    sheet.hidden = !shown;
    if (shown) sheet.focus();
    else before?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "Escape" && !sheet.hidden) show(false);
    if (event.key !== "?" || event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, .select2, [contenteditable]")) return;
    event.preventDefault();
    show(sheet.hidden);
  });
  sheet.querySelector("button").addEventListener("click", () => show(false));
})();
