/* Who else has this session open, asked every 30 seconds while the window is seen: on the form, and in the list. */
(() => {
  "use strict";
  const EVERY = 30_000;
  const script = document.currentScript;
  const places = [...document.querySelectorAll("[data-open-of]")];
  const mine = script.dataset.mine;
  if (!places.length) return;

  const body = (more) => {
    const data = new URLSearchParams(more);
    for (const place of places) data.append("phien", place.dataset.openOf);
    return data;
  };

  async function ask() {
    if (document.hidden) return;
    try {
      const reply = await window.askDesk(script.dataset.address, { method: "POST", body: body(mine ? { mo: mine } : {}) });
      const { open } = await reply.json();
      for (const place of places) {
        const said = open[place.dataset.openOf] || "";
        if (place.textContent !== said) place.textContent = said;
        place.hidden = !said;
      }
    } catch {
      for (const place of places) place.hidden = true; /* What is not known any more is not said. */
    }
  }

  /* Leaving is said at once, so that a colleague does not wait for somebody who has gone. */
  addEventListener("pagehide", () => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    if (mine && token) navigator.sendBeacon(script.dataset.address, new URLSearchParams({ thoi: mine, csrfmiddlewaretoken: token.value }));
  });
  document.addEventListener("visibilitychange", ask);
  setInterval(ask, EVERY);
  ask();
})();
