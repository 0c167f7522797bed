// Lints texts as if they stood in the files named: [{filePath, code}] on standard input, and
// [{filePath, rules, messages}] on the last line of standard output, in the same order.
import { ESLint } from 'eslint';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { makeProjectGraph } from './boundaries.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const planted = JSON.parse(await text(process.stdin));

await makeProjectGraph();
const eslint = new ESLint({ cwd: root });
const results = [];
for (const { filePath, code } of planted) {
  const [{ messages = [] } = {}] = await eslint.lintText(code, {
    filePath: path.join(root, filePath),
    warnIgnored: true,
  });
  results.push({
    filePath,
    rules: [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))],
    messages: messages.map(({ message }) => message),
  });
}
console.log(JSON.stringify(results));
