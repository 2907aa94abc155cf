import { chanceFor } from "./chance";

const makes = ["Aubrac", "Belmont", "Castel", "Dorval", "Estran", "Fjord", "Galet", "Hivern"] as const;
/** What is sold, and in which aisle of the categories it lies. */
const aisles = {
  "desk lamp": "Lighting",
  "steel bottle": "Camping",
  "camping chair": "Camping",
  "wool blanket": "Bedding",
  "running belt": "Running",
  "board game": "Board games",
  "garden hose": "Plants",
  "phone case": "Cases",
  "tool box": "Workwear",
  "cat tree": "Cats",
} as const;
const things = Object.keys(aisles);
const colours = ["black", "white", "sand", "navy", "olive", "brick"] as const;

/** The product with this number in a seller's made-up range. Prices are in cents. */
export function makeProduct(sellerId: number, index: number) {
  const chance = chanceFor("product", sellerId, index);
  const gtin = makeGtin(`20${chance.digits(10)}`);
  const sellerProductId = `SKU-${String(index + 1).padStart(4, "0")}`;
  return {
    offerId: `${sellerId}_${gtin}_New_CDISFR`,
    sellerProductId,
    gtin,
    title: `${chance.pick(makes)} ${chance.pick(things)}, ${chance.pick(colours)}`,
    priceCents: chance.int(4, 240) * 100 + 99,
    stock: chance.flag(0.12) ? 0 : chance.int(1, 250),
  };
}

/** Thirteen digits with a right check digit (GS1), from the range that shops use inside their own walls. */
function makeGtin(twelve: string) {
  const sum = [...twelve].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** The aisle of a product with such a title. */
export function aisleOf(title: string) {
  const [, aisle] = Object.entries(aisles).find(([thing]) => title.includes(thing)) ?? [];
  return aisle ?? "Lighting";
}
