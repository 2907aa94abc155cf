/** What a tool needs to call the API. The secret is empty in files that anybody may fetch. */
type ToolValues = {
  clientId: string;
  clientSecret: string;
  sellerId?: string | number | null;
  tokenUrl: string;
  sellerApiUrl: string;
};

/** The values as a `.env` file, quoted so that a POSIX shell and the usual loaders read the same. */
export function envFile({ clientId, clientSecret, sellerId, tokenUrl, sellerApiUrl }: ToolValues) {
  const lines: [string, string][] = [
    ["CLIENT_ID", clientId],
    ["CLIENT_SECRET", clientSecret],
    ...(sellerId ? [["SELLER_ID", String(sellerId)] as [string, string]] : []),
    ["TOKEN_URL", tokenUrl],
    ["SELLER_API_URL", sellerApiUrl],
  ];
  return lines.map(([name, value]) => `${name}=${quoteValue(value)}\n`).join("");
}

/** The values as JSON under the names that forms of tools use, with a line break at its end. */
export function secretJson({ clientId, clientSecret, sellerId, tokenUrl, sellerApiUrl }: ToolValues) {
  const seller = sellerId ? { sellerId } : {};
  return `${JSON.stringify({ clientId, clientSecret, ...seller, tokenUrl, sellerApiUrl }, null, 2)}\n`;
}

/** Single quotes are literal to shells and loaders alike; only a value that holds one itself needs another way. */
function quoteValue(value: string) {
  if (!value.includes("'")) return `'${value}'`;
  if (!/["$`\\!]/.test(value)) return `"${value}"`;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
