import type { Language } from "@/lib/language";
import { accounts } from "./accounts";
import { aggregatorDoor } from "./aggregator-door";
import { areas } from "./areas";
import { bestPractices } from "./best-practices";
import { bulk } from "./bulk";
import { chain } from "./chain";
import { clients } from "./clients";
import { common } from "./common";
import { consent } from "./consent";
import { desk } from "./desk";
import { diagnosis } from "./diagnosis";
import { directory } from "./directory";
import { domains } from "./domains";
import { errors } from "./errors";
import { errorsGuide } from "./errors-guide";
import { events } from "./events";
import { firstCall } from "./first-call";
import { glossary } from "./glossary";
import { guide } from "./guide";
import { guideIndex } from "./guide-index";
import { handOver } from "./hand-over";
import { help } from "./help";
import { helpPage } from "./help-page";
import { home } from "./home";
import { invitations } from "./invitations";
import { jobs } from "./jobs";
import { linkedSellers } from "./linked-sellers";
import { links } from "./links";
import { listing } from "./listing";
import { listingDesk } from "./listing-desk";
import { lookup } from "./lookup";
import { newClient } from "./new-client";
import { notices } from "./notices";
import { partnerDoor } from "./partner-door";
import { paste } from "./paste";
import { portalApi } from "./portal-api";
import { privacy } from "./privacy";
import { receipt } from "./receipt";
import { recovery } from "./recovery";
import { reference } from "./reference";
import { fieldErrors, limits, refusals } from "./refusals";
import { reviews } from "./reviews";
import { secondFactor } from "./second-factor";
import { sellerAccounts } from "./seller-accounts";
import { sellerDesk } from "./seller-desk";
import { sellerDoor } from "./seller-door";
import { signOut } from "./sign-out";
import { start } from "./start";
import { team } from "./team";
import { ticketDesk } from "./ticket-desk";
import { tools } from "./tools";
import { ways } from "./ways";
import { webhooks } from "./webhooks";

/** Every sentence of the portal in English. Another language is another object of the same type. */
export const en = {
  language: "en" as Language,
  accounts,
  common,
  refusals,
  fieldErrors,
  limits,
  bulk,
  chain,
  errors,
  errorsGuide,
  firstCall,
  handOver,
  help,
  helpPage,
  home,
  recovery,
  secondFactor,
  sellerAccounts,
  sellerDesk,
  sellerDoor,
  signOut,
  partnerDoor,
  aggregatorDoor,
  start,
  team,
  ticketDesk,
  tools,
  guide,
  reference,
  guideIndex,
  glossary,
  bestPractices,
  areas,
  listingDesk,
  newClient,
  clients,
  invitations,
  linkedSellers,
  links,
  lookup,
  diagnosis,
  directory,
  domains,
  listing,
  ways,
  consent,
  receipt,
  desk,
  events,
  jobs,
  notices,
  reviews,
  paste,
  portalApi,
  privacy,
  webhooks,
};
