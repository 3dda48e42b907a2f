// The texts with their mentions.
const textAt = byId("text");
let textNumber = -1;
const mentionsIn = data.texts.map(() => []);
for (const mention of data.mentions) mentionsIn[mention.text].push(mention);

// Long texts are drawn in parts of about so many letters, since a browser lays all of a page out at once.
const PART = 50_000;
let part = null;

// Where the parts of a text begin, and at the end its length: behind a line end or else a blank, and in no mention.
const beginnings = data.texts.map(() => null);
const partsOf = (number) => {
  if (beginnings[number]) return beginnings[number];
  const { text } = data.texts[number];
  const mentions = mentionsIn[number];
  const begins = [0];
  let next = 0;
  while (text.length - begins.at(-1) > PART * 1.2) {
    const begin = begins.at(-1);
    const piece = text.slice(begin, begin + PART);
    const behind = (blank) => begin + piece.lastIndexOf(blank) + 1;
    let end = [behind("\n"), behind(" ")].find((at) => at > begin + PART / 2) ?? begin + PART;
    // Not between the halves of a letter beyond the first plane.
    if (/[\udc00-\udfff]/.test(text[end])) end += 1;
    while (next < mentions.length && mentions[next].end <= end) next += 1;
    const within = mentions[next];
    if (within && within.start < end) end = within.start > begin ? within.start : within.end;
    begins.push(end);
  }
  return (beginnings[number] = [...begins, text.length]);
};

const drawText = (number, wanted = 0) => {
  textNumber = number;
  part = wanted;
  const { text } = data.texts[number];
  const begins = partsOf(number);
  const [begin, end] = [begins[part], begins[part + 1]];
  const paragraphs = [];
  let paragraph = null;
  const say = (stretch) => {
    stretch.split("\n").forEach((line, at) => {
      if (at > 0 || !paragraph) paragraphs.push((paragraph = element("p", { dir: "auto" })));
      paragraph.append(line);
    });
  };
  let at = begin;
  for (const mention of mentionsIn[number]) {
    if (mention.start < begin || mention.start >= end) continue;
    say(text.slice(at, mention.start));
    const mark = element("mark", { class: markOf(mention), role: "button", tabindex: "0" }, mention.spelling);
    mark.mention = mention;
    paragraph.append(mark);
    at = mention.end;
  }
  say(text.slice(at, end));
  const spoken = paragraphs.filter((each) => each.textContent.trim() !== "");
  // A short first line before others is a heading.
  if (part === 0 && spoken.length > 1 && spoken[0].textContent.length < 100) spoken[0].classList.add("head");
  const count = begins.length - 1;
  if (count > 1) spoken.push(turning(number, count));
  fill(textAt, spoken);
  byId("text-choice").value = String(number);
  markText();
};

// The line that leads to the parts before and behind.
const turning = (number, count) => {
  const turn = (to, words) => element("button", {
    disabled: to < 0 || to >= count,
    onclick: () => {
      drawText(number, to);
      textAt.closest(".scroll").scrollTop = 0;
      // The button that was pressed is gone.
      textAt.querySelector(".parts button:enabled").focus({ preventScroll: true });
    },
  }, words);
  const told = `Part ${(part + 1).toLocaleString("en")} of ${count.toLocaleString("en")}`;
  return element("nav", { class: "parts", "aria-label": "Parts of the text" },
    turn(part - 1, "Before"), element("span", { role: "status" }, told), turn(part + 1, "Next"));
};

const markText = () => {
  for (const mark of textAt.querySelectorAll("mark")) {
    mark.classList.toggle("selected", mark.mention.place === state.selected?.number);
  }
};

const openText = (mention) => {
  showTab("texts");
  const wanted = partsOf(mention.text).findLastIndex((begin) => begin <= mention.start);
  if (textNumber !== mention.text || part !== wanted) drawText(mention.text, wanted);
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

fill(byId("text-choice"), data.texts.map((_, number) => element("option", { value: String(number) }, titleOf(number))));
byId("text-choice").addEventListener("change", (event) => drawText(Number(event.target.value)));
byId("text-choice").closest(".filters").hidden = data.texts.length < 2;
byId("tab-texts").hidden = data.texts.length === 0;
on("selected", markText);
// Who looks at the places of one text reads that text.
on("shown", () => state.file >= 0 && state.file !== textNumber && drawText(state.file));
