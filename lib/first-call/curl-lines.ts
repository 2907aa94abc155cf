type Lines = {
  tokenUrl: string;
  callUrl: string;
  clientId: string;
  sellerId: string;
  scenario?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
};

/**
 * The two requests of a first call for a terminal: `CLIENT_SECRET` and `TOKEN` stand for what must not be written
 * down. Everything else is quoted for a POSIX shell, whatever characters it holds.
 */
export function curlLines({ tokenUrl, callUrl, clientId, sellerId, ...more }: Lines) {
  const { scenario, method, headers = {}, body } = more;
  const token = [
    `curl -s ${quote(tokenUrl)}`,
    `--data-urlencode ${quote("grant_type=client_credentials")}`,
    `--data-urlencode ${quote(`client_id=${clientId}`)}`,
    `--data-urlencode "client_secret=$CLIENT_SECRET"`,
  ];
  const call = [
    `curl -s ${method ? `-X ${method} ` : ""}${quote(callUrl)}`,
    `-H "Authorization: Bearer $TOKEN"`,
    `-H ${quote(`SellerId: ${sellerId}`)}`,
    ...(scenario ? [`-H ${quote(`x-scenario: ${scenario}`)}`] : []),
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
  ];
  return { token: token.join(" \\\n  "), call: call.join(" \\\n  ") };
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
