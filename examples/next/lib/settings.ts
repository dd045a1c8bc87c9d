/** The address of Bilan. */
export const BILAN = process.env.BILAN_URL ?? "http://127.0.0.1:8000";
