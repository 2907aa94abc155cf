import type { HandshakeView } from "@/lib/paste/look-at-tls";
import { copyTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { CodeBlock } from "../../_ui/code-block";
import { KeyValue } from "../../_ui/key-value";
import { Section } from "../../_ui/section";
import { type TlsTool, tlsTools } from "./tls-tools";

/** What this server saw of the configured hosts, and how each tool is given a company's own authority. */
export function TlsSection({ handshakes, t }: { handshakes: HandshakeView[]; t: Text }) {
  const said = t.paste.tls;
  const tools = Object.entries(tlsTools) as [TlsTool, (typeof tlsTools)[TlsTool]][];
  return (
    <>
      {handshakes.length > 0 && (
        <Section card intro={<p>{said.intro}</p>} title={said.title}>
          {handshakes.map((seen) => (
            <div data-host={seen.host} key={seen.host}>
              <h3 className="text-body">{seen.host}</h3>
              <KeyValue pairs={pairsOf(seen, t)} />
            </div>
          ))}
        </Section>
      )}
      <Section card intro={<p>{said.fixIntro}</p>} title={said.fixTitle}>
        {tools.map(([tool, { name, command }]) => (
          <div className="grid gap-2" key={tool}>
            <h3 className="text-body">{name}</h3>
            <p>{said.tools[tool]}</p>
            {command && (
              <CodeBlock
                code={command}
                copy={copyTexts(t, `${name} · ${said.command}`)}
                label={`${name} · ${said.command}`}
              />
            )}
          </div>
        ))}
      </Section>
    </>
  );
}

function pairsOf(seen: HandshakeView, t: Text) {
  const said = t.paste.tls;
  const { isSecure, code, cause, protocol, names, chain, clockOffSeconds: off } = seen;
  const state = code !== "ok" ? said.bad(cause || code) : isSecure ? said.good(protocol) : said.plain;
  const clock = off === null ? "" : Math.abs(off) <= 1 ? said.clockSame : said.clockOff(String(off));
  const certificates = chain.map(({ subject, issuer, until }) =>
    said.certificate(subject, issuer, until ? moment(until, t.language).text : ""),
  );
  return [
    { label: "TLS", value: state },
    ...(names ? [{ label: said.names, value: names }] : []),
    ...(certificates.length > 0 ? [{ label: said.chain, value: certificates.join(" · ") }] : []),
    ...(clock ? [{ label: said.clock, value: clock }] : []),
  ];
}
