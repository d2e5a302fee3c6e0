/* The members, then what earlier sessions wrote, as a list below the cell: [data-suggest="address"]. The words in the cell are the typist's
   and are never touched, least of all while they are being composed; only a choice made by hand replaces them. */
(() => {
  "use strict";
  const WAIT = 250;
  const list = document.createElement("ul");
  list.id = "goi-y";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Gợi ý từ danh sách thành viên và các phiên trước");
  list.hidden = true;
  let cell = null, active = -1, waiting = 0, asked = 0, found = [], picking = false;

  function adopt(input) {
    if (input.hasAttribute("aria-autocomplete")) return;
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("autocomplete", "off");
    if (input.tagName === "INPUT") {
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-expanded", "false");
    }
  }

  function close() {
    clearTimeout(waiting);
    asked += 1;
    active = -1;
    list.hidden = true;
    cell?.removeAttribute("aria-activedescendant");
    if (cell?.hasAttribute("aria-expanded")) cell.setAttribute("aria-expanded", "false");
  }

  function open() {
    const box = cell.getBoundingClientRect();
    list.style.left = `${box.left + window.scrollX}px`;
    list.style.top = `${box.bottom + window.scrollY}px`;
    list.style.minWidth = `${box.width}px`;
    list.hidden = false;
    if (cell.hasAttribute("aria-expanded")) cell.setAttribute("aria-expanded", "true");
  }

  /* The list of an earlier typing is never chosen from, and an answer on its way is for words that stand no more. */
  function stale() {
    if (list.hidden) asked += 1; else close();
  }

  async function look() {
    if (!cell) return; /* the cell was left before the wait was over */
    const now = ++asked, { suggest, suggestParam } = cell.dataset;
    if (!cell.value.trim()) return close();
    const address = new URL(suggest, location.href);
    address.searchParams.set(suggestParam || "q", cell.value);
    try {
      const reply = await window.askDesk(address);
      const { results } = await reply.json();
      if (now === asked && document.activeElement === cell) show(results);
    } catch {
      if (now === asked && document.activeElement === cell) tell(`Chưa có gợi ý: ${window.askDesk.LOST}`);
    }
  }

  /* An empty list would say that there is nothing to suggest. */
  function tell(words) {
    found = [];
    active = -1;
    const line = document.createElement("li");
    line.setAttribute("role", "option");
    line.setAttribute("aria-disabled", "true");
    line.textContent = words;
    list.replaceChildren(line);
    open();
  }

  function show(results) {
    found = results.filter(({ text, position }) => text !== cell.value || position);
    list.replaceChildren(...found.map(option));
    active = -1;
    cell.removeAttribute("aria-activedescendant");
    if (found.length) open(); else close();
  }

  function option({ text, position }, place) {
    const line = document.createElement("li");
    line.id = `goi-y-${place}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.append(text);
    if (position) line.append(Object.assign(document.createElement("small"), { textContent: position }));
    line.addEventListener("mousedown", (event) => { event.preventDefault(); pick(place); });
    return line;
  }

  function move(step) {
    const places = found.length + 1;
    active = ((active + 1 + step + places) % places) - 1;
    [...list.children].forEach((line, place) => line.setAttribute("aria-selected", String(place === active)));
    if (active < 0) return cell.removeAttribute("aria-activedescendant");
    cell.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function write(input, words) {
    picking = true;
    input.value = words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    picking = false;
  }

  function pick(place) {
    const chosen = found[place], input = cell;
    close();
    write(input, chosen.text);
    const beside = input.dataset.suggestFills && input.form?.elements[input.name.replace(/[^-]+$/, input.dataset.suggestFills)];
    if (beside && chosen.position && !beside.value.trim()) write(beside, chosen.position);
    /* A member's role follows from the post, unless the clerk has set another than the one a new row has. */
    const role = input.form?.elements[input.name.replace(/[^-]+$/, "role")];
    if (chosen.role && role?.value === "invitee") write(role, chosen.role);
    input.dispatchEvent(new CustomEvent("desk:picked", { bubbles: true, detail: chosen }));
  }

  const suggests = (event) => event.target.matches?.("[data-suggest]");
  const later = () => { clearTimeout(waiting); waiting = setTimeout(look, WAIT); };

  document.addEventListener("focusin", (event) => {
    if (cell && event.target !== cell) close();
    if (suggests(event)) adopt(cell = event.target);
  });
  document.addEventListener("focusout", (event) => { if (event.target === cell) close(); });
  document.addEventListener("compositionstart", (event) => { if (suggests(event)) close(); });
  document.addEventListener("compositionend", (event) => { if (suggests(event)) later(); });
  document.addEventListener("input", (event) => { if (suggests(event) && !picking) { stale(); if (!event.isComposing) later(); } });
  /* Before the form's own keys: Enter chooses only where a line of the list is lit, else it is the form's. */
  document.addEventListener("keydown", (event) => {
    if (!suggests(event) || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && !list.hidden) move(steps[event.key]);
    else if (event.key === "ArrowDown" && event.target.tagName === "INPUT") return void look();
    else if (event.key === "Enter" && !list.hidden && active >= 0) pick(active);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  document.body.append(list);
})();
