import type { ReactNode } from "react";
import { Badge } from "./badge";
import { Mark } from "./mark";

export type NavItem = { href: string; label: string; current?: boolean };

type Props = {
  brand: { href: string; label: string };
  /** "Skip to content". */
  skip: string;
  /** The word of a test environment, "Sandbox"; left out on the live one. */
  sandbox?: string;
  nav?: { label: string; items: NavItem[] };
  /** Menus and links at the end of the bar: organisation, account, or sign-in. */
  end?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** The frame of every page: skip link, top bar, the one `main`, footer. */
export function Shell({ brand, skip, sandbox, nav, end, footer, children }: Props) {
  return (
    <div className="shell">
      <div>
        <a className="skip" href="#content">
          {skip}
        </a>
        {sandbox && <div aria-hidden="true" className="sandbox-stripes" />}
        <header className="topbar">
          <div className="shell-width">
            <div className="topbar-row">
              <a className="brand" href={brand.href}>
                <Mark />
                {brand.label}
              </a>
              {sandbox && <Badge kind="sandbox">{sandbox}</Badge>}
              {end && <div className="topbar-end">{end}</div>}
            </div>
            {nav && (
              <nav aria-label={nav.label} className="nav">
                {nav.items.map(({ href, label, current }) => (
                  <a aria-current={current ? "page" : undefined} className="nav-item" href={href} key={href}>
                    {label}
                  </a>
                ))}
              </nav>
            )}
          </div>
        </header>
      </div>
      <main className="main shell-width" id="content" tabIndex={-1}>
        {children}
      </main>
      {footer && (
        <footer className="footer">
          <div className="shell-width footer-row">{footer}</div>
        </footer>
      )}
    </div>
  );
}
