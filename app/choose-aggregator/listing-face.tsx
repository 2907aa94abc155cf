import type { ReactNode } from "react";
import { monogram } from "./monogram";

type Props = {
  name: string;
  description: string;
  logo: string | null;
  /** The domain, the ways to connect. */
  badges: ReactNode;
  note?: ReactNode;
  actions: ReactNode;
};

/** How an entry of the directory looks, in the list as in its owner's preview. */
export function ListingFace({ name, description, logo, badges, note, actions }: Props) {
  return (
    <div className="flex flex-wrap items-start gap-4">
      <Piece logo={logo} name={name} />
      <div className="grid min-w-0 flex-1 basis-60 gap-2">
        <h3 className="wrap-anywhere">{name}</h3>
        {description && <p className="wrap-anywhere text-muted">{description}</p>}
        <p className="flex flex-wrap gap-2">{badges}</p>
        {note && <p className="text-muted">{note}</p>}
      </div>
      {actions}
    </div>
  );
}

const ours = /^(\/logos\/[0-9a-f]{64}\.webp$|data:image\/)/;

/** The picture beside the name, or letters in its place. Says nothing that the name does not. */
export function Piece({ logo, name }: { logo: string | null; name: string }) {
  const size = "size-12 shrink-0 rounded-control";
  if (logo && ours.test(logo))
    // biome-ignore lint/performance/noImgElement: a small picture, which nothing can make smaller.
    return <img alt="" className={`${size} object-contain`} height={48} src={logo} width={48} />;
  return (
    <span
      aria-hidden="true"
      className={`${size} grid place-items-center bg-primary-tint font-bold text-primary`}
    >
      {monogram(name)}
    </span>
  );
}
