import { headers } from "next/headers";
import type { ReactNode } from "react";
import { findActor, type Viewer } from "@/lib/accounts/find-actor";
import { env } from "@/lib/env";
import { LanguageLinks } from "./_language-links";
import { type Text, text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { Menu, MenuLink } from "./_ui/menu";
import { Shell } from "./_ui/shell";
import { OrganisationSwitcher } from "./account/organisation-switcher";
import { SignOutForm } from "./account/sign-out-form";

/** The frame of every page, for whoever looks at it. */
export async function Frame({ children }: { children: ReactNode }) {
  const [t, viewer, incoming] = [await text(), await findActor(), await headers()];
  const path = incoming.get("x-portal-path") ?? "/";
  const demo = env().MODE === "demo";
  const nav = viewer && { label: t.common.menu, items: navItems(t, viewer, path) };
  return (
    <Shell
      brand={{ href: "/", label: t.common.product }}
      end={viewer ? <Menus path={path} t={t} viewer={viewer} /> : <Ways path={path} t={t} />}
      footer={
        <>
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
      {children}
    </Shell>
  );
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
        <SignOutForm path={path} />
      </Menu>
    </>
  );
}
