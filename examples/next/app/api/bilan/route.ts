import { revalidateTag } from "next/cache";
import { Webhook } from "standardwebhooks";

/** Bilan says what has changed: answers with one of its tags are asked anew when somebody needs them. */
export async function POST(request: Request) {
  const body = await request.text();
  let message;
  try {
    const webhook = new Webhook(process.env.BILAN_WEBHOOK_KEY ?? "");
    message = webhook.verify(body, Object.fromEntries(request.headers)) as { data: { cacheTags?: string[] } };
  } catch {
    return new Response(null, { status: 401 });
  }
  for (const tag of message.data.cacheTags ?? []) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
}
