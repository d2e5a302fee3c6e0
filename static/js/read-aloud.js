// Reads the page aloud, where the browser has a Vietnamese voice; elsewhere its button stays hidden.
const button = document.querySelector("[data-read]");
const READ = ".session h1, .session__lead p, .session .side, .item__title, .item__words, .session .prose p, .task__words";
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

function part(said) {
  const made = new SpeechSynthesisUtterance(said);
  made.lang = "vi-VN";
  made.voice = voice();
  made.onend = made.onerror = () => { if (made === parts.at(-1)) stop(); };
  return made;
}

function read() {
  speech.cancel();
  parts = [...document.querySelectorAll(READ)].map(words).filter(Boolean).map(part);
  parts.forEach((each) => speech.speak(each));
  button.textContent = "Dừng";
}

if (button && speech) {
  button.addEventListener("click", () => (parts.length ? stop() : read()));
  addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", showWhereItWorks);
  showWhereItWorks();
}
