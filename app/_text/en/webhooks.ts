import type { DeliveryView } from "@/lib/clients/find-endpoint";
import type { WebhookEvent } from "@/lib/webhooks/event-types";

/** Told by machine: the endpoint of a client, its messages, and the portal API. */
export const webhooks = {
  title: "Webhook",
  lead: "Your server is told within seconds when a seller links this client or ends a link. Nobody has to copy a SellerId.",
  none: "No address is set. News of links goes to the contact address by e-mail.",
  url: "Address",
  urlHint: "Begins with https:// and leads to your own server, on the open internet.",
  events: "What to be told",
  eventNames: {
    "link.created": "A seller links this client",
    "link.ended": "A link ends, with the reason",
    "link.expiring": "A link will end soon",
    "invitation.accepted": "An invitation is accepted",
    "secret.expiring": "A secret will stop working soon",
    "listing.decided": "Your entry in the directory is decided",
  } satisfies Record<WebhookEvent, string>,
  testName: "Test message",
  submit: "Add this address",
  since: "Since",
  staleLink:
    "The key made at {at} was shown once. If it was not stored, remove the address and add it again.",
  reveal: {
    title: "Your signing key, shown this once",
    lead: "Every message is signed with it (Standard Webhooks 1.0). Check the signature before you believe a message.",
    key: "Signing key",
    warning: "This key is shown now and never again. Store it where your server reads it.",
    stored: "I have stored the key",
    goOn: "Continue",
  },
  failing: (since: string) =>
    `Every try since ${since} has failed. Messages wait and are sent again for about three days; the log says what your server answered.`,
  disabled: (since: string) =>
    `Your server answered 410 at ${since}, which means: no more messages. None is sent until you switch the address on again.`,
  enable: "Switch it on again",
  test: "Send a test message",
  log: "See the messages",
  remove: "Remove this address",
  removeBody:
    "Nothing more is sent there; messages that wait are given up. News of links then comes by e-mail.",
  removeSubmit: "Remove it",
  done: {
    webhook_added:
      "The address is set. Its signing key was shown once; if it was not stored, remove the address and add it again.",
    webhook_removed: "The address is removed. Nothing more is sent there.",
    webhook_enabled: "The address is switched on again.",
    portal_api_on: "The portal API is switched on. Ask for a new token: those from before do not carry it.",
    portal_api_off: "The portal API is switched off, from this moment on.",
  } as Record<string, string>,
  api: {
    title: "Portal API",
    lead: "Lets your program ask by itself: linked sellers, events, invitations, the next secret. It uses the tokens of this client.",
    on: (since: string) => `Switched on since ${since}.`,
    off: "Switched off.",
    turnOn: "Switch it on",
    turnOff: "Switch it off",
    guide: "How the portal API works",
  },
  deliveries: {
    title: "Messages",
    lead: "What was sent to the address of this client in the last thirty days, the newest hundred, with every try.",
    none: "Nothing was sent yet.",
    columns: { message: "Message", made: "Made", state: "State", tries: "Tries", act: "Again" },
    states: {
      waiting: "Waiting",
      retrying: "Retrying",
      answered: "Answered",
      given_up: "Given up",
    } satisfies Record<DeliveryView["state"], string>,
    next: (when: string) => `next try ${when}`,
    status: (status: number) => `answered ${status}`,
    took: (milliseconds: number) => `${milliseconds}\u00a0ms`,
    faults: {
      refused_url: "not sent: the address is not allowed",
      refused_address: "not sent: the name leads to a private network",
      dns: "the name was not found",
      connect: "no connection",
      tls: "the certificate does not fit the name",
      timeout: "no answer in ten seconds",
      no_answer: "the connection ended without an answer",
      bad_answer: "the answer cannot be read",
      too_big: "the answer is too large",
      redirect: "a redirect, which is not followed",
      gone: "wants no more messages",
      status: "not accepted",
      disabled: "not sent: the address was switched off or removed",
      no_key: "not sent: the signing key cannot be opened",
    } as Record<string, string>,
    again: "Send again",
    done: { sent: "It is on its way. Reload this page to see what your server answers." } as Record<
      string,
      string
    >,
    reload: "Look again",
  },
};
