import type { AreaName } from "@/lib/seller-data/guide-areas";

type Said = { title: string; lead: string; work: string[]; pitfalls: string[] };

/** What one does with each part of the API in daily work, in plain words. */
export const areas = {
  title: "Areas of the API",
  lead: "The marketplace groups its API into areas. Read what each is for, and pick those your tool needs.",
  back: "Areas",
  work: "In daily work",
  calls: "The calls",
  pitfalls: "Pitfalls",
  elsewhere: {
    title: "Not played in the sandbox",
    intro:
      "The marketplace has these routes as well. The sandbox does not play them and the tester does not make them; the marketplace's own documentation describes them.",
  },
  noneHere: "The sandbox plays no call of this area yet.",
  rhythm: "How often",
  choose: {
    title: "Choose what you need",
    intro:
      "Guide, reference and tester then show these areas only. The token does not shrink: it holds what the client may do, whatever you pick here.",
    label: "Choose areas",
    field: "Areas",
    submit: "Show these",
    all: "Show everything",
    shown: (names: string) => `Shown: ${names}. The token holds more than what is shown.`,
    client: "Remember it for",
    remember: "Remember this choice",
    rememberAll: "Remember that all are needed",
    remembering: "Remembering",
    remembered: "Remembered. The tester shows this client the calls of these areas.",
    open: (clientId: string) => `What ${clientId} needs`,
  },
  said: {
    starter: {
      title: "Starter",
      lead: "Know who you work for, and that you may.",
      work: [
        "Begin every connection with the seller information: it proves token, SellerId and link in one call, and says how the shop is called.",
        "Read sales channels, addresses and carriers once a day and keep them. They are what offers and shipments refer to.",
        "Look at the quality indicators once a day if your tool shows them.",
      ],
      pitfalls: [
        "These calls need a token like all others.",
        "seller_id is a number here; other routes write the same id as text.",
      ],
    },
    shop: {
      title: "Manage the whole shop",
      lead: "Everything at once, for tools that run a shop from end to end.",
      work: [
        "Bring the products in, put offers on them, fetch orders, ship them, answer customers.",
        "Build it in this order: starter, offers, orders, discussions. Each one is useful before the next begins.",
      ],
      pitfalls: [
        "One token serves all of it, and all your sellers. Do not fetch one per area.",
        "Spread the work: orders every few minutes, offers every hour, the rest once a day.",
      ],
    },
    products: {
      title: "Products",
      lead: "Find the right category, and have a product sheet made where there is none.",
      work: [
        "Read the category tree once a day and keep it.",
        "Look for the product by its code first. Only what does not exist is sent in.",
        "Send new products with code, title and category, then read the report.",
      ],
      pitfalls: [
        "Without fields the category list gives references only.",
        "A product that was refused comes back in the report of a call that answered 202.",
      ],
    },
    offers: {
      title: "Offers",
      lead: "Prices and stocks, kept true.",
      work: [
        "Read all offers once, then only what changed.",
        "Collect changes of price and stock and send them as a package: open it, fill it, hand it in, read its results.",
        "Match everything by your own reference, which each offer carries.",
      ],
      pitfalls: [
        "A package that was never handed in changes nothing.",
        "The report can refuse single offers while every call answered well.",
        "The list goes by cursor, not by page: follow the Link header.",
      ],
    },
    orders: {
      title: "Orders",
      lead: "From the first sign of an order to the parcel.",
      work: [
        "Every few minutes, list what changed since your last look.",
        "Accept or refuse what waits for it, unless the account accepts by itself.",
        "Tell the parcels as they leave, with a carrier from the list.",
      ],
      pitfalls: [
        "Keep a few minutes of overlap between two looks, and recognise an order by its orderId.",
        "An order can be cancelled between your last look and the parcel: read it once more before you ship.",
        "seller.id is text in an order, a number in the seller information.",
      ],
    },
    discussions: {
      title: "Discussions",
      lead: "What customers ask, and what you answer.",
      work: [
        "Every few minutes, list what is open.",
        "Read one discussion for its messages, answer, and close it when it is settled.",
      ],
      pitfalls: [
        "A message cannot be taken back. After a broken connection, look before you repeat.",
        "In a closed discussion nothing can be written: open it first.",
      ],
    },
    finance: {
      title: "Finance",
      lead: "Operations, payments and invoices, for the books.",
      work: [
        "Once a day or once a month, read payments and the operations behind them.",
        "Fetch the documents of an invoice when it is new.",
      ],
      pitfalls: ["Amounts belong to the currency of the sales channel: never add up two currencies."],
    },
    fulfilment: {
      title: "Fulfilment",
      lead: "Stocks that lie in the marketplace's own warehouse.",
      work: [
        "Read stocks a few times a day.",
        "Announce what you send in, and follow what goes out and what comes back.",
      ],
      pitfalls: [
        "Orders shipped from the warehouse show in the list of orders as well: do not ship them a second time.",
      ],
    },
  } satisfies Record<AreaName, Said> as Record<AreaName, Said>,
};
