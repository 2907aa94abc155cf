import type { Text } from "./_text/text";
import { Section } from "./_ui/section";

/** Where each of the guide's sentences leads. The first two names below are addresses of old: `#name` still works. */
export const wayHrefs = {
  linkAgregClientToSeller: "/link-client?as=aggregator",
  linkAgreeToSeller: "/choose-aggregator",
  linkPartnerToSeller: "/link-client?as=partner",
  aggregatorRequiresThree: "/new-client?as=seller&for=aggregator",
  pluginRequiresThree: "/new-client?as=seller&for=plugin",
  createClientAndSecret: "/new-client?as=seller",
  newClientId: "/new-client?as=seller",
  integrationPartner: "/new-client?as=partner",
  feedAggregator: "/new-client?as=aggregator",
  askMyCustomer: "/invitations",
  firstCall: "/first-call",
} satisfies Record<keyof Text["ways"]["sentences"], string>;

export type WayName = keyof typeof wayHrefs;

type Props = { names: WayName[]; t: Text; title: string; intro?: string };

/** A part of a door: sentences of the guide, each the way to its page. */
export function Ways({ names, t, title, intro }: Props) {
  return (
    <Section intro={intro && <p>{intro}</p>} title={title}>
      <WayCards names={names} t={t} />
    </Section>
  );
}

/** The cards of these sentences; with `anchors` each link has its name as its id. */
export function WayCards({ names, t, anchors }: Pick<Props, "names" | "t"> & { anchors?: boolean }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {names.map((name) => {
        const { title, hint } = t.ways.sentences[name];
        return (
          <li className="card relative" key={name}>
            <a className="door-link font-medium" href={wayHrefs[name]} id={anchors ? name : undefined}>
              {title}
            </a>
            <p className="text-muted">{hint}</p>
          </li>
        );
      })}
    </ul>
  );
}
