import { draftMode } from "next/headers";
import { send } from "@/lib/bilan";
import { deleteToken, storeToken } from "@/lib/preview";

/** Open a preview by the token in the header, where no log has it; without a token, close it. */
export async function POST(request: Request) {
  const token = request.headers.get("X-Preview-Token");
  const draft = await draftMode();
  if (token === null) {
    draft.disable();
    await deleteToken();
    return new Response(null, { status: 303, headers: { Location: "/" } });
  }
  const { ok } = await send("{ site { name } }", {}, token, { cache: "no-store" });
  if (!ok) return new Response(null, { status: 403 });
  draft.enable();
  await storeToken(token);
  return new Response(null, { status: 204 });
}
