/* Moves a row up and down, in and out: by its buttons, by dragging, and by Word's own keys; Enter goes to the next row. */
(function () {
  "use strict";
  const tree = window.rowTree;
  const rowsOf = (row) => [...row.parentNode.querySelectorAll(":scope > [data-row]:not(.is-gone)")];
  const say = (words) => document.dispatchEvent(new CustomEvent("desk:say", { detail: words }));
  const renumber = (row) => row.dispatchEvent(new CustomEvent("desk:renumber", { bubbles: true }));

  function name(row) {
    const said = [...row.querySelectorAll("textarea, input[type=text]:not(.under)")].find((each) => each.value.trim());
    return said ? said.value.trim().slice(0, 60) : "Dòng trống";
  }

  function moved(row) {
    renumber(row);
    const rows = rowsOf(row);
    say(`${name(row)}, dòng ${rows.indexOf(row) + 1} trong ${rows.length}`);
  }

  function move(row, way) {
    const rows = tree.beside(row);
    const beside = rows[rows.indexOf(row) + (way === "up" ? -1 : 1)];
    if (!beside) return say(`Đã ở ${tree.under(row) ? "việc" : "dòng"} ${way === "up" ? "đầu" : "cuối"}${tree.under(row) ? " của chỉ đạo này" : ""}`);
    const held = document.activeElement;
    if (way === "up") beside.before(...tree.block(row));
    else tree.block(beside).at(-1).after(...tree.block(row));
    if (row.contains(held)) held.focus();
    row.scrollIntoView({ block: "nearest" });
    moved(row);
  }

  /* In: under the directive above. Out: a directive of its own, below the last task of the one it leaves. */
  function setLevel(row, level) {
    if (!row.querySelector('[name$="-under"]') || Boolean(tree.under(row)) === Boolean(Number(level))) return;
    const held = document.activeElement;
    if (Number(level)) {
      const heads = tree.beside(row), above = heads[heads.indexOf(row) - 1];
      if (!above) return say("Dòng đầu không đưa vào cấp trong được");
      if (tree.tasks(row).length) return say("Chỉ đạo này còn việc bên dưới nên không đưa vào cấp trong được");
      tree.block(above).at(-1).after(row);
      tree.place(row, above);
    } else {
      tree.block(tree.head(row) || row).at(-1).after(row);
      tree.place(row, null);
    }
    if (row.contains(held)) held.focus();
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
    drop(dragged, over, event.clientY < box.top + box.height / 2);
  });

  /* A directive is dropped beside another with its tasks; a task beside another task or under another directive, which
     is then its own. */
  function drop(row, over, before) {
    if (!tree.under(row)) {
      const head = tree.head(over) || over, block = tree.block(head);
      if (head !== row) (before ? head : block.at(-1))[before ? "before" : "after"](...tree.block(row));
    } else if (tree.under(over)) {
      over[before ? "before" : "after"](row);
      tree.place(row, tree.head(over));
    } else if (!before) {
      over.after(row);
      tree.place(row, over);
    }
  }
  ["pointerup", "pointercancel"].forEach((kind) => document.addEventListener(kind, () => {
    if (!dragged) return;
    dragged.classList.remove("is-dragged");
    moved(dragged);
    dragged = null;
  }));
})();
