// Holds the samples that AlertContractTests writes to server/target/alert-samples against what others publish; no part of the build.
//   cd $(mktemp -d) && npm init -y && npm i standardwebhooks@1.1.1 adaptivecards@3.0.6 @slack/types@3.2.0 typescript
//   node …/server/src/test/node/alert-samples.mjs …/server/target/alert-samples
// Teams: the parser and validation of adaptivecards. Webhook: the verifier of standardwebhooks (within five minutes of the
// test). Slack: the types of @slack/types, by tsc. Each is shown a wrong one first, to see that it looks at all.
import { createRequire } from "module";
import { execFileSync } from "child_process";
import fs from "fs";

const samples = fs.realpathSync(process.argv[2]);
const require = createRequire(process.cwd() + "/");
const AC = require("adaptivecards/dist/adaptivecards.js");
const { Webhook } = require("standardwebhooks");
const read = (name) => JSON.parse(fs.readFileSync(`${samples}/${name}`));
const all = (prefix) => fs.readdirSync(samples).filter((name) => name.startsWith(prefix)).map(read);
const must = (true_, what) => { console.log(true_ ? "ok " : "NOT", what); if (!true_) process.exitCode = 1; };

const findings = (content) => {
  const context = new AC.SerializationContext(AC.Versions.v1_4), card = new AC.AdaptiveCard();
  card.parse(content, context);
  return context.eventCount + card.validateProperties().validationEvents.length;
};
const cards = all("teams-").map((message) => message.attachments[0].content);
must(findings({ ...cards[0], body: [{ type: "NoBlock" }] }) > 0, "adaptivecards finds a wrong card");
must(cards.every((card) => findings(card) === 0), `adaptivecards: ${cards.length} cards`);

const { secret, headers, body } = read("webhook.json"), verifier = new Webhook(secret);
const verifies = (text) => { try { return !!verifier.verify(text, headers); } catch { return false; } };
must(!verifies(body.replace("case.alert", "case.alarm")), "standardwebhooks refuses a changed body");
must(verifies(body), "standardwebhooks: 1 webhook");

const messages = all("slack-");
const types = (text) => {
  fs.writeFileSync("slack.ts", text);
  try { execFileSync("npx", ["tsc", "--noEmit", "--strict", "--moduleResolution", "bundler", "--module", "esnext", "--skipLibCheck", "slack.ts"], { stdio: "pipe" }); return true; } catch { return false; }
};
const source = 'import type { KnownBlock } from "@slack/types";\n'
  + messages.map((message, i) => `export const m${i}: { text: string; mrkdwn: boolean; unfurl_links: boolean; unfurl_media: boolean; blocks: KnownBlock[] } = ${JSON.stringify(message)};`).join("\n");
must(!types(source.replaceAll('"plain_text"', '"plain"')), "@slack/types find a wrong block");
must(types(source), `@slack/types: ${messages.length} messages`);
