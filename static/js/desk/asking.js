/* Questions that scripts ask the server. A log-in in another window made the page's token old: a fresh one is fetched, set
   in every form of the page, and the question is asked once more. */
(() => {
  "use strict";
  const LOST = "không tới được máy chủ, hoặc đã đến lúc phải đăng nhập lại. Hãy đăng nhập ở một cửa sổ khác rồi thử lại ở đây.";
  const address = document.currentScript.dataset.formToken;
  const inputs = () => document.querySelectorAll("[name=csrfmiddlewaretoken]");
  const turnedAway = (reply) => reply.redirected || reply.status === 403;

  const ask = (url, options) => {
    const token = options.method === "POST" ? { "X-CSRFToken": inputs()[0].value } : {};
    return fetch(url, { ...options, headers: { Accept: "application/json", ...token } });
  };

  async function renew() {
    const reply = await fetch(address, { headers: { Accept: "application/json" } });
    if (!reply.ok || reply.redirected) return false;
    const { token } = await reply.json();
    for (const each of inputs()) each.value = token;
    return true;
  }

  /* The server's answer; throws where it cannot be reached, or nobody is logged in. */
  window.askDesk = async (url, options = {}) => {
    let reply = await ask(url, options);
    if (turnedAway(reply) && await renew()) reply = await ask(url, options);
    if (turnedAway(reply)) throw new Error("turned away");
    return reply;
  };
  window.askDesk.LOST = LOST;
})();
