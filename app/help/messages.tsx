import type { MessageView } from "@/lib/help/ticket-view";
import type { Text } from "../_text/text";
import { count, moment } from "../_time";
import { classNames } from "../_ui/class-names";
import { Icon } from "../_ui/icon";
import { Time } from "../_ui/time";

type Props = { ticketId: string; messages: MessageView[]; t: Text };

/** What both sides said, oldest first, with the files that came along. */
export function Messages({ ticketId, messages, t }: Props) {
  const said = t.help.ticket;
  return (
    <ol className="grid max-w-3xl gap-3">
      {messages.map(({ id, side, authorName, at, body, files }) => (
        <li
          className={classNames("card grid gap-2", side === "operator" && "sm:ml-10")}
          data-side={side}
          id={`message-${id}`}
          key={id}
        >
          <p className="flex flex-wrap items-baseline gap-x-3 text-caption text-muted">
            <span className="font-medium text-text wrap-anywhere">
              {side === "operator" ? said.us(authorName) : authorName}
            </span>
            <Time at={moment(at, t.language)} />
          </p>
          <p className="whitespace-pre-wrap wrap-anywhere">{body}</p>
          {files.length > 0 && (
            <ul aria-label={said.files} className="flex flex-wrap gap-x-4 gap-y-1">
              {files.map((file) => (
                <li className="inline-flex items-center gap-1.5" key={file.id}>
                  <Icon name="download" />
                  <a className="link wrap-anywhere" download href={`/help/${ticketId}/files/${file.id}`}>
                    {file.name}
                  </a>
                  <span className="text-caption text-muted">
                    {`${count(Math.max(1, Math.round(file.size / 1024)), t.language)} kB`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
