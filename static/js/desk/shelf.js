/* The place of this browser where drafts lie (drafts.js writes them, the page of drafts lists them). A draft goes after two
   weeks, and on log-out where the office says so: the server names in a cookie whose drafts to forget. */
(() => {
  "use strict";
  const PREFIX = "ban-go-do:", LONGEST = 14 * 24 * 60 * 60 * 1000;

  /* A browser that forbids its stores throws at their very name. */
  function tried(act, otherwise) {
    try { return act(); } catch { return otherwise; }
  }

  const keys = (start) => tried(() => Object.keys(localStorage).filter((key) => key.startsWith(start)), []);
  const at = (key) => tried(() => JSON.parse(localStorage.getItem(key)), null);
  const drop = (key) => tried(() => localStorage.removeItem(key));

  function put(key, draft) {
    return tried(() => { localStorage.setItem(key, JSON.stringify(draft)); return true; }, false);
  }

  /* [[key, draft], …] under that start of a key, the newest first. */
  function drafts(start) {
    const found = keys(start).map((key) => [key, at(key)]).filter(([, draft]) => draft?.at);
    return found.sort(([, one], [, other]) => other.at.localeCompare(one.at));
  }

  function clock(moment) {
    const time = moment.toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    if (moment.toDateString() === new Date().toDateString()) return time;
    return `${time}, ${moment.toLocaleDateString("vi", { day: "2-digit", month: "2-digit", year: "numeric" })}`;
  }

  function dropOld() {
    for (const [key, draft] of drafts(PREFIX)) if (Date.now() - new Date(draft.at) > LONGEST) drop(key);
  }

  function forget() {
    const [, user] = /(?:^|; )quen-ban-go-do=(\d+)/.exec(document.cookie) || [];
    if (!user) return;
    keys(`${PREFIX}${user}:`).forEach(drop);
    document.cookie = "quen-ban-go-do=; path=/quan-tri/; max-age=0";
  }

  const keeps = () => put("thu-giu", { at: "" }) && (drop("thu-giu"), true);

  forget();
  dropOld();
  window.draftShelf = { PREFIX, keys, at, put, drop, drafts, clock, keeps };
})();
