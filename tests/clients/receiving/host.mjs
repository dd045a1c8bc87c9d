// Serves the guide's route handler as Next.js would: a web request in, a web response out.
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { POST } from "./next.mjs";

createServer(async (incoming, outgoing) => {
  const request = new Request(`http://127.0.0.1${incoming.url}`, {
    method: "POST",
    headers: incoming.headers,
    body: await buffer(incoming),
  });
  const response = await POST(request);
  outgoing.writeHead(response.status).end();
}).listen(Number(process.env.PORT), "127.0.0.1");
