/* A unit nobody knows, in a pasted passage: made new under a name the clerk may still correct, chosen from the list,
   or left in the words. Never settled by itself. */
(() => {
  "use strict";
  const settle = (box, detail) =>
    box.dispatchEvent(new CustomEvent("desk:unit-settled", { bubbles: true, detail: { name: box.dataset.name, ...detail } }));

  function say(box, words) {
    const said = box.querySelector("[role=alert]") || document.createElement("p");
    said.setAttribute("role", "alert");
    said.className = "paste-doubt";
    said.textContent = words;
    box.append(said);
  }

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  function ask(box, label, value) {
    box.querySelector(".paste-ask")?.remove();
    const line = document.createElement("p");
    const words = document.createElement("label");
    const input = document.createElement("input");
    line.className = "paste-ask";
    input.type = "text";
    input.value = value;
    words.append(`${label} `, input);
    line.append(words);
    box.append(line);
    return [line, input];
  }

  function askNew(box, url) {
    const [line, input] = ask(box, "Tên đơn vị mới", box.dataset.name);
    const create = () => make(box, url, input.value);
    line.append(button("Thêm vào danh mục", create));
    input.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) create(); });
    input.focus();
  }

  async function make(box, url, name) {
    try {
      const reply = await window.askDesk(url, { method: "POST", body: new URLSearchParams({ name }) });
      const unit = await reply.json();
      if (unit.error) say(box, unit.error);
      else settle(box, unit.text === box.dataset.name ? {} : { id: unit.id });
    } catch {
      say(box, `Chưa thêm được đơn vị: ${window.askDesk.LOST}`);
    }
  }

  function askExisting(box, url) {
    const [line, input] = ask(box, "Đơn vị có sẵn", "");
    input.dataset.suggest = url;
    input.dataset.suggestParam = "term";
    input.placeholder = "gõ vài chữ trong tên";
    input.addEventListener("desk:picked", ({ detail }) => settle(box, { id: detail.id }));
    line.append(...box.candidates.map((unit) => button(unit.text, () => settle(box, { id: unit.id }))));
    input.focus();
  }

  document.addEventListener("click", (event) => {
    const verb = event.target.closest?.("[data-unit-verb]");
    if (!verb) return;
    const box = verb.closest("[data-name]");
    const { newUnitUrl, unitsUrl } = verb.closest("[data-paste]").dataset;
    if (verb.dataset.unitVerb === "leave") settle(box, { id: "" });
    if (verb.dataset.unitVerb === "new") askNew(box, newUnitUrl);
    if (verb.dataset.unitVerb === "existing") askExisting(box, unitsUrl);
  });
})();
