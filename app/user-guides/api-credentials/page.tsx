export { default, generateMetadata } from "../../api-credentials/page";
