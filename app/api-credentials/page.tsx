import type { Metadata } from "next";
import { headers } from "next/headers";
import { text } from "../_text/text";
import { PageHeader } from "../_ui/page-header";
import { WayCards, type WayName, wayHrefs } from "../_ways";

// The fragment of an address never reaches the server: only a script can follow it to the link of that name.
const followHash = `(() => {
  const follow = () => {
    const way = document.getElementById(location.hash.slice(1));
    if (way && way.closest("[data-ways]")) location.replace(way.href);
  };
  addEventListener("hashchange", follow);
  follow();
})();`;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).ways.old.title };
}

/**
 * Where help pages of old lead, with the name of a way behind `#`: with JavaScript straight on to its new page, without
 * it to that very link.
 */
export default async function OldAddressPage() {
  const [t, incoming] = [await text(), await headers()];
  const said = t.ways.old;
  const nonce = /'nonce-([^']+)'/.exec(incoming.get("content-security-policy") ?? "")?.[1];
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <div data-ways="">
        <WayCards anchors names={Object.keys(wayHrefs) as WayName[]} t={t} />
      </div>
      <p>
        {said.undecided}{" "}
        <a className="link" href="/start">
          {said.undecidedGo}
        </a>
      </p>
      {/* The browser hides a nonce from scripts, so React finds another one than it wrote. */}
      <script
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, allowed by the nonce.
        dangerouslySetInnerHTML={{ __html: followHash }}
        nonce={nonce}
        suppressHydrationWarning
      />
    </>
  );
}
