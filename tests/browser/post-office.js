// A mail server on this machine that speaks SMTP. Says its port in its first line,
// then every mail that it took, as a line of JSON. Whom it does not serve:
// "gone-…" has no box here, "busy-…" is to be tried later, "slow-…" takes a second.

import { SMTPServer } from "smtp-server";

function refusal(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo({ address }, _session, done) {
    if (address.startsWith("gone-")) return done(refusal(550, "no such box"));
    if (address.startsWith("busy-")) return done(refusal(451, "try again later"));
    if (address.startsWith("slow-")) return setTimeout(done, 1000);
    return done();
  },
  async onData(stream, { envelope }, done) {
    let text = "";
    for await (const chunk of stream) text += chunk;
    console.log(JSON.stringify({ to: envelope.rcptTo.map(({ address }) => address), text }));
    done();
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
