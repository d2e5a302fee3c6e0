/* Going through what is owed by keys alone: 1 to 5 choose, Ctrl+Enter stores and goes on, Alt+↑ ↓ go to the one before or after, Alt+Z to
   the one that was stored last. In a text box digits are letters: Telex writes with them. */
(() => {
  "use strict";
  const form = document.querySelector("[data-walk]");
  const go = (link) => link && link.click();
  document.querySelector(".walk__list [aria-current]")?.scrollIntoView({ block: "nearest" });
  (form?.querySelector(`[name="${form.dataset.first}"]:checked`) ?? form?.querySelector(`[name="${form.dataset.first}"]`))?.focus();

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.metaKey) return;
    const keys = { ArrowUp: "a[rel=prev]", ArrowDown: "a[rel=next]", z: "[data-last]" };
    if (event.altKey && !event.ctrlKey && keys[event.key]) {
      event.preventDefault();
      return go(document.querySelector(keys[event.key]));
    }
    if (!form || event.altKey) return;
    if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      return form.requestSubmit();
    }
    if (event.ctrlKey || event.target.closest("textarea, select, input:not([type=checkbox], [type=radio])")) return;
    const radio = /^[1-5]$/.test(event.key) && form.querySelectorAll("[type=radio]")[Number(event.key) - 1];
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    radio.focus();
  });
})();
