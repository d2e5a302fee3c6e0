/* The drafts of this person that lie in this browser, as rows: to open the form that offers one, or to remove it. */
(() => {
  "use strict";
  const list = document.querySelector("[data-drafts]");
  const { drafts, drop, clock, keeps } = window.draftShelf;
  const none = document.querySelector("[data-no-drafts]");
  const mine = list.dataset.drafts;

  function address(key) {
    const [session] = key.slice(mine.length).split(":");
    return session === "moi" ? list.dataset.add : list.dataset.change.replace("/0/", `/${session}/`);
  }

  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  function row([key, draft]) {
    const made = document.createElement("li"), words = document.createElement("span");
    const open = Object.assign(document.createElement("a"), { className: "button", href: address(key), textContent: "Mở" });
    const away = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Xóa" });
    const title = Object.assign(document.createElement("b"), { textContent: capital(draft.title) });
    open.setAttribute("aria-label", `Mở ${draft.title}`);
    away.setAttribute("aria-label", `Xóa bản gõ dở của ${draft.title}`);
    words.append(title, `, gõ lúc ${clock(new Date(draft.at))}`);
    away.addEventListener("click", () => {
      if (!window.confirm(`Xóa bản gõ dở của ${draft.title}? Chữ trong bản này sẽ mất.`)) return;
      drop(key);
      show();
      none.focus();
    });
    made.append(words, " ", open, " ", away);
    return made;
  }

  function show() {
    const found = drafts(mine);
    list.replaceChildren(...found.map(row));
    none.textContent = found.length ? `${found.length} bản gõ dở, mới nhất đứng trước.` : "Trên máy này không có bản gõ dở nào của bạn.";
  }

  if (keeps()) show();
  else none.textContent = "Trình duyệt này không giữ được bản gõ dở; hãy bấm Lưu thường xuyên.";
})();
