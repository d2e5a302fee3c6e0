/* Reads the deadline back under its box as it is typed: "thứ Sáu, còn 357 ngày". The server reads it; a late answer to an
   earlier typing is not shown. */
(() => {
  "use strict";
  const WAIT = 250;
  const waiting = new WeakMap();

  async function read(box) {
    const typed = box.value, field = box.closest(".field");
    const asked = new URLSearchParams({ chu: typed, ngay: document.getElementById("id_held_on")?.value || "" });
    let answer;
    try {
      answer = await (await window.askDesk(`${box.dataset.deadline}?${asked}`)).json();
    } catch {
      answer = { said: "", fault: false };
    }
    if (box.value !== typed) return;
    const line = field.parentNode.querySelector("[data-read-back]");
    line.textContent = answer.said;
    line.classList.toggle("is-fault", answer.fault);
    box.setAttribute("aria-invalid", String(answer.fault));
    field.querySelectorAll(".errorlist").forEach((each) => each.remove());
    field.classList.remove("has-error");
  }

  document.addEventListener("input", (event) => {
    const box = event.target;
    if (!box.matches("[data-deadline]") || event.isComposing) return;
    clearTimeout(waiting.get(box));
    waiting.set(box, setTimeout(() => read(box), WAIT));
  });
})();
