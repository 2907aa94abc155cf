import { ButtonLink } from "./button";
import { Icon, type IconName } from "./icon";
import { type Moment, Time } from "./time";

export type LampName = "client" | "secret" | "link" | "told" | "token" | "call";
export type LampState = "lit" | "dark" | "waiting";

export type Lamp = {
  lamp: LampName;
  state: LampState;
  label: string;
  /** The word for the state, since colour alone says nothing. */
  stateLabel: string;
  at?: Moment;
  /** What is missing, for a lamp that is not lit; with the owner and the one button it is never left out. */
  sentence?: string;
  owner?: string;
  action?: { href: string; label: string };
  /** Where somebody helps who is not the owner. */
  help?: { href: string; label: string };
};

type Props = {
  lamps: Lamp[];
  /** Names the strip: whose chain it is. */
  label: string;
  /** One line for a row of a list: the bulbs, and in words where the chain stands. */
  compact?: boolean;
  /** Those words; made from the first lamp that is not lit, or the last one, when left out. */
  summary?: string;
};

const signs: Record<LampName, IconName> = {
  client: "idCard",
  secret: "key",
  link: "link",
  told: "bellRing",
  token: "ticket",
  call: "zap",
};

/** The icon in a lamp: a tick when lit, a clock while waiting, else the lamp's own sign. */
function Bulb({ lamp, state }: Lamp) {
  const name = state === "lit" ? "check" : state === "waiting" ? "clock" : signs[lamp];
  return (
    <span className="lamp-bulb">
      <Icon name={name} />
    </span>
  );
}

/** What a lamp that is not lit lacks: the sentence, who has to act, the one button. */
function Missing({ lamp, isNext }: { lamp: Lamp; isNext: boolean }) {
  return (
    <div className="lamp-detail">
      {/* The head of the lamp has said it already; here it only leads the eye. */}
      <span aria-hidden="true" className="lamp-name">
        {lamp.label}
      </span>
      <p>
        {lamp.sentence}
        {lamp.help && (
          <>
            {" "}
            <a className="link text-caption" href={lamp.help.href}>
              {lamp.help.label}
            </a>
          </>
        )}
      </p>
      {lamp.owner && (
        <p className="lamp-owner">
          <Icon name="user" />
          {lamp.owner}
        </p>
      )}
      {lamp.action && (
        <ButtonLink href={lamp.action.href} size="small" variant={isNext ? "primary" : "quiet"}>
          {lamp.action.label}
        </ButtonLink>
      )}
    </div>
  );
}

/** A lamp with its time in the full strip, its words for assistive technology only in the compact one. */
function Head({ lamp, compact }: { lamp: Lamp; compact?: boolean }) {
  if (compact)
    return (
      <>
        <Bulb {...lamp} />
        <span className="sr-only">
          {lamp.label}: {lamp.stateLabel}
        </span>
      </>
    );
  return (
    <div className="lamp-head">
      <Bulb {...lamp} />
      <span className="lamp-label">{lamp.label}</span>
      <span className="lamp-state">
        <span className="lamp-word">{lamp.stateLabel}</span>
        {lamp.at && <Time at={lamp.at} />}
      </span>
    </div>
  );
}

/** The chain: a strip of lamps, and in full for each that is not lit a row with what to do about it. */
export function Chain({ lamps, label, compact, summary }: Props) {
  const next = lamps.find(({ state }) => state !== "lit");
  const standing = next ?? lamps.at(-1);
  return (
    <div className={compact ? "chain-compact" : "chain-box"}>
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers loses its role in some browsers. */}
      <ol aria-label={label} className={compact ? undefined : "chain"} data-count={lamps.length} role="list">
        {lamps.map((lamp) => (
          <li
            aria-current={lamp === next ? "step" : undefined}
            className="lamp"
            data-lamp={lamp.lamp}
            data-state={lamp.state}
            key={lamp.lamp}
          >
            <Head compact={compact} lamp={lamp} />
            {!compact && lamp.state !== "lit" && <Missing isNext={lamp === next} lamp={lamp} />}
          </li>
        ))}
      </ol>
      {compact && standing && (
        <span aria-hidden={summary ? undefined : true} className="chain-summary">
          {summary ?? `${standing.label}: ${standing.stateLabel}`}
        </span>
      )}
    </div>
  );
}
