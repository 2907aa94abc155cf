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
import { endOtherSessionsAction } from "./actions";
import { nameBrowser } from "./name-browser";

/** Where the viewer is signed in, and the one button that ends all of it but this browser. */
export async function Sessions({ viewer, t }: { viewer: Viewer; t: Text }) {
  const { account } = t.accounts;
  const sessions = await listSessions(viewer);
  return (
    <Section card intro={account.sessionsIntro} title={account.sessionsTitle}>
      <Table
        caption={account.sessionsTitle}
        captionHidden
        columns={[
          { label: account.browser },
          { label: account.address },
          { label: account.since },
          { label: account.seen },
        ]}
        rows={sessions.map((session) => ({
          key: `${session.isThis} ${session.createdAt.toISOString()} ${session.userAgent}`,
          cells: [
            <span key="browser">
              {browserOf(session, account)}{" "}
              {session.isThis && <Badge kind="active">{account.thisBrowser}</Badge>}
            </span>,
            session.address,
            <Time at={moment(session.createdAt, t.language)} key="since" />,
            <Time at={moment(session.seenAt, t.language)} key="seen" />,
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
