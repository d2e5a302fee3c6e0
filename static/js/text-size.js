// The size of the reading text, remembered on this device: set before anything is drawn, so that nothing moves.
const SIZES = ["small", "", "large", "larger"];
const USUAL = 1;
let chosen = USUAL;
try {
  const kept = Number(localStorage.getItem("text-size") ?? USUAL);
  chosen = kept in SIZES ? kept : USUAL;
} catch { /* the usual size */ }

function show() {
  document.documentElement.dataset.textSize = SIZES[chosen];
}

function set(size) {
  chosen = Math.min(Math.max(size, 0), SIZES.length - 1);
  show();
  mark();
  try {
    localStorage.setItem("text-size", String(chosen));
  } catch { /* this page alone */ }
}

function mark() {
  const [smaller, usual, larger] = document.querySelectorAll("[data-sizes] button");
  smaller.ariaDisabled = String(chosen === 0); // not disabled: that would take the focus from whoever pressed it
  larger.ariaDisabled = String(chosen === SIZES.length - 1);
  usual.ariaPressed = String(chosen === USUAL);
}

show();
document.addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector("[data-sizes]");
  if (!tools) return;
  const [smaller, usual, larger] = tools.querySelectorAll("button");
  smaller.addEventListener("click", () => set(chosen - 1));
  usual.addEventListener("click", () => set(USUAL));
  larger.addEventListener("click", () => set(chosen + 1));
  mark();
});
