import type { Text } from "../text";
import { accounts } from "./accounts";
import { aggregatorDoor } from "./aggregator-door";
import { chain } from "./chain";
import { clients } from "./clients";
import { common } from "./common";
import { consent } from "./consent";
import { directory } from "./directory";
import { errors } from "./errors";
import { firstCall } from "./first-call";
import { guide } from "./guide";
import { handOver } from "./hand-over";
import { home } from "./home";
import { invitations } from "./invitations";
import { linkedSellers } from "./linked-sellers";
import { links } from "./links";
import { newClient } from "./new-client";
import { partnerDoor } from "./partner-door";
import { portalApi } from "./portal-api";
import { receipt } from "./receipt";
import { fieldErrors, limits, refusals } from "./refusals";
import { reviews } from "./reviews";
import { sellerAccounts } from "./seller-accounts";
import { sellerDesk } from "./seller-desk";
import { sellerDoor } from "./seller-door";
import { start } from "./start";
import { tools } from "./tools";
import { ways } from "./ways";
import { webhooks } from "./webhooks";

/** Every sentence of the portal in French. */
export const fr: Text = {
  language: "fr",
  accounts,
  common,
  refusals,
  fieldErrors,
  limits,
  chain,
  errors,
  firstCall,
  handOver,
  home,
  sellerAccounts,
  sellerDesk,
  sellerDoor,
  partnerDoor,
  aggregatorDoor,
  start,
  tools,
  guide,
  newClient,
  clients,
  invitations,
  linkedSellers,
  links,
  directory,
  ways,
  consent,
  receipt,
  reviews,
  portalApi,
  webhooks,
};
