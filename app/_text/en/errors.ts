/** Pages where something went wrong. */
export const errors = {
  notFound: {
    title: "There is nothing here",
    body: "The address may be mistyped, or what it named is gone or belongs to somebody else.",
  },
  surprise: {
    title: "Something went wrong on our side",
    body: "Nothing was saved. It is written down with the reference below; try again in a moment.",
  },
  reference: "Reference",
  home: "Go to the start page",
  again: "Try again",
};
