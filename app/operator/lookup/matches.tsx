import type { MatchView } from "@/lib/links/match";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { pathOf } from "./path-of";
import { verdictTitle } from "./verdict-title";

/** What a look-up found, each with the way to it. */
export function Matches({ matches, t }: { matches: MatchView[]; t: Text }) {
  const said = t.lookup;
  return (
    <Section id="found" title={said.found}>
      <Table
        caption={said.found}
        captionHidden
        columns={Object.values(said.columns).map((label) => ({ label }))}
        rows={matches.map((match, index) => ({
          key: `${match.kind}-${index}`,
          attributes: { "data-match": match.kind },
          cells: [<Name key="what" match={match} t={t} />, said.kinds[match.kind], aboutOf(match, t)],
        }))}
      />
    </Section>
  );
}

function Name({ match, t }: { match: MatchView; t: Text }) {
  const path = pathOf(match);
  const name = nameOf(match, t);
  return path ? (
    <a className="link" href={path}>
      {name}
    </a>
  ) : (
    name
  );
}

function nameOf(match: MatchView, t: Text) {
  switch (match.kind) {
    case "organisation":
      return match.name;
    case "client":
      return match.clientId;
    case "seller":
      return String(match.sellerId);
    case "link":
      return `${match.clientId} · ${match.sellerId}`;
    case "ticket":
      return t.lookup.ticket(match.number, match.subject);
    case "first_call":
      return verdictTitle(match.verdict, t);
    case "event":
      return t.clients.activity.events[match.type](match.data);
  }
}

function aboutOf(match: MatchView, t: Text) {
  const said = t.lookup;
  switch (match.kind) {
    case "organisation": {
      const { member, of, suspended } = match;
      const who = member && said.member(member.name, t.accounts.account.roles[member.role]);
      return [said.organisationKinds[of], suspended && said.states.suspended, who]
        .filter(Boolean)
        .join(" · ");
    }
    case "client":
    case "ticket":
      return match.organisation;
    case "seller":
      return `${match.shopName} · ${match.organisation ?? said.nobody}`;
    case "link":
      return match.shopName;
    case "first_call":
      return `${match.clientId} · ${match.sellerId} · ${moment(match.at, t.language).text}`;
    case "event":
      return [match.organisation?.name, match.actorName, moment(match.at, t.language).text]
        .filter(Boolean)
        .join(" · ");
  }
}
