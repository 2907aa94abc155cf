/** Stands in for the maker of icon components, which the portal draws by itself. */
export default () => null;
