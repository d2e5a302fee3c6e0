/* Draws the rows of a pasted passage: a tick, a number, the words with each recognised part marked, what to note. */
(() => {
  "use strict";
  const make = (tag, className, ...inside) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  };

  window.introBox = document.getElementById("id_directives_intro");

  /* How many rows the form has, so that the numbers go on from there. */
  function already(prefix) {
    const rows = document.querySelectorAll(`[data-rows="${prefix}"] [data-row]:not([data-blank], .is-gone)`);
    return [...rows].filter((row) => (row.dataset.rowLevel || "0") === "0").length;
  }

  function words(row) {
    const line = make("p", "paste-words");
    for (const { text, kind, label } of row.words) {
      line.append(kind ? make("mark", `paste-${kind}`, make("small", "", label), ` ${text}`) : text);
    }
    return line;
  }

  function unknown({ name, candidates }, section) {
    const box = make("div", "paste-unknown");
    box.dataset.name = name;
    box.candidates = candidates;
    const verbs = [["existing", "Chọn đơn vị có sẵn…"], ["leave", "Để trong câu chữ"]];
    if (section.dataset.newUnitUrl) verbs.unshift(["new", "Thêm đơn vị mới…"]);
    const buttons = verbs.map(([verb, label]) => {
      const button = make("button", "button", label);
      button.type = "button";
      button.dataset.unitVerb = verb;
      return button;
    });
    box.append(make("p", "paste-doubt", `“${name}” chưa có trong danh mục:`), make("p", "paste-choices", ...buttons));
    return box;
  }

  /* What nobody understood waits in the internal reason; only the clerk puts it into the post, which is printed. */
  function unclear(row, words) {
    const doubt = make("p", "paste-doubt"), button = make("button", "button");
    let inPost = false;
    button.type = "button";
    const tell = () => {
      doubt.textContent = inPost ? `“${words}” nằm trong chức vụ, sẽ được in.` : `Chưa hiểu “${words}”: giữ trong ô lý do (nội bộ), không in.`;
      button.textContent = inPost ? "Trả về lý do (nội bộ)" : "Đưa vào chức vụ";
    };
    button.addEventListener("click", () => {
      const [from, to] = inPost ? [["position", ", "], ["reason", "; "]] : [["reason", "; "], ["position", ", "]];
      const held = row.values[from[0]] || "", at = held.lastIndexOf(words);
      const rest = at < 0 ? held : held.slice(0, at).replace(/[;,] $/, "") + held.slice(at + words.length);
      row.values[from[0]] = rest.replace(/^[;,] /, "");
      row.values[to[0]] = [row.values[to[0]], words].filter(Boolean).join(to[1]);
      inPost = !inPost;
      tell();
    });
    tell();
    return make("div", "paste-unclear", doubt, make("p", "paste-choices", button));
  }

  /* Somebody who is on the form, or further up in the passage: the clerk may still say that it is another person. */
  function same(row, section, above) {
    const known = section.dataset.paste === "attendees" && (window.sameAttendee(row.values) || above);
    if (!known || !row.take) return [];
    const note = make("p", "paste-note"), button = make("button", "button");
    button.type = "button";
    const where = known === above ? "ở trên" : `ở dòng ${known.querySelector(".row-number").textContent}`;
    const tell = () => {
      note.textContent = row.apart ? "Thêm thành dòng mới, là người khác." : `Đã có ${where}: chỉ ghi điểm danh vào dòng ấy, không thêm dòng.`;
      button.textContent = row.apart ? "Ghi vào dòng đã có" : "Là người khác, thêm dòng";
    };
    button.addEventListener("click", () => { row.apart = !row.apart; tell(); });
    tell();
    return [make("div", "paste-same", note, make("p", "paste-choices", button))];
  }

  function item(row, place, number, section, above) {
    const tick = make("input");
    tick.type = "checkbox";
    tick.checked = row.take || Boolean(row.leads_in && window.introBox && !window.introBox.value.trim());
    tick.dataset.place = place;
    tick.id = `${section.id}-${place}`;
    const label = make("label", "paste-number", number);
    label.htmlFor = tick.id;
    label.setAttribute("aria-label", `Thêm dòng ${number}`);
    const body = make("div", "paste-row-body", words(row), ...row.notes.map((note) => make("p", "paste-note", note)),
      ...row.unknown.map((each) => unknown(each, section)), ...row.unclear.map((each) => unclear(row, each)), ...same(row, section, above));
    return make("li", row.values.level === "1" ? "paste-row under" : "paste-row", tick, label, body);
  }

  window.pastedRows = (rows, section) => {
    let head = already(section.dataset.prefix), task = 0;
    return rows.map((row, place) => {
      if (!row.take) return item(row, place, "–", section);
      if (row.values.level === "1") return item(row, place, `${head}.${++task}`, section);
      task = 0;
      const above = rows.slice(0, place).find((other) => other.take && window.isSameAttendee(other.values, row.values));
      return item(row, place, String(++head), section, above);
    });
  };
})();
