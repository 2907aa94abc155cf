import { accounts } from "./accounts";
import { aggregatorDoor } from "./aggregator-door";
import { chain } from "./chain";
import { clients } from "./clients";
import { common } from "./common";
import { errors } from "./errors";
import { firstCall } from "./first-call";
import { guide } from "./guide";
import { home } from "./home";
import { links } from "./links";
import { newClient } from "./new-client";
import { partnerDoor } from "./partner-door";
import { fieldErrors, refusals } from "./refusals";
import { sellerDoor } from "./seller-door";
import { start } from "./start";
import { tools } from "./tools";

/** Every sentence of the portal in English. Another language is another object of the same type. */
export const en = {
  accounts,
  common,
  refusals,
  fieldErrors,
  chain,
  errors,
  firstCall,
  home,
  sellerDoor,
  partnerDoor,
  aggregatorDoor,
  start,
  tools,
  guide,
  newClient,
  clients,
  links,
};
