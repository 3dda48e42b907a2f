// Rules of accessibility (WCAG 2.1 A and AA), as axe checks them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { articles, make, open, settle, start, stop } from "./browser.js";

let file = null;
before(async () => {
  file = make("articles", [articles]);
  await start();
});
after(stop);

for (const colorScheme of ["light", "dark"]) {
  for (const [view, prepare] of [
    ["the table", async () => {}],
    ["a card", (page) => page.locator("tbody tr").first().click()],
    ["a text", (page) => page.click("#tab-texts")],
  ]) {
    test(`${view} in ${colorScheme} colors breaks no rule`, async () => {
      const { page, close } = await open(file, { colorScheme });
      try {
        await prepare(page);
        await settle(page);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
        const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
        assert.deepEqual(found, []);
      } finally {
        await close();
      }
    });
  }
}
