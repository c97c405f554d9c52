export { createConnections, type ConnectionPorts, type Connections } from './connections';
