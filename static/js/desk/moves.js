/* Moves a row up and down, in and out: by its buttons, by dragging, and by Word's own keys; Enter goes to the next row. */
(function () {
  "use strict";
  const rowsOf = (row) => [...row.parentNode.querySelectorAll(":scope > [data-row]:not(.is-gone)")];
  const say = (words) => document.dispatchEvent(new CustomEvent("desk:say", { detail: words }));
  const renumber = (row) => row.dispatchEvent(new CustomEvent("desk:renumber", { bubbles: true }));

  function name(row) {
    const said = [...row.querySelectorAll("textarea, input[type=text]")].find((each) => each.value.trim());
    return said ? said.value.trim().slice(0, 60) : "Dòng trống";
  }

  function moved(row) {
    renumber(row);
    const rows = rowsOf(row);
    say(`${name(row)}, dòng ${rows.indexOf(row) + 1} trong ${rows.length}`);
  }

  function move(row, way) {
    const rows = rowsOf(row);
    const beside = rows[rows.indexOf(row) + (way === "up" ? -1 : 1)];
    if (!beside) return say(way === "up" ? "Đã ở dòng đầu" : "Đã ở dòng cuối");
    const held = document.activeElement;
    if (way === "up") beside.before(row);
    else beside.after(row);
    if (row.contains(held)) held.focus();
    row.scrollIntoView({ block: "nearest" });
    moved(row);
  }

  function setLevel(row, level) {
    const select = row.querySelector('select[name$="-level"]');
    if (!select || select.value === String(level)) return;
    if (Number(level) && rowsOf(row)[0] === row) return say("Dòng đầu không đưa vào cấp trong được");
    select.value = level;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    renumber(row);
    say(`${name(row)}, số ${row.querySelector(".row-number").textContent}`);
  }

  function sameCellBelow(input) {
    const row = input.closest("[data-row]"), rows = rowsOf(row);
    const field = input.name.replace(/^.*-\d+-/, "");
    let below = rows[rows.indexOf(row) + 1];
    if (!below) {
      const detail = { prefix: row.closest("[data-rows]").dataset.rows, values: {} };
      document.dispatchEvent(new CustomEvent("desk:add-row", { detail }));
      below = detail.row;
      say(`Đã thêm dòng ${below.querySelector(".row-number").textContent}`);
    }
    const target = below.querySelector(`[name$="-${field}"]`);
    if (target) target.focus();
  }

  const KEYS = { ArrowUp: "up", ArrowDown: "down" }, LEVELS = { ArrowLeft: 0, ArrowRight: 1 };
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || !row.querySelector("[data-move]")) return;
    if (event.altKey && event.shiftKey && (event.key in KEYS || event.key in LEVELS)) {
      event.preventDefault();
      if (event.key in KEYS) move(row, KEYS[event.key]);
      else setLevel(row, LEVELS[event.key]);
    } else if (event.key === "Enter" && takesEnter(event)) {
      event.preventDefault();
      sameCellBelow(event.target);
    }
  });

  /* Not while a syllable is being composed, not in prose, not where Enter presses or picks something. */
  function takesEnter(event) {
    const input = event.target;
    if (event.isComposing || event.keyCode === 229) return false;
    if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return false;
    return Boolean(input.name) && input.matches("input:not([type=file], [type=checkbox]), textarea:not(.prose), select");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move], [data-level]");
    if (!button) return;
    const row = button.closest("[data-row]");
    if (button.dataset.move) move(row, button.dataset.move);
    else setLevel(row, button.dataset.level);
    button.focus();
  });

  let dragged = null;
  document.addEventListener("pointerdown", (event) => {
    const row = event.target.closest(".grip") && event.target.closest("[data-row]");
    if (!row) return;
    event.preventDefault();
    dragged = row;
    row.classList.add("is-dragged");
  });
  document.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-row]");
    if (!over || over === dragged || over.parentNode !== dragged.parentNode) return;
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
  });
  ["pointerup", "pointercancel"].forEach((kind) => document.addEventListener(kind, () => {
    if (!dragged) return;
    dragged.classList.remove("is-dragged");
    moved(dragged);
    dragged = null;
  }));
})();
