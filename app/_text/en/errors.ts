/** Pages where something is missing. */
export const errors = {
  notFound: {
    title: "There is nothing here",
    body: "The address may be mistyped, or what it named is gone or belongs to somebody else.",
  },
  home: "Go to the start page",
};
