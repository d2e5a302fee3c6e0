/* "Lấy từ phiên 12/2020": adds the last session's people that are not on the form yet. */
(function () {
  "use strict";
  const prefix = "attendees";
  const button = document.querySelector("[data-roster-url]");
  if (!button) return;
  const status = document.querySelector("[data-roster-status]");
  const fold = (text) => (text || "").normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  const key = (row) => fold(row.name) + "|" + fold(row.position);

  function cell(row, name) {
    const input = document.querySelector(`[name="${prefix}-${row}-${name}"]`);
    return input ? input.value : "";
  }

  function present() {
    const total = document.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
    const rows = Array.from({ length: total ? Number(total.value) : 0 }, (_, row) => row);
    return new Set(rows.map((row) => key({ name: cell(row, "name"), position: cell(row, "position") })));
  }

  function say(words) {
    if (status) status.textContent = words;
  }

  function add(roster) {
    const known = present();
    const lacking = roster.rows.filter((row) => !known.has(key(row)));
    lacking.forEach((row) => {
      const values = { name: row.name, position: row.position, role: row.role, headcount: row.headcount ?? "" };
      document.dispatchEvent(new CustomEvent("desk:add-row", { detail: { prefix, values } }));
    });
    const already = roster.rows.length - lacking.length;
    if (!roster.rows.length) say("Chưa có phiên trước, cũng chưa ghi thành viên Thường trực.");
    else if (!lacking.length) say(`Thành phần của ${roster.from} đã có đủ ở đây.`);
    else say(`Đã thêm ${lacking.length} dòng từ ${roster.from}${already ? `; ${already} dòng đã có sẵn` : ""}.`);
  }

  async function take() {
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await window.askDesk(button.dataset.rosterUrl);
      if (!answer.ok) throw new Error(String(answer.status));
      add(await answer.json());
    } catch {
      say(`Chưa lấy được thành phần: ${window.askDesk.LOST}`);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  button.hidden = false;
  button.addEventListener("click", take);
})();
