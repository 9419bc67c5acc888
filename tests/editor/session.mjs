// What an editor with the YAML language server shows over docs/jmap.schema.json: it completes, explains, marks what is
// wrong, and has nothing against the maps that there are. Ends with 1 if anything is otherwise.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Server } from "./server.mjs";

const ROOT = new URL("../../", import.meta.url);
const FIRST_LINE = "# yaml-language-server: $schema=../docs/jmap.schema.json\n";
const HEAD = "title: T\npersonas: {ana: Ana}\nchannels: {web: Website}\n";
const TOUCHPOINT = `${HEAD}stages:\n  - name: Inquiry\n    touchpoints:\n      - name: Asks a friend\n        `;

// A map with `¦` where the cursor stands, and what has to be offered there.
const COMPLETED = [
  ["a key of a map", `${HEAD}¦\n`, { stages: "The stages of the journey", stakeholders: "With whom it is aligned" }],
  ["a key inside a touchpoint", `${TOUCHPOINT}emo¦\n`, { emotion: "How it feels", channel: "where it happens" }],
  ["a key of a feeling", `${TOUCHPOINT}emotion:\n          ¦\n`, { score: "as a number", feeling: "in a word" }],
  ["a feeling", `${TOUCHPOINT}emotion: ¦\n`, { frustrated: "Scores −1.5", unknown: "Nobody has asked" }],
  ["a grade", `${TOUCHPOINT}pain_points:\n          - text: P\n            severity: ¦\n`, { low: "", high: "" }],
  ["a lane", `${HEAD}lanes:\n  - ¦\n`, { touchpoints: "What they do", rest: "All others" }],
  ["an icon", `${HEAD.replace("{web: Website}", "\n  web:\n    icon: ¦")}`, { web: "", word_of_mouth: "" }],
  ["a theme", `${HEAD}theme: ¦\n`, { dark: "dark page", print: "little ink" }],
  ["a rule", `${HEAD}check:\n  ¦\n`, { "missing-glyph": "a character that none of the fonts" }],
  ["a level", `${HEAD}check:\n  missing-glyph: ¦\n`, { info: "", warning: "", error: "" }],
];

// What is told about the place of the cursor.
const EXPLAINED = [
  ["a key of a touchpoint", `${TOUCHPOINT}cha¦nnel: web\n`, "Ids of the channels: where it happens."],
  ["the same over a list", `${TOUCHPOINT}cha¦nnel: [web]\n`, "Takes the id of a channel or a list of them."],
  ["a key of a persona", HEAD.replace("ana: Ana", "ana: {ro¦le: Tenant}"), "Role or situation"],
  ["a persona", HEAD.replace("ana", "an¦a"), "Somebody whose journey this is."],
  ["a feeling", `${TOUCHPOINT}emotion: fru¦strated\n`, "`frustrated`: Scores −1.5."],
  ["a rule", `${HEAD}check: {missing-g¦lyph: info}\n`, "a character that none of the fonts at hand can draw"],
];

// What is marked, and what is said about it.
const MARKED = [
  ["an unknown key", `${TOUCHPOINT}emotoin: curious\n`, "emotoin", "Property emotoin is not allowed."],
  ["an unknown key of a feeling", `${TOUCHPOINT}emotion: {score: 1, felling: x}\n`, "felling", "not allowed"],
  ["a word that is no grade", `${TOUCHPOINT}pain_points: {text: P, severity: hgih}\n`, "hgih", '"low", "medium", "high"'],
  ["a mapping for a text", `${TOUCHPOINT}at: {a: b}\n`, "{a: b}", "Incorrect type"],
  ["a date in another order", `${TOUCHPOINT}channel: web\nupdated: 17.1.2026\n`, "17.1.2026", "must be a date (`2026-01-17`)"],
  ["an unknown rule", `${TOUCHPOINT}channel: web\ncheck: {missing-glif: off}\n`, "missing-glif", "not allowed"],
];

let failures = 0;

function tell(what, wrong) {
  if (wrong) failures += 1;
  console.log(`${wrong ? "WRONG" : "   ok"}  ${what}${wrong ? `: ${wrong}` : ""}`);
}

function place(marked) {
  const text = FIRST_LINE + marked;
  const before = text.slice(0, text.indexOf("¦")).split("\n");
  return {
    text: text.replace("¦", ""),
    position: { line: before.length - 1, character: before.at(-1).length },
  };
}

function marked(text, { start, end }) {
  const line = text.split("\n")[start.line] ?? "";
  return start.line === end.line ? line.slice(start.character, end.character) : line;
}

const server = new Server();
await server.open(ROOT.href);

let count = 0;
async function ask(method, text, position) {
  count += 1;
  const uri = new URL(`maps/session-${count}.yaml`, ROOT).href; // no file: the server has its text from here
  const found = await server.show(uri, text);
  const answer = method && (await server.request(`textDocument/${method}`, { textDocument: { uri }, position }));
  server.close(uri);
  return { found, answer };
}

console.log("It completes");
for (const [what, map, expected] of COMPLETED) {
  const { text, position } = place(map);
  const { answer } = await ask("completion", text, position);
  const offered = new Map((answer?.items ?? answer ?? []).map((item) => [item.label.replaceAll('"', ""), item]));
  const missing = Object.entries(expected).filter(([label, about]) => {
    const documentation = offered.get(label)?.documentation;
    return !offered.has(label) || !(documentation?.value ?? documentation ?? "").includes(about);
  });
  const found = Object.keys(expected).map((label) => `\`${label}\``).join(", ");
  const wrong = missing.length > 0 && `not offered, or not explained: ${missing.map(([label]) => label).join(", ")}`;
  tell(`${what}: ${found}, of ${offered.size}`, wrong);
}

console.log("It explains");
for (const [what, map, expected] of EXPLAINED) {
  const { text, position } = place(map);
  const { answer } = await ask("hover", text, position);
  const said = answer?.contents?.value ?? "";
  tell(`${what}: “${expected}”`, !said.includes(expected) && `it says ${JSON.stringify(said)}`);
}

console.log("It marks");
for (const [what, map, where, expected] of MARKED) {
  const text = FIRST_LINE + map;
  const { found } = await ask(null, text);
  const [first] = found;
  const right = found.length === 1 && marked(text, first.range) === where && first.message.includes(expected);
  tell(`${what}: \`${where}\`: ${first?.message}`, !right && JSON.stringify(found));
}

console.log("It has nothing against");
for (const folder of ["maps/", "templates/starters/"]) {
  for (const name of readdirSync(fileURLToPath(new URL(folder, ROOT))).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const uri = new URL(folder + name, ROOT);
    const text = readFileSync(fileURLToPath(uri), "utf8");
    const found = await server.show(uri.href, text);
    // Without a schema there would be nothing to say either: the title is explained only where the map names it.
    const line = text.split("\n").findIndex((line) => line.startsWith("title:"));
    const position = { line, character: 1 };
    const said = await server.request("textDocument/hover", { textDocument: { uri: uri.href }, position });
    server.close(uri.href);
    const known = said?.contents?.value?.includes("What the map is called.");
    tell(folder + name, (found.length > 0 && JSON.stringify(found)) || (!known && "its schema is not found"));
  }
}

await server.end();
console.log(failures === 0 ? "The editor is right everywhere." : `${failures} wrong.`);
process.exitCode = failures === 0 ? 0 : 1;
