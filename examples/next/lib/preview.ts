import { cookies } from "next/headers";

const COOKIE = "apercu";

/** The token of the preview that this browser has open, if any. No script can read it. */
export async function readToken(): Promise<string | undefined> {
  return (await cookies()).get(COOKIE)?.value;
}

/** Keep a token until the browser is closed; the editor shows drafts in a frame, so from another site. */
export async function storeToken(token: string): Promise<void> {
  (await cookies()).set(COOKIE, token, { httpOnly: true, secure: true, sameSite: "none", path: "/" });
}

export async function deleteToken(): Promise<void> {
  (await cookies()).delete(COOKIE);
}
