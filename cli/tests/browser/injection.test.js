// Texts, file names, titles and gazetteers are anybody's: nothing in them may run.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { make, open, path, settle, start, stop, toponym } from "./browser.js";

const EVIL = "<img src=x onerror='window.hacked=1'>";

let file = null;
before(async () => {
  const tables = path("tables");
  mkdirSync(tables);
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  writeFileSync(`${tables}/places.csv`, "id,class,feature,country,parent,latitude,longitude\nlocal:evil,P,PPL,AM,,40,44.5\n");
  const names = [`Zangvil`, `"></td>${EVIL}`, `</script><script>window.hacked=2</script>`];
  const rows = names.map((name, at) => `local:evil,${quoted(name)},en,${at ? "variant" : "preferred"}`);
  writeFileSync(`${tables}/names.csv`, `place,text,language,kind\n${rows.join("\n")}\n`);
  const index = path("evil.toponym");
  toponym(["index", "build", "--tables", tables, "--output", index]);
  const text = path(`a"><b onclick=hacked=1>&lt;.txt`);
  writeFileSync(text, `They met in Zangvil </script><script>window.hacked=3</script> ${EVIL} <!-- \u2028 and left.\nZangvil\n`);
  file = make("evil", [text, "--index", index, "--title", `</title>${EVIL}{attribution}`]);
  await start();
});
after(stop);

test("nothing of it runs or becomes an element", async () => {
  const { page, faults, close } = await open(file);
  try {
    await page.locator("tbody tr").filter({ hasText: "Zangvil" }).click();
    await settle(page);
    assert.match(await page.textContent("#card"), /<script>window\.hacked=2/);
    await page.click("#tab-texts");
    assert.match(await page.textContent("#text"), /<img src=x/);
    assert.equal(await page.title(), `</title>${EVIL}{attribution}`);
    assert.equal(await page.textContent("h1"), `</title>${EVIL}{attribution}`);
    await settle(page);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("img[src=x], [onclick], [onerror]").count(), 0);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test("what would be put in nevertheless is stopped by the policy", async () => {
  const { page, close } = await open(file);
  try {
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.hacked = 4";
      document.body.append(script);
      const holder = document.createElement("div");
      holder.innerHTML = "<img src='data:x' onerror='window.hacked = 5'>";
      document.body.append(holder);
    });
    await settle(page);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    const refused = await page.evaluate(() => fetch("https://example.org/").then(() => "sent", () => "refused"));
    assert.equal(refused, "refused");
  } finally {
    await close();
  }
});
