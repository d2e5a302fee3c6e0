/* The merge screen by keyboard: Ctrl+S saves, Alt+↓ and Alt+↑ go to the next choice still open; the count follows. */
(() => {
  "use strict";
  const form = document.querySelector("[data-merge]");
  const save = form && form.querySelector("[data-merge-save]");
  if (!save) return;
  const asked = [...form.querySelectorAll("[data-asked]")];
  const count = form.querySelector("[data-merge-count]");
  const isOpen = (each) => !each.querySelector("input[type=radio]:checked");

  function tell() {
    const open = asked.filter(isOpen).length;
    for (const each of asked) each.querySelector(".merge-open").textContent = isOpen(each) ? "chưa chọn" : "đã chọn";
    save.classList.toggle("is-ready", !open);
    if (count) count.textContent = `Đã chọn ${asked.length - open} trong ${asked.length} chỗ`;
  }

  function go(step) {
    const here = asked.findIndex((each) => each.contains(document.activeElement));
    const order = step > 0 ? asked : [...asked].reverse();
    const after = here < 0 ? 0 : (step > 0 ? here : asked.length - 1 - here) + 1;
    const next = [...order.slice(after), ...order.slice(0, after)].find(isOpen);
    if (next) next.querySelector("input[type=radio]").focus();
  }

  form.addEventListener("change", (event) => {
    if (event.target.value === "by-hand") event.target.closest("[data-asked]").querySelector("textarea").focus();
    tell();
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save.click();
    } else if (event.altKey && !event.ctrlKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      go(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  tell();
})();
