/*
 * Rows of the session screen: added, struck out, taken back, numbered.
 *
 * For other scripts:
 *   document.dispatchEvent(new CustomEvent("desk:add-row", {detail: {prefix, values, focus}}))
 *     adds a row at the end of the formset `prefix` ("attendees", "agenda", "directives", "attachments").
 *     `values` maps a field's name to its text; level "1" puts the row under the last directive; true/false for a box; {id, text} for lead_unit;
 *     [{id, text}, …] for coordinators. `focus: true` puts the cursor into it. The new element is left in detail.row.
 *   "desk:rows" (bubbles from [data-rows]) follows every change of the rows; detail.row is the row concerned, if any.
 *   document.dispatchEvent(new CustomEvent("desk:say", {detail: words})) speaks to screen readers.
 * Inputs keep Django's names: prefix-0-name, prefix-TOTAL_FORMS; "formset:added" is sent on each new row.
 */
(function () {
  "use strict";
  const setOf = (row) => row.closest("[data-rows]");
  const bodyOf = (set) => set.querySelector("[data-row-body]");
  const allRows = (set) => [...bodyOf(set).querySelectorAll(":scope > [data-row]")];
  const cell = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const isGone = (row) => Boolean(cell(row, "DELETE") && cell(row, "DELETE").checked);
  const total = (set) => document.getElementById(`id_${set.dataset.rows}-TOTAL_FORMS`);
  const tree = window.rowTree;
  const say = (words) => document.dispatchEvent(new CustomEvent("desk:say", { detail: words }));

  function changed(set, row) {
    renumber(set);
    set.dispatchEvent(new CustomEvent("desk:rows", { bubbles: true, detail: { row } }));
  }

  function renumber(set) {
    const gone = allRows(set).filter(isGone), rows = allRows(set).filter((row) => !isGone(row));
    gone.forEach((row) => { row.querySelector(".row-number").textContent = "–"; });
    const anyGiven = rows.some((row) => row.dataset.number);
    let head = 0, task = 0;
    rows.forEach((row, index) => {
      if (cell(row, "order") && !("blank" in row.dataset)) cell(row, "order").value = index + 1;
      const level = tree.under(row) ? 1 : 0;
      row.dataset.rowLevel = level;
      if (level && head) task += 1;
      else { head += 1; task = 0; }
      const placed = task ? `${head}.${task}` : String(head);
      const number = row.dataset.number || (anyGiven ? "mới" : placed);
      row.querySelector(".row-number").textContent = number;
      if (row.getAttribute("role") === "group") row.setAttribute("aria-label", `${set.dataset.noun} ${number}`);
    });
  }

  function fill(input, value) {
    if (input.type === "checkbox") input.checked = Boolean(value);
    else if (value !== null && typeof value === "object") {
      [value].flat().forEach((unit) => input.append(new Option(unit.text, unit.id, true, true)));
    } else input.value = value ?? "";
  }

  function add(set, values, focus) {
    const index = Number(total(set).value);
    const holder = document.createElement("template");
    holder.innerHTML = set.querySelector("[data-row-template]").innerHTML.replaceAll("__prefix__", index);
    const row = holder.content.querySelector("[data-row]");
    const head = values && Number(values.level) ? allRows(set).findLast((each) => !isGone(each) && !tree.under(each) && !("blank" in each.dataset)) : null;
    bodyOf(set).append(row);
    if (head) cell(row, "under").value = tree.key(head);
    total(set).value = index + 1;
    delete row.dataset.blank;
    Object.entries(values || {}).forEach(([name, value]) => {
      const input = document.querySelector(`[name="${set.dataset.rows}-${index}-${name}"]`);
      if (input) fill(input, value);
    });
    row.dispatchEvent(
      new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: set.dataset.rows } })
    );
    row.querySelectorAll("[data-deadline]").forEach((box) => box.dispatchEvent(new Event("input", { bubbles: true })));
    if (values) allRows(set).filter((each) => "blank" in each.dataset).forEach((each) => drop(set, each));
    changed(set, row);
    if (focus) focusOn(row);
    return row;
  }

  function focusOn(row) {
    const first = row.querySelector(".cell:not(.cell-order) :is(input, textarea, select):not([type=hidden])");
    if (first) first.focus();
    say(`Đã thêm dòng ${row.querySelector(".row-number").textContent}`);
  }

  /* A spare row nobody typed in; only the last one may go, so that no number is skipped. */
  function drop(set, row) {
    if (!row.id.endsWith(`-${total(set).value - 1}`)) return;
    row.remove();
    total(set).value -= 1;
  }

  function strike(row, gone) {
    cell(row, "DELETE").checked = gone;
    row.classList.toggle("is-gone", gone);
    row.querySelector("[data-away]").hidden = gone;
    row.querySelector("[data-undo]").hidden = !gone || "goneWith" in row.dataset;
    row.querySelectorAll(".cell:not(.cell-away)").forEach((each) => each.toggleAttribute("inert", gone));
  }

  /* A directive goes with its tasks, and they come back with it; a task that was struck before stays struck. */
  function take(row) {
    const tasks = tree.tasks(row).filter((each) => !isGone(each));
    if (tasks.length && !window.confirm(`Bỏ chỉ đạo này cùng ${tasks.length} việc bên dưới?`)) return;
    tasks.forEach((each) => { each.dataset.goneWith = tree.key(row); });
    [row, ...tasks].forEach((each) => strike(each, true));
    told(row, "[data-undo]", tasks.length ? `Chỉ đạo này và ${tasks.length} việc sẽ bị bỏ khi lưu.` : "Dòng này sẽ bị bỏ khi lưu.");
  }

  function giveBack(row) {
    const head = tree.head(row);
    if (head && isGone(head)) return say("Chỉ đạo phía trên đang bị bỏ. Hãy hoàn tác chỉ đạo ấy trước.");
    const tasks = tree.tasks(row).filter((each) => "goneWith" in each.dataset);
    tasks.forEach((each) => { delete each.dataset.goneWith; });
    [row, ...tasks].forEach((each) => strike(each, false));
    told(row, "[data-away]", "Dòng này được giữ lại.");
  }

  function told(row, verb, words) {
    row.querySelector(verb).focus();
    changed(setOf(row), row);
    say(words);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add], [data-away], [data-undo]");
    if (!button) return;
    if (button.dataset.add) add(document.querySelector(`[data-rows="${button.dataset.add}"]`), null, true);
    else ("away" in button.dataset ? take : giveBack)(button.closest("[data-row]"));
  });
  document.addEventListener("desk:add-row", (event) => {
    const set = document.querySelector(`[data-rows="${event.detail.prefix}"]`);
    if (set) event.detail.row = add(set, event.detail.values || {}, event.detail.focus);
  });
  document.addEventListener("desk:renumber", (event) => changed(setOf(event.target), event.target));
  ["input", "change"].forEach((kind) => document.addEventListener(kind, (event) => {
    const row = event.target.closest("[data-row][data-blank]");
    if (!row) return;
    delete row.dataset.blank;
    renumber(setOf(row));
  }));

  document.querySelectorAll("[data-rows]").forEach((set) => {
    const place = (row) => Number(cell(row, "order") ? cell(row, "order").value : 0) || Infinity;
    const rows = allRows(set).filter((row) => cell(row, "order"));
    tree.inOrder(rows.sort((one, other) => place(one) - place(other) || 0)).forEach((row) => bodyOf(set).append(row));
    if (rows.length > 1 || set.dataset.rows === "attachments") rows.filter((row) => "blank" in row.dataset).forEach((row) => drop(set, row));
    allRows(set).filter(isGone).forEach((row) => strike(row, true));
    renumber(set);
  });
})();
