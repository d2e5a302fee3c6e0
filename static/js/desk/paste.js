/* "Dán …": a pasted passage is shown as rows, and put into the form only when the clerk says so.
   The server takes it apart (desk/paste.py); paste-rows.js draws the rows, paste-units.js asks about unknown units. */
(() => {
  "use strict";
  const WAIT = 350;
  const TOO_LONG = 60000;
  const LOST = `Chưa tách được, đoạn đã dán còn nguyên: ${window.askDesk.LOST} Bấm Ctrl Enter để tách lại.`;

  function panel(section) {
    const part = (name) => section.querySelector(`[data-paste-${name}]`);
    const [text, list, summary, take, where, file] = ["text", "rows", "summary", "take", "where", "file"].map(part);
    const openers = [...document.querySelectorAll(`[data-paste-open="${section.id}"]`)];
    const done = document.querySelector(`[data-paste-done="${section.id}"]`);
    const { paste: kind, prefix, noun } = section.dataset;
    let rows = [], answers = {}, asked = 0, shown = null, waiting = 0, fresh = [];

    function open(opener) {
      section.hidden = false;
      openers.forEach((each) => each.setAttribute("aria-expanded", "true"));
      section.returnTo = opener;
      text.focus();
      section.scrollIntoView({ block: "nearest" });
    }

    function close() {
      section.hidden = true;
      openers.forEach((each) => each.setAttribute("aria-expanded", "false"));
      (section.returnTo || openers[0]).focus();
    }

    function show(found, words) {
      rows = found;
      list.replaceChildren(...window.pastedRows(rows, section));
      summary.textContent = words;
      count();
    }

    function count() {
      const tasks = chosen().filter((row) => !row.leads_in).length;
      take.hidden = !chosen().length;
      where.hidden = !tasks;
      take.textContent = tasks ? `Thêm ${tasks} ${noun}` : "Điền câu dẫn";
    }

    const ticked = (place) => list.querySelector(`[data-place="${place}"]`)?.checked;
    const chosen = () => rows.filter((row, place) => ticked(place));

    /* The sentence before the directives has a box of its own; what the box has is kept. */
    function lead(words) {
      const box = window.introBox;
      if (!box) return null;
      if (!box.value.includes(words)) box.value = [box.value.trim(), words].filter(Boolean).join("\n");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      return "lead";
    }

    /* Somebody whom the form lists already is no second row: presence, reason and delegate go into the row that is there. */
    function put(row, detail) {
      if (row.leads_in) return lead(row.values.task);
      const same = kind === "attendees" && !row.apart && window.sameAttendee(row.values);
      if (same) return window.updateAttendee(same, row.values);
      document.dispatchEvent(new CustomEvent("desk:add-row", { detail }));
      if (detail.row) fresh.push(detail.row);
      return detail.row && "new";
    }

    /* A task whose directive is not added stands alone: it is nobody else's task. */
    function markAlone() {
      let head = -1;
      rows.forEach((row, place) => {
        if (row.values.level !== "1" && !row.leads_in) head = place;
        row.alone = row.values.level === "1" && head >= 0 && !ticked(head);
      });
    }

    async function split() {
      clearTimeout(waiting);
      const now = ++asked, words = text.value;
      shown = null;
      if (!words.trim()) return show([], "");
      if (words.length > TOO_LONG) return show([], "Đoạn dán dài quá 60.000 chữ cái. Hãy dán từng phần.");
      const told = await answer(new URLSearchParams({ kind, text: words, answers: JSON.stringify(answers) }));
      if (now !== asked) return;
      show(told.rows || [], told.error || told.summary);
      shown = told.rows ? words : null;
    }

    /* A workbook becomes the text that its copied cells would be. */
    async function fromFile() {
      const body = new FormData();
      body.append("tep", file.files[0]);
      file.value = "";
      const told = await answer(body, section.dataset.workbookUrl);
      if (told.error) return show([], told.error);
      text.value = told.text;
      split();
    }

    async function answer(body, url = section.dataset.splitUrl) {
      try {
        const reply = await window.askDesk(url, { method: "POST", body });
        return await reply.json();
      } catch {
        return { error: LOST };
      }
    }

    /* One click takes back all that was just added, the tasks before their directives. */
    function takeBack() {
      for (const row of fresh.reverse()) row.querySelector("[data-away]")?.click();
      done.textContent = `Đã bỏ ${fresh.length} ${noun} vừa thêm.`;
      fresh = [];
    }

    function undo() {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "paste-undo", textContent: "Hoàn tác" });
      button.addEventListener("click", takeBack);
      return button;
    }

    function add() {
      const taken = chosen();
      markAlone();
      fresh = [];
      const added = taken.map((row) => {
        const { values: said, lead_unit, coordinators, alone } = row;
        const values = alone ? { ...said, level: "0" } : said;
        const units = lead_unit ? { lead_unit, coordinators } : { coordinators };
        const detail = { prefix, values: kind === "directives" ? { ...values, ...units } : values };
        return put(row, detail);
      }).filter(Boolean);
      if (!added.length) return (summary.textContent = "Chưa thêm được dòng nào. Hãy tải lại trang rồi dán lại.");
      const known = added.filter((how) => how === "known").length;
      const words = [added.includes("lead") && "điền câu dẫn", fresh.length && `thêm ${fresh.length} ${noun} vào cuối danh sách`, known && `ghi vào ${known} dòng đã có`].filter(Boolean);
      done.textContent = `Đã ${words.join(", ")}. `;
      if (fresh.length) done.append(undo());
      text.value = "";
      answers = {};
      split();
      close();
    }

    openers.forEach((each) => {
      each.hidden = false;
      each.addEventListener("click", () => (section.hidden ? open(each) : close()));
    });
    part("close").addEventListener("click", close);
    take.addEventListener("click", add);
    list.addEventListener("change", count);
    file?.addEventListener("change", () => { if (file.files.length) fromFile(); });
    text.addEventListener("input", (event) => {
      clearTimeout(waiting);
      if (!event.isComposing) waiting = setTimeout(split, WAIT);
    });
    text.addEventListener("compositionend", () => { waiting = setTimeout(split, WAIT); });
    section.addEventListener("desk:unit-settled", ({ detail }) => {
      if (detail.id !== undefined) answers[detail.name] = detail.id;
      split().then(() => (list.querySelector("[data-unit-verb]") || take).focus());
    });
    section.addEventListener("keydown", (event) => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault();
      if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(); }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (shown === text.value && chosen().length) add(); else split();
      }
    });
  }

  document.querySelectorAll("[data-paste]").forEach(panel);
})();
