import type { OperationId } from "@/lib/seller-data/operations";

type Said = { title: string; purpose: string; watch: string };

/** What each call of the Seller API is for, and what to know before making it. */
export const operationTexts = {
  "sellers.get": {
    title: "Get seller information",
    purpose:
      "Says which seller account a SellerId is: its shop name, its state, its language, whether orders are accepted by themselves. Made right after the token, it proves that token, SellerId and link work together.",
    watch: "Stop sending offers where seller_state is not Activated or seller_sub_state is Holidays.",
  },
  "sellers.addresses": {
    title: "List the seller's addresses",
    purpose: "Where the company sits, where it ships from, and where returns go.",
    watch: "Addresses change rarely. Read them once a day and keep them.",
  },
  "sellers.indicators": {
    title: "Read the quality indicators",
    purpose:
      "How well the account keeps its promises: orders accepted, parcels sent in time, claims and refunds, each with the threshold it is measured by.",
    watch: "The rates are in percent and cover the last month. They do not change within a day.",
  },
  "sellers.subscriptions": {
    title: "List the sales channels",
    purpose:
      "On which sales channels the account may sell, and in which currencies it sends prices and is paid. It is the only list of them that there is.",
    watch: "Take salesChannelId for offers from here instead of writing it into your program.",
  },
  "sellers.deliveryModes": {
    title: "List the delivery modes",
    purpose: "The ways in which the account ships, with the delay of each in days.",
    watch: "This route is on its way out. Do not build anything new on it.",
  },
  "carriers.list": {
    title: "List the carriers",
    purpose: "The carriers that a shipment may name, by code and by label.",
    watch: "A shipment names the label exactly as it stands here. Keep the list for a day.",
  },
  "categories.list": {
    title: "List the categories",
    purpose:
      "The tree of categories that products are sorted into, on three levels, each with its reference and its parents.",
    watch:
      "Without fields only the references come back. Ask for the fields you need, for example label,level.",
  },
  "categories.count": {
    title: "Count the categories",
    purpose: "How many categories a filter finds; the list itself gives no total.",
    watch: "It takes the same filters as the list.",
  },
  "products.list": {
    title: "Look for products",
    purpose: "The product sheets that are there, by code and by category, those you sent in among them.",
    watch:
      "Ask with gtin before you send a product in: only what is missing has to be made. Without fields only the codes come back.",
  },
  "products.count": {
    title: "Count the products",
    purpose: "How many products a filter finds; the list itself gives no total.",
    watch: "It takes the same filters as the list.",
  },
  "offers.list": {
    title: "List the offers",
    purpose:
      "What the account sells on one sales channel: price, stock, state, and your own reference of each offer.",
    watch: "salesChannelId is required. Read everything once, then only what changed, with updatedAtMin.",
  },
  "orders.list": {
    title: "List the orders",
    purpose:
      "The orders of the account with their lines, addresses and states. This is the call of every order import.",
    watch:
      "Ask with updatedAtMin for what changed since your last look, a few minutes of overlap included, and recognise an order by its orderId.",
  },
  "orders.count": {
    title: "Count the orders",
    purpose: "How many orders a filter finds; the list itself gives no total.",
    watch: "Good for a badge or a check. To read orders you do not need it.",
  },
  "orders.get": {
    title: "Get one order",
    purpose: "One order with everything in it, for example right before it is shipped.",
    watch: "Do not read a list and then each of its orders once more: the list holds the same.",
  },
  "orders.approve": {
    title: "Accept or refuse an order",
    purpose: "Tells whether the seller will deliver. An order waits for it in the state WaitingAcceptance.",
    watch:
      "An order that waits no longer answers 422. Where auto_accept_order is true there is nothing to do.",
  },
  "orders.ship": {
    title: "Ship an order",
    purpose: "Tells which lines left in which parcel, by which carrier. Several parcels may go in one call.",
    watch: "carrierName is a label from GET /carriers. The order is Shipped once all of its lines are.",
  },
  "discussions.list": {
    title: "List the discussions",
    purpose: "What customers wrote about orders, newest first, each with its state.",
    watch: "Ask with isOpen=true for what waits for an answer.",
  },
  "discussions.count": {
    title: "Count the discussions",
    purpose: "How many discussions a filter finds; the list itself gives no total.",
    watch: "isOpen=true gives the number for a badge.",
  },
  "discussions.get": {
    title: "Get one discussion",
    purpose: "One discussion with every message in it.",
    watch: "Messages are only here, not in the list.",
  },
  "discussions.update": {
    title: "Close or reopen a discussion",
    purpose: "Says with a JSON Patch of one step whether a discussion is open.",
    watch: "The body is a list with one entry; anything but /isOpen is refused.",
  },
  "messages.send": {
    title: "Send a message",
    purpose: "Writes to the customer in a discussion that is open.",
    watch:
      "A message cannot be taken back, so never repeat the call blindly after a broken connection: read the discussion first.",
  },
  "offerPackages.list": {
    title: "List the offer packages",
    purpose: "The packages of offers that were sent in, and how far each has come.",
    watch: "Packages of other clients for the same account stand in it too.",
  },
  "offerPackages.get": {
    title: "Get one offer package",
    purpose: "How far one package has come: Created, Ready, Processed.",
    watch: "Ask again every minute or so until it is Processed, not every second.",
  },
  "offerPackages.results": {
    title: "Read the results of a package",
    purpose: "For each offer that was sent in: accepted, or refused and why.",
    watch: "Status 200 says that the report is there, not that every offer was taken. Read each line.",
  },
  "offerPackages.create": {
    title: "Open an offer package",
    purpose: "Begins a delivery of new or changed offers for one sales channel.",
    watch: "The sales channel goes in the header salesChannelId. The id comes back in Location as well.",
  },
  "offerPackages.fill": {
    title: "Put offers into a package",
    purpose: "Adds up to a hundred prices, stocks or new offers to a package; repeat it for more.",
    watch: "Send only what changed. An offer that is new needs gtin, price and stock.",
  },
  "offerPackages.update": {
    title: "Hand in a package",
    purpose: "Says that a package is complete, so that it is worked through.",
    watch: "Without this call nothing happens to what you sent. An empty package answers 422.",
  },
  "products.integrate": {
    title: "Send in products",
    purpose: "Asks for product sheets that do not exist yet, with code, title and category of each.",
    watch:
      "A category that is not in the tree answers 422. Look for the code with the list of products to see what became of it. Live, about 25 creations an hour go through; what is over comes back in the report as refused, with status 200.",
  },
} satisfies Record<OperationId, Said> as Record<OperationId, Said>;
