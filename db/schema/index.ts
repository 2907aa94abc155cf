export * from "./accounts";
export * from "./audit";
export * from "./clients";
export * from "./directory";
export * from "./links";
export * from "./mail";
export * from "./tokens";
