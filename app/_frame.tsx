import { headers } from "next/headers";
import type { ReactNode } from "react";
import { findActor, type Viewer } from "@/lib/accounts/find-actor";
import { findStopped } from "@/lib/accounts/find-stopped";
import { personalRights } from "@/lib/accounts/rights";
import { env } from "@/lib/env";
import { LanguageLinks } from "./_language-links";
import { type Text, text } from "./_text/text";
import { ActingFor } from "./_ui/acting-for";
import { ButtonLink } from "./_ui/button";
import { helpHref, offersHelp } from "./_ui/help-href";
import { Menu, MenuLink } from "./_ui/menu";
import { Shell } from "./_ui/shell";
import { OrganisationSwitcher } from "./account/organisation-switcher";
import { SignOutForm } from "./account/sign-out-form";

/** The frame of every page, for whoever looks at it. */
export async function Frame({ children }: { children: ReactNode }) {
  const [t, viewer, incoming] = [await text(), await findActor(), await headers()];
  // Whoever's organisations are suspended is signed in all the same; the way out stands on the page of help.
  const isStopped = !viewer && (await findStopped()) !== null;
  const path = incoming.get("x-portal-path") ?? "/";
  const demo = env().MODE === "demo";
  const nav = viewer && { label: t.common.menu, items: navItems(t, viewer, path) };
  return (
    <Shell
      brand={{ href: "/", label: t.common.product }}
      end={viewer ? <Menus path={path} t={t} viewer={viewer} /> : !isStopped && <Ways path={path} t={t} />}
      footer={
        <>
          <a href={helpOf(viewer, path)}>{t.help.nav}</a>
          <a href="/guide">{t.guideIndex.title}</a>
          <a href="/privacy">{t.privacy.footer}</a>
          <span>{t.common.footer}</span>
          {demo && <span>{t.common.sandboxSentence}</span>}
          {demo && <a href="/dev/mailbox">{t.common.mailbox}</a>}
          <LanguageLinks t={t} url={incoming.get("x-portal-url") ?? path} />
        </>
      }
      nav={nav ?? undefined}
      sandbox={demo ? t.common.sandboxBadge : undefined}
      skip={t.common.skip}
    >
      <ActingFor acting={viewer && actingFor(viewer, t)}>{children}</ActingFor>
    </Shell>
  );
}

/** Help stands first in the footer of every page, and knows where one comes from. */
function helpOf(viewer: Viewer | null, path: string) {
  if (viewer?.organisation.kind === "operator") return "/operator/tickets";
  return helpHref({ path: offersHelp(path) ? path : null });
}

/** What forms say of whom they act for: only who belongs to several organisations can be in doubt. */
function actingFor({ organisation, organisations }: Viewer, t: Text) {
  if (organisations.length < 2) return null;
  return { words: t.common.actingFor, name: organisation.name, personal: personalRights };
}

function navItems(t: Text, { organisation: { kind } }: Viewer, path: string) {
  const { nav } = t.common;
  const asksSellers = kind === "partner" || kind === "aggregator";
  const items: [string, string][] = [
    [`/${kind}`, nav[kind]],
    ["/clients", nav.clients],
    ...(kind === "seller" ? ([["/links", nav.links]] as [string, string][]) : []),
    ...(asksSellers ? ([["/invitations", nav.invitations]] as [string, string][]) : []),
    ["/first-call", nav.firstCall],
    ["/tools/collections", nav.collections],
    ["/guide/best-practices", nav.bestPractices],
  ];
  return items.map(([href, label]) => ({
    href,
    label,
    current: path === href || path.startsWith(`${href}/`),
  }));
}

function Ways({ t, path }: { t: Text; path: string }) {
  return (
    <>
      {path !== "/sign-in" && (
        <ButtonLink href="/sign-in" size="small" variant="quiet">
          {t.common.signIn}
        </ButtonLink>
      )}
      {path !== "/sign-up" && (
        <ButtonLink href="/sign-up" size="small" variant="secondary">
          {t.common.signUp}
        </ButtonLink>
      )}
    </>
  );
}

async function Menus({ t, viewer, path }: { t: Text; viewer: Viewer; path: string }) {
  return (
    <>
      <OrganisationSwitcher path={path} viewer={viewer} />
      <Menu detail={viewer.email} icon="user" label={t.common.account} name={viewer.name}>
        <MenuLink current={path === "/account"} href="/account">
          {t.common.account}
        </MenuLink>
        <MenuLink current={path === "/team"} href="/team">
          {t.team.title}
        </MenuLink>
        <SignOutForm path={path} />
      </Menu>
    </>
  );
}
