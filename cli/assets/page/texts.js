// The texts with their mentions.
const textAt = byId("text");
let textNumber = -1;
const mentionsIn = data.texts.map(() => []);
for (const mention of data.mentions) mentionsIn[mention.text].push(mention);

const drawText = (number) => {
  textNumber = number;
  const { text } = data.texts[number];
  const paragraphs = [];
  let paragraph = null;
  const say = (part) => {
    part.split("\n").forEach((line, at) => {
      if (at > 0 || !paragraph) paragraphs.push((paragraph = element("p", { dir: "auto" })));
      paragraph.append(line);
    });
  };
  let at = 0;
  for (const mention of mentionsIn[number]) {
    say(text.slice(at, mention.start));
    const mark = element("mark", { class: markOf(mention), role: "button", tabindex: "0" }, mention.spelling);
    mark.mention = mention;
    paragraph.append(mark);
    at = mention.end;
  }
  say(text.slice(at));
  const spoken = paragraphs.filter((each) => each.textContent.trim() !== "");
  // A short first line before others is a heading.
  if (spoken.length > 1 && spoken[0].textContent.length < 100) spoken[0].classList.add("head");
  textAt.replaceChildren(...spoken);
  byId("text-choice").value = String(number);
  markText();
};

const markText = () => {
  for (const mark of textAt.querySelectorAll("mark")) {
    mark.classList.toggle("selected", mark.mention.place === state.selected?.number);
  }
};

const openText = (mention) => {
  showTab("texts");
  if (textNumber !== mention.text) drawText(mention.text);
  const mark = [...textAt.querySelectorAll("mark")].find((each) => each.mention === mention);
  mark?.scrollIntoView({ block: "center", behavior: REDUCED ? "auto" : "smooth" });
  mark?.focus({ preventScroll: true });
};

const choose = (event) => {
  const mark = event.target.closest?.("mark");
  if (!mark?.mention) return;
  if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  select(places[mark.mention.place], mark);
};
textAt.addEventListener("click", choose);
textAt.addEventListener("keydown", choose);

byId("text-choice").append(...data.texts.map((_, number) => element("option", { value: String(number) }, titleOf(number))));
byId("text-choice").addEventListener("change", (event) => drawText(Number(event.target.value)));
byId("text-choice").closest(".filters").hidden = data.texts.length < 2;
byId("tab-texts").hidden = data.texts.length === 0;
on("selected", markText);
// Who looks at the places of one text reads that text.
on("shown", () => state.file >= 0 && state.file !== textNumber && drawText(state.file));
