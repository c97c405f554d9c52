export { endpointUrl, isWithin, readEndpoint, type Endpoint, type WireApi } from './endpoint';
export {
  providerName,
  type ApiServer,
  type ConnectionFault,
  type ConnectionReport,
  type ProviderConfig,
} from './provider';
export { addedUsage, costOf, noUsage, priceOf, type PriceEntry, type TokenUsage } from './usage';
