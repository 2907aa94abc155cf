import type { OrganisationKind, Role } from "@/db/schema";

/** The password of every demo account. Public on purpose: they exist in demo mode only. */
export const demoPassword = "Demo-Portal-2026!";

type DemoAccount = {
  email: string;
  name: string;
  role: Role;
  organisation: string;
  kind: OrganisationKind;
  sellers?: { sellerId: number; shopName: string }[];
};

/** The people of the demo data, each with the one organisation they act for. */
export const demoAccounts: DemoAccount[] = [
  {
    email: "seller@demo.test",
    name: "Camille Aubry",
    role: "owner",
    organisation: "Maison Lumiere",
    kind: "seller",
    sellers: [{ sellerId: 104512, shopName: "Maison Lumiere" }],
  },
  {
    email: "multi@demo.test",
    name: "Astrid Solheim",
    role: "owner",
    organisation: "Nordic Outdoor",
    kind: "seller",
    sellers: [
      { sellerId: 104513, shopName: "Nordic Outdoor" },
      { sellerId: 104514, shopName: "Nordic Outdoor Winter" },
    ],
  },
  {
    email: "viewer@demo.test",
    name: "Victor Aubry",
    role: "viewer",
    organisation: "Maison Lumiere",
    kind: "seller",
  },
  {
    email: "partner@demo.test",
    name: "Paula Winter",
    role: "owner",
    organisation: "Atelier Code",
    kind: "partner",
  },
  {
    email: "aggregator@demo.test",
    name: "Amir Rahimi",
    role: "owner",
    organisation: "FeedWise",
    kind: "aggregator",
  },
  {
    email: "newagg@demo.test",
    name: "Noa Castel",
    role: "owner",
    organisation: "Plugin Harbor",
    kind: "aggregator",
  },
  {
    email: "operator@demo.test",
    name: "Olivia Brandt",
    role: "owner",
    organisation: "Marketplace support",
    kind: "operator",
  },
];
