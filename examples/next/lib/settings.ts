/** The address of Bilan, and of this site. */
export const BILAN = process.env.BILAN_URL ?? "http://127.0.0.1:8000";
export const SITE = process.env.SITE_URL ?? "http://127.0.0.1:3000";
