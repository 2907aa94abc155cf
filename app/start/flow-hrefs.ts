import { wayHrefs } from "../_ways";
import type { Flow } from "./decide";

/** Whom a visitor signs up as, where a flow begins, and a second way that may fit as well. */
type FlowHrefs = { kind: "seller" | "partner" | "aggregator"; go: string; also?: string };

/** Where each flow of the chooser leads. */
export const flowHrefs: Record<Flow, FlowHrefs> = {
  sellerIdOnly: { kind: "seller", go: wayHrefs.linkAgreeToSeller, also: wayHrefs.linkAgregClientToSeller },
  aggregatorsClientId: { kind: "seller", go: wayHrefs.linkAgregClientToSeller },
  notListed: { kind: "seller", go: wayHrefs.linkAgregClientToSeller, also: wayHrefs.linkAgreeToSeller },
  forAggregator: { kind: "seller", go: wayHrefs.aggregatorRequiresThree, also: wayHrefs.linkAgreeToSeller },
  forPlugin: { kind: "seller", go: wayHrefs.pluginRequiresThree, also: wayHrefs.linkAgreeToSeller },
  legacy: { kind: "seller", go: "/start?who=seller", also: wayHrefs.linkAgreeToSeller },
  ownCode: { kind: "seller", go: wayHrefs.createClientAndSecret, also: "/seller" },
  partnersClientId: { kind: "seller", go: wayHrefs.linkPartnerToSeller, also: wayHrefs.newClientId },
  partnerOwn: { kind: "partner", go: wayHrefs.integrationPartner, also: wayHrefs.askMyCustomer },
  partnerCustomer: { kind: "partner", go: "/seller", also: "/tools/collections" },
  aggregatorOne: { kind: "aggregator", go: wayHrefs.feedAggregator, also: wayHrefs.askMyCustomer },
  aggregatorEach: { kind: "aggregator", go: "/seller", also: "/aggregator" },
};
