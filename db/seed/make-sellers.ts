import type { Chance } from "./chance";

const dayMs = 86_400_000;
const moods =
  "Amber Bright Calm Clever Copper Cosy Crimson Daily Early Fern Gentle Golden Grand Green Happy Hazel Honest Indigo Ivory Jolly Kind Little Lively Lunar Merry Mellow Noble Olive Polar Quiet Rapid Rosy Royal Rustic Sunny Swift Tidy Velvet Wild Witty";
const things =
  "Atelier Attic Bazaar Bloom Books Bottega Cabin Cellar Clay Corner Cottage Depot Drawer Fabrics Forge Garden Gear Goods House Kitchen Lamps Leather Looms Market Mill Nest Orchard Outfitters Pantry Paper Pottery Shed Shelf Shoes Studio Supplies Table Threads Toys Wardrobe";
const firstNames =
  "anna boris chloe diego elif farid greta hana ines jonas karim lena marco nadia oskar petra";
const lastNames = "albers bakker costa duval ekstrom ferro garcia holm ivanova jansen kaya lindt moreau";

/** So many seller accounts that nobody owns, with consecutive SellerIds, made-up shops and made-up contacts. */
export function makeSellers(firstSellerId: number, count: number, chance: Chance, at: Date) {
  const shops = moods.split(" ").flatMap((mood) => things.split(" ").map((thing) => `${mood} ${thing}`));
  const chosen = chance.shuffle(shops).slice(0, count);
  return chosen.map((shopName, i) => {
    const person = `${chance.pick(firstNames.split(" "))}.${chance.pick(lastNames.split(" "))}`;
    return {
      sellerId: firstSellerId + i,
      shopName,
      contactEmail: `${person}@${shopName.toLowerCase().replace(" ", "-")}.example.test`,
      // Older than any link can be, so that no link is older than its seller.
      createdAt: new Date(at.getTime() - chance.between(1200, 2400) * dayMs),
    };
  });
}
