import type { Viewer } from "@/lib/accounts/find-actor";
import { listSessions, type SessionView } from "@/lib/accounts/list-sessions";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { Badge } from "../_ui/badge";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { Time } from "../_ui/time";
import { endOtherSessionsAction, endSessionAction } from "./actions";
import { nameBrowser } from "./name-browser";

/** Where the viewer is signed in, and what ends one of these browsers, or all but this one. */
export async function Sessions({ viewer, t }: { viewer: Viewer; t: Text }) {
  const { account } = t.accounts;
  const sessions = await listSessions(viewer);
  const isOperator = viewer.organisations.some(({ kind }) => kind === "operator");
  const endKeys = await Promise.all(sessions.map(() => formKey("end session", "/account")));
  return (
    <Section
      card
      id="sessions"
      intro={isOperator ? account.sessionsIntroOperator : account.sessionsIntro}
      title={account.sessionsTitle}
    >
      <Table
        caption={account.sessionsTitle}
        captionHidden
        columns={[
          { label: account.browser },
          { label: account.address },
          { label: account.since },
          { label: account.seen },
          { label: "" },
        ]}
        rows={sessions.map((session, index) => ({
          key: session.handle,
          cells: [
            <span key="browser">
              {browserOf(session, account)}{" "}
              {session.isThis && <Badge kind="active">{account.thisBrowser}</Badge>}
            </span>,
            session.address,
            <Time at={moment(session.createdAt, t.language)} key="since" />,
            <Time at={moment(session.seenAt, t.language)} key="seen" />,
            session.isThis ? null : (
              <ActionForm
                action={endSessionAction}
                formKey={endKeys[index] ?? ""}
                hidden={{ do: "end_session", session: session.handle }}
                key="end"
                pending={t.common.sending}
                size="small"
                submit={account.endOne}
                texts={formTexts(t)}
                variant="secondary"
              />
            ),
          ],
        }))}
      />
      {sessions.length > 1 && (
        <ActionForm
          action={endOtherSessionsAction}
          formKey={await formKey("end other sessions", "/account")}
          hidden={{ do: "end_others" }}
          pending={t.common.sending}
          submit={account.endOthers}
          texts={formTexts(t)}
          variant="secondary"
        />
      )}
    </Section>
  );
}

function browserOf({ userAgent }: SessionView, t: Text["accounts"]["account"]) {
  const { browser, system } = nameBrowser(userAgent);
  return browser && system ? t.on({ browser, system }) : (browser ?? system ?? t.unknownBrowser);
}
