import { accounts } from "./accounts";
import { chain } from "./chain";
import { clients } from "./clients";
import { common } from "./common";
import { errors } from "./errors";
import { firstCall } from "./first-call";
import { home } from "./home";
import { links } from "./links";
import { newClient } from "./new-client";
import { fieldErrors, refusals } from "./refusals";
import { sellerDoor } from "./seller-door";

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
  newClient,
  clients,
  links,
};
