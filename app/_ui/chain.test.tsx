import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Chain, type Lamp } from "./chain";

const missing = {
  sentence: "No link yet.",
  owner: "you",
  action: { href: "/link-client", label: "Link it" },
};
const lamps: Lamp[] = [
  {
    lamp: "client",
    state: "lit",
    label: "Client",
    stateLabel: "Done",
    at: { iso: "2026-11-22T14:05:00Z", text: "22 Nov" },
  },
  { lamp: "link", state: "waiting", label: "Link", stateLabel: "Waits", ...missing },
  { lamp: "call", state: "dark", label: "Call", stateLabel: "To do", ...missing },
];

/** The markup of each lamp, in order. */
function lampsOf(html: string) {
  return html.split("<li ").slice(1);
}

test("every lamp carries its name, its state and the word for it", () => {
  const [client, link, call] = lampsOf(renderToStaticMarkup(<Chain label="Chain" lamps={lamps} />));
  expect(client).toMatch(/data-lamp="client" data-state="lit".*Done.*dateTime="2026-11-22T14:05:00Z"/);
  expect(link).toMatch(/data-lamp="link" data-state="waiting".*Waits/);
  expect(call).toMatch(/data-lamp="call" data-state="dark".*To do/);
});

test("what is not lit says what it lacks, whose turn it is and where to go; what is lit asks for nothing", () => {
  const [client, link, call] = lampsOf(renderToStaticMarkup(<Chain label="Chain" lamps={lamps} />));
  for (const lamp of [link, call]) expect(lamp).toMatch(/No link yet\..*you.*href="\/link-client"/);
  expect(client).not.toContain("href");
});

test("the first lamp that is not lit is the current step, and the only one with a primary button", () => {
  const html = renderToStaticMarkup(<Chain label="Chain" lamps={lamps} />);
  expect(lampsOf(html).map((lamp) => lamp.includes('aria-current="step"'))).toEqual([false, true, false]);
  expect(html.match(/button-primary/g)).toHaveLength(1);
});

test("the compact strip keeps the states and says in words where it stands", () => {
  const html = renderToStaticMarkup(<Chain compact label="Chain" lamps={lamps} />);
  expect(html.match(/data-state="\w+"/g)).toEqual([
    'data-state="lit"',
    'data-state="waiting"',
    'data-state="dark"',
  ]);
  expect(html).toContain("Link: Waits</span></div>");
  expect(html).not.toContain("href");
});
