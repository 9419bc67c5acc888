// A YAML language server as an editor runs it: a process that is spoken to over its standard input and output.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PATIENCE = 60_000; // milliseconds until an answer is given up

// Nothing is fetched: the schema comes from the first line of a map.
const SETTINGS = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
};

export class Server {
  #process;
  #input = Buffer.alloc(0);
  #last = 0;
  #waiting = new Map(); // what is awaited, by the id of a request or the address of a document

  constructor() {
    const manifest = createRequire(import.meta.url).resolve("yaml-language-server/package.json");
    const program = join(dirname(manifest), "bin", "yaml-language-server");
    this.#process = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#process.stdout.on("data", (bytes) => this.#take(bytes));
    this.#process.on("exit", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("the server has ended"));
    });
  }

  async open(folder) {
    const markup = ["markdown", "plaintext"];
    await this.request("initialize", {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: "jmap" }],
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: markup } },
          hover: { contentFormat: markup },
          publishDiagnostics: {},
        },
      },
    });
    this.#send({ method: "initialized", params: {} });
    this.#send({ method: "workspace/didChangeConfiguration", params: { settings: SETTINGS } });
  }

  /** Opens a document; the answer is what the server finds in it. */
  show(uri, text) {
    const found = this.#wait(uri);
    this.#send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
    });
    return found;
  }

  close(uri) {
    this.#send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
  }

  request(method, params) {
    this.#last += 1;
    const answer = this.#wait(this.#last);
    this.#send({ id: this.#last, method, params });
    return answer;
  }

  async end() {
    await this.request("shutdown", null);
    this.#send({ method: "exit" });
  }

  #wait(key) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer: ${key}`)), PATIENCE);
      const settled = (settle) => (value) => {
        clearTimeout(late);
        this.#waiting.delete(key);
        settle(value);
      };
      this.#waiting.set(key, { resolve: settled(resolve), reject: settled(reject) });
    });
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin.write(body);
  }

  #take(bytes) {
    this.#input = Buffer.concat([this.#input, bytes]);
    for (;;) {
      const end = this.#input.indexOf("\r\n\r\n");
      const length = end < 0 ? null : /Content-Length: (\d+)/.exec(this.#input.toString("latin1", 0, end));
      const start = end + 4;
      if (!length || this.#input.length < start + Number(length[1])) return;
      const body = this.#input.subarray(start, start + Number(length[1]));
      this.#input = this.#input.subarray(start + Number(length[1]));
      this.#hear(JSON.parse(body.toString("utf8")));
    }
  }

  #hear({ id, method, params, result, error }) {
    if (method === "workspace/configuration") {
      this.#send({ id, result: params.items.map(({ section }) => SETTINGS[section] ?? null) });
    } else if (method === "textDocument/publishDiagnostics") {
      this.#waiting.get(params.uri)?.resolve(params.diagnostics);
    } else if (method !== undefined && id !== undefined) {
      this.#send({ id, result: null });
    } else if (id !== undefined) {
      const waiting = this.#waiting.get(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
    }
  }
}
