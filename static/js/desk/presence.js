/* Presence set for all at once; the line of totals and the quorum follow what is on the screen. */
(function () {
  "use strict";
  const set = document.querySelector('[data-rows="attendees"]');
  const roll = set && set.querySelector("[data-roll]");
  if (!set) return;
  const ATTENDED = ["present", "online", "late"], COUNTED = ["chair", "member"];
  const value = (row, name) => (row.querySelector(`[name$="-${name}"]`) || { value: "" }).value.trim();

  function rows() {
    const all = [...set.querySelectorAll("[data-row]:not(.is-gone)")];
    return all.filter((row) => value(row, "name") || value(row, "position"));
  }

  const heads = (some) => some.reduce((sum, row) => sum + (Number(value(row, "headcount")) || 1), 0);

  /* "các đồng chí trong …" says nothing of who came: it is in no quorum (checklist.py). */
  const groups = new RegExp(set.dataset.groups);
  const isGroup = (row) => !value(row, "name") && groups.test(value(row, "position"));

  /* Where the members are entered, they alone are counted, each once, by the name of the row (quorum.py). */
  const memberNames = JSON.parse(set.dataset.memberNames);
  const titles = new RegExp(set.dataset.titles);
  const folded = (words) => words.normalize("NFKD").toLowerCase().replace(/[đð]/g, "d").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
  const attended = (row) => ATTENDED.includes(value(row, "presence"));

  function cameByName(here) {
    const left = [...memberNames];
    return here.filter(attended).filter((row) => {
      const place = left.indexOf(folded(value(row, "name")).replace(titles, ""));
      return place >= 0 && left.splice(place, 1);
    }).length;
  }

  function count() {
    set.querySelectorAll('select[name$="-presence"]').forEach((select) => {
      select.classList.toggle("is-doubt", select.value === "unknown");
    });
    if (!roll || !set.querySelector("[data-move]")) return;
    const here = rows();
    roll.querySelector("[data-roll-people]").textContent = heads(here);
    roll.querySelector("[data-roll-rows]").textContent = here.length;
    roll.querySelectorAll("[data-roll-part]").forEach((part) => {
      const people = heads(here.filter((row) => value(row, "presence") === part.dataset.rollPart));
      part.hidden = !people;
      part.querySelector("b").textContent = people;
    });
    tellQuorum(here);
  }

  function tellQuorum(here) {
    const members = here.filter((row) => COUNTED.includes(value(row, "role")) && !isGroup(row));
    const line = roll.querySelector("[data-quorum]"), total = memberNames.length || Number(set.dataset.members);
    if (!total || !(memberNames.length ? here : members).length) {
      line.textContent = "";
      return;
    }
    const came = memberNames.length ? cameByName(here) : heads(members.filter(attended));
    const needed = Math.ceil((total * 2) / 3), reached = came >= needed;
    line.classList.toggle("doubt", !reached);
    line.textContent = reached
      ? `✓ Thành viên Thường trực dự ${came}/${total}, đủ hai phần ba (cần ${needed})`
      : `Thành viên Thường trực mới dự ${came}/${total}, chưa đủ hai phần ba (cần ${needed})`;
  }

  const status = set.querySelector("[data-set-all-status]");
  const UNSET = "unknown";

  /* Nobody who is marked is marked otherwise, and nobody with a reason written beside the name: the clerk knew why. Only
     taking everything back to "Chưa ghi nhận" touches them all. */
  function setAll(chosen) {
    const free = (row) => chosen.value === UNSET || (value(row, "presence") === UNSET && !value(row, "reason"));
    const some = rows(), now = some.filter(free);
    const left = some.filter((row) => !now.includes(row) && value(row, "presence") !== chosen.value);
    now.forEach((row) => {
      const select = row.querySelector('select[name$="-presence"]');
      select.value = chosen.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    const kept = left.length ? ` Giữ nguyên ${left.length} dòng đã ghi nhận khác hoặc có lý do.` : "";
    const words = `Đã đặt ${now.length} dòng là ${chosen.selectedOptions[0].text}.${kept}`;
    if (status) status.textContent = words;
    document.dispatchEvent(new CustomEvent("desk:say", { detail: words }));
  }

  set.addEventListener("click", (event) => {
    if (event.target.closest("[data-set-all-now]")) setAll(set.querySelector("[data-set-all]"));
  });
  ["input", "change", "desk:rows"].forEach((kind) => set.addEventListener(kind, count));
  count();
})();
