export { createConnections, type Connections } from './connections';
