import { chanceFor } from "./chance";
import { flag, integer, list, object, orNull, pageOf, text } from "./schema";

const item = object(
  {
    categoryReference: text,
    label: text,
    level: integer,
    isActive: flag,
    isVariant: flag,
    isBrandMandatory: flag,
    parentReference: orNull(text),
    parentReferences: list(text),
  },
  ["label", "level", "isActive", "isVariant", "isBrandMandatory", "parentReference", "parentReferences"],
);
export const categoryPage = pageOf(item);

/** A place in the tree of categories, the same tree for everybody. */
export type Category = {
  categoryReference: string;
  label: string;
  level: number;
  isActive: boolean;
  isVariant: boolean;
  isBrandMandatory: boolean;
  parentReference: string | null;
  parentReferences: string[];
};
export const categoryFields = [
  "label",
  "level",
  "isActive",
  "isVariant",
  "isBrandMandatory",
  "parentReference",
  "parentReferences",
] as const;

const worlds = {
  Home: ["Bedding", "Kitchen", "Lighting", "Storage", "Bathroom", "Curtains"],
  Garden: ["Tools", "Furniture", "Barbecue", "Plants", "Pools"],
  Sport: ["Running", "Cycling", "Fitness", "Camping", "Winter sports"],
  Toys: ["Board games", "Construction", "Dolls", "Outdoor games", "Puzzles"],
  Computing: ["Laptops", "Printers", "Storage", "Network", "Screens"],
  Phones: ["Smartphones", "Cases", "Chargers", "Headphones"],
  Fashion: ["Shoes", "Coats", "Bags", "Watches", "Jewellery"],
  Baby: ["Pushchairs", "Car seats", "Feeding", "Nursery"],
  Tools: ["Drills", "Saws", "Ladders", "Paint", "Workwear"],
  Pets: ["Dogs", "Cats", "Fish", "Birds"],
} as const;
const kinds = [
  "Classic",
  "Compact",
  "Premium",
  "Family",
  "Travel",
  "Professional",
  "Junior",
  "Eco",
  "Spare parts",
];

let tree: Category[] | undefined;

/** All categories, parents before their children. */
export function listCategories(): Category[] {
  tree ??= [...growTree()];
  return tree;
}

function* growTree(): Generator<Category> {
  let count = 0;
  function make(label: string, parents: Category[]): Category {
    const chance = chanceFor("category", count);
    const reference = `0${(count++).toString(36).toUpperCase().padStart(3, "0")}${chance.letters(2)}`;
    return {
      categoryReference: reference,
      label,
      level: parents.length + 1,
      isActive: chance.flag(0.97),
      isVariant: chance.flag(0.3),
      isBrandMandatory: chance.flag(0.6),
      parentReference: parents.at(-1)?.categoryReference ?? null,
      parentReferences: parents.map(({ categoryReference }) => categoryReference),
    };
  }
  for (const [world, aisles] of Object.entries(worlds)) {
    const top = make(world, []);
    yield top;
    for (const aisle of aisles) {
      const middle = make(`${world}: ${aisle}`, [top]);
      yield middle;
      for (const kind of kinds) yield make(`${aisle}: ${kind}`, [top, middle]);
    }
  }
}
