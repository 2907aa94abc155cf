import { copyTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { texts } from "../_text/texts";
import type { InvitedTexts } from "./invited-rows";
import type { NewLinkTexts } from "./new-link";

/** The mail to one's customer in every language, each under a heading that says which mail, and which language. */
export function mailTexts(t: Text, which: keyof Text["invitations"]["mail"]) {
  const { [which]: heading } = t.invitations.mailHeadings;
  return Object.values(texts).map(({ common, invitations }) => ({
    label: `${heading} (${common.language})`,
    body: invitations.mail[which],
  }));
}

/** What the answer that shows a link says. */
export function newLinkTexts(t: Text, organisation: string): NewLinkTexts {
  const { once, mailed, link, until, qr } = t.invitations.made;
  const copies = { copyLink: copyTexts(t, link), copyMail: copyTexts(t, t.invitations.mailHeadings.invite) };
  return { once, mailed, link, until, qr, ...copies, mails: mailTexts(t, "invite"), organisation };
}

/** What the answer to an uploaded file says. */
export function invitedTexts(t: Text): InvitedTexts {
  const { made, madeOne, madeNone, once, links, bad, badOne, badHint, badFile, another, columns, problems } =
    t.invitations.file;
  const { emailError, expectedError } = t.invitations.form;
  const own = { bad_email: emailError, bad_number: expectedError, ...problems };
  return {
    ...{ made, madeOne, madeNone, once, links, bad, badOne, badHint, badFile, another, columns },
    problems: { ...t.fieldErrors, ...own },
  };
}
