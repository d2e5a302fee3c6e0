// Reads the page aloud, where the browser has a Vietnamese voice; elsewhere its button stays hidden.
const button = document.querySelector("[data-read]");
const READ = ".session h1, .decided li, .session__lead p, .session .side, .item__title, .item__words, .session .prose p, .task__words";
const LONGEST = 160; // letters: browsers break off what takes longer than a quarter of a minute
const speech = window.speechSynthesis;
let parts = []; // kept while they are spoken: what nothing refers to never says that it has ended

function voice() {
  return speech.getVoices().find((each) => each.lang.toLowerCase().startsWith("vi"));
}

function showWhereItWorks() {
  button.hidden = !voice();
}

function stop() {
  parts = [];
  speech.cancel();
  button.textContent = "Nghe";
}

function words(paragraph) {
  return [paragraph.dataset.mark, paragraph.textContent].join(" ").replace(/\s+/g, " ").trim();
}

// At the ends of sentences and clauses, as few pieces as may be.
function pieces(paragraph) {
  return (paragraph.match(/.+?(?:[.,;:!?] |$)/g) ?? []).reduce((made, clause) => {
    const longer = (made.at(-1) ?? "") + clause;
    return made.length && longer.length <= LONGEST ? [...made.slice(0, -1), longer] : [...made, clause];
  }, []);
}

function part(said) {
  const made = new SpeechSynthesisUtterance(said);
  made.lang = "vi-VN";
  made.voice = voice();
  made.onend = made.onerror = () => { if (made === parts.at(-1)) stop(); };
  return made;
}

function read() {
  speech.cancel();
  parts = [...document.querySelectorAll(READ)].map(words).flatMap(pieces).map(part);
  parts.forEach((each) => speech.speak(each));
  button.textContent = "Dừng";
}

if (button && speech) {
  button.addEventListener("click", () => (parts.length ? stop() : read()));
  addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", showWhereItWorks);
  showWhereItWorks();
}
