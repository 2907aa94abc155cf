import type { ReactNode } from "react";

type Props = { label: string; children: ReactNode };

/** A drawn window of Postman. Its words are Postman's own, which are English for everybody. */
function Window({ label, children }: Props) {
  return (
    <figure aria-label={label} className="card max-w-measure overflow-hidden p-0 text-caption" role="img">
      <div aria-hidden="true" className="flex gap-1.5 border-border border-b bg-sunken px-3 py-2">
        <Dot />
        <Dot />
        <Dot />
      </div>
      <div aria-hidden="true" className="grid gap-3 p-4" lang="en">
        {children}
      </div>
    </figure>
  );
}

const Dot = () => <span className="size-2.5 rounded-full bg-control" />;
const Pressed = ({ children }: { children: ReactNode }) => (
  <span className="rounded-control bg-primary px-3 py-1 font-medium text-on-primary">{children}</span>
);
const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <span className="grid grid-cols-[9rem_minmax(0,1fr)] gap-3">
    <span className="text-muted">{name}</span>
    <span className="wrap-anywhere font-mono">{children}</span>
  </span>
);

/** Both files on their way into Postman. */
export function ImportPicture({ label, files }: { label: string; files: readonly string[] }) {
  return (
    <Window label={label}>
      <span className="justify-self-start">
        <Pressed>Import</Pressed>
      </span>
      <span className="grid justify-items-center gap-2 rounded-card border-2 border-primary border-dashed bg-primary-tint p-4">
        {files.map((file) => (
          <span className="rounded-control border border-border bg-surface px-3 py-1 font-mono" key={file}>
            {file}
          </span>
        ))}
      </span>
    </Window>
  );
}

/** The environment, with the place of the secret marked. */
export function EnvironmentPicture({ label, clientId }: { label: string; clientId: string }) {
  return (
    <Window label={label}>
      <Line name="Variable">Current value</Line>
      <Line name="clientId">{clientId}</Line>
      <Line name="clientSecret">
        <span className="inline-block min-w-32 rounded-control border-2 border-primary bg-primary-tint px-2">
          ••••••••••••
        </span>
      </Line>
    </Window>
  );
}

/** The first request and its answer. */
export function SendPicture({ label, sellerId }: { label: string; sellerId: string }) {
  return (
    <Window label={label}>
      <span className="font-medium">Seller Info / Get Seller Informations</span>
      <span className="flex flex-wrap items-center gap-3">
        <span className="wrap-anywhere min-w-0 flex-1 rounded-control border border-border px-2 py-1 font-mono">
          GET {"{{sellerApiUrl}}/sellers"}
        </span>
        <Pressed>Send</Pressed>
      </span>
      <Line name="SellerId">{"{{sellerId}}"}</Line>
      <span className="rounded-control bg-success-tint px-2 py-1 font-mono text-success">
        200 OK {`{ "seller_id": ${sellerId}, … }`}
      </span>
    </Window>
  );
}

/** Postman's own OAuth 2.0, filled in. */
export function OAuthPicture({ label }: { label: string }) {
  return (
    <Window label={label}>
      <span className="border-primary border-b-2 justify-self-start font-medium">Authorization</span>
      <Line name="Type">OAuth 2.0</Line>
      <Line name="Grant type">Client Credentials</Line>
      <Line name="Access Token URL">{"{{tokenUrl}}"}</Line>
      <Line name="Client ID">{"{{clientId}}"}</Line>
      <Line name="Client Secret">{"{{clientSecret}}"}</Line>
      <span className="justify-self-start">
        <Pressed>Get New Access Token</Pressed>
      </span>
    </Window>
  );
}
