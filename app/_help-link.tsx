import { headers } from "next/headers";
import type { Text } from "./_text/text";
import { helpHref, offersHelp } from "./_ui/help-href";

type Props = { t: Text } & Omit<NonNullable<Parameters<typeof helpHref>[0]>, "path">;

/** "Get help with this": leads to help with this page and what else is known here; nothing where help does not fit. */
export async function HelpLink({ t, ...known }: Props) {
  const path = (await headers()).get("x-portal-path") ?? "/";
  if (!offersHelp(path)) return null;
  return (
    <a className="link text-caption" href={helpHref({ path, ...known })}>
      {t.help.link}
    </a>
  );
}
