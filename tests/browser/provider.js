// An OpenID provider on this machine: a certified one, with a door through which a
// test makes it rotate its keys or lie. Says its address in its first line.
//
//   node provider.js RETURN_ADDRESS LOGOUT_RETURN_ADDRESS
//
// POST /control with {"rotate": true}, {"lie": "issuer" | "nonce" | "audience" |
// "signature" | "expired"}, which the next token alone does.

import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [backTo, afterLogout] = process.argv.slice(2);
const users = {
  ada: { name: "Ada Buyer", email: "ada@cityofexample.gov", email_verified: true },
  bo: { name: "Bo Provider", email: "bo@it.example-state.gov", email_verified: true },
  mal: { name: "Mal Outsider", email: "ada@cityofexample.gov", email_verified: false },
  ed: { name: "Ed Editor", email: "ed@it.example-state.gov", email_verified: true },
  cy: { name: "Cy Newcomer", email: "cy@cityofexample.gov", email_verified: true },
};

let generation = 0;
let issuer;
let provider;
let key;
let lie;

function renew() {
  generation += 1;
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  key = { ...pair.privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: `key-${generation}` };
  provider = new Provider(issuer, {
    clients: [
      {
        client_id: "interlocal",
        client_secret: "a secret of these tests alone",
        redirect_uris: [backTo],
        post_logout_redirect_uris: [afterLogout],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ["a cookie key of these tests alone"] },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: (_, sub) => users[sub] && { accountId: sub, claims: () => ({ sub, ...users[sub] }) },
  });
}

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The token with one thing in it that is not true, signed all the same. */
function lied(token, about) {
  const [head, body] = token.split(".").slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url")));
  const hour = 3600;
  const lies = {
    issuer: { iss: "https://another.example" },
    nonce: { nonce: "another sign-in's" },
    audience: { aud: "another-client" },
    expired: { iat: body.iat - 2 * hour, exp: body.exp - 3 * hour },
    signature: {},
  };
  const text = `${encoded(head)}.${encoded({ ...body, ...lies[about] })}`;
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const by = about === "signature" ? stranger : createPrivateKey({ key, format: "jwk" });
  return `${text}.${sign("sha256", Buffer.from(text), by).toString("base64url")}`;
}

/** Answers in the provider's stead with a token that lies. */
function answerWithLie(request, response, about) {
  const end = response.end.bind(response);
  response.end = (chunk) => {
    const answer = JSON.parse(chunk.toString());
    if (answer.id_token) answer.id_token = lied(answer.id_token, about);
    const text = JSON.stringify(answer);
    response.setHeader("content-length", Buffer.byteLength(text));
    return end(text);
  };
  provider.callback()(request, response);
}

async function control(request, response) {
  let text = "";
  for await (const chunk of request) text += chunk;
  const asked = JSON.parse(text);
  if (asked.rotate) renew();
  if (asked.lie) lie = asked.lie;
  response.end("ok");
}

const server = createServer((request, response) => {
  if (request.url === "/control") return control(request, response);
  if (request.url === "/token" && lie) {
    const about = lie;
    lie = undefined;
    return answerWithLie(request, response, about);
  }
  return provider.callback()(request, response);
});
server.listen(0, "127.0.0.1", () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  renew();
  console.log(issuer);
});
// Ends with whoever started it.
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
